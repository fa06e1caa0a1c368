import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  hubCacheFolder,
  modelFileNames,
  publishedModel,
  publishedTokenizer,
  repositoryFolder,
  tokenizerFileNames,
  type HubRepository,
} from '@headroom/kompress';
import { downloadFile, type OnProgress } from './download-file.ts';
import { describeHubFile } from './hub-file.ts';

/** What is fetched, and where to. */
export interface PullRequest {
  /** The hub's address. */
  readonly endpoint: string;
  /** @default the cache of the hub's own tools, so that what they fetched is not fetched again */
  readonly cache?: string;
  /** Called for each file before its first byte, and as its bytes arrive. */
  readonly onFile: (path: string, size: number | undefined) => OnProgress;
}

/** Fetches the published model with its tokenizer, but for what is there, and answers the files' paths. */
export async function pullModel({ endpoint, cache = hubCacheFolder(), onFile }: PullRequest): Promise<readonly string[]> {
  const wanted = [
    { repository: publishedModel, path: modelFileNames[0] },
    ...tokenizerFileNames.map((path) => ({ repository: publishedTokenizer, path })),
  ];
  const paths: string[] = [];
  for (const { repository, path } of wanted) paths.push(await pullFile({ endpoint, cache, repository, path, onFile }));
  return paths;
}

interface FileRequest extends Required<PullRequest> {
  readonly repository: HubRepository;
  readonly path: string;
}

async function pullFile({ endpoint, cache, repository, path, onFile }: FileRequest): Promise<string> {
  const folder = repositoryFolder(cache, repository);
  const file = await describeHubFile(endpoint, repository, path);
  const follows = repository.revision === 'main';
  const commit = follows ? (file.commit ?? repository.revision) : repository.revision;
  const target = join(folder, 'snapshots', commit, path);
  if (!existsSync(target)) await downloadFile(file, target, onFile(`${repository.id}/${path}`, file.size));
  if (follows && file.commit !== undefined) await writeReference(join(folder, 'refs', repository.revision), file.commit);
  return target;
}

/** Where a branch points to, as the hub's own tools note it. */
async function writeReference(path: string, commit: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, commit);
}
