import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { HeadroomError } from '@headroom/core';
import { missingModel } from '../scoring/model-errors.ts';
import {
  hubCacheFolder,
  modelFileNames,
  publishedModel,
  publishedTokenizer,
  repositoryFolder,
  tokenizerFileNames,
  type HubRepository,
} from './published-model.ts';

/** Where the published model lies. */
export interface LocatedModel {
  /** The model's files that are there, in the order in which they are tried. */
  readonly models: readonly string[];
  readonly tokenizer: string;
  /** Settings of the tokenizer beside it, where there are some. */
  readonly tokenizerConfig: string | undefined;
}

/**
 * Finds the published model in a folder, or in the cache of the Hugging Face hub: at the pinned commit first, then at the one that its main branch pointed to. Nothing is downloaded.
 *
 * @throws HeadroomError `missing-model`, which names the places looked at and what to do.
 */
export async function locateModel(
  model: 'kompress-v2-base' | { readonly directory: string },
  cache: string = hubCacheFolder(),
): Promise<LocatedModel> {
  const folders = typeof model === 'object' ? [model.directory] : snapshots(cache, publishedModel);
  const models = folders
    .flatMap((folder) => modelFileNames.flatMap((name) => [join(folder, name), join(folder, name.slice('onnx/'.length))]))
    .filter((path) => existsSync(path));
  if (models.length === 0)
    throw await missing(`No file of the model was found in ${folders.join(', ')} (looked for ${modelFileNames.join(', ')})`);
  const [tokenizerName, configName] = tokenizerFileNames;
  const tokenizers = [...folders, ...snapshots(cache, publishedTokenizer)];
  const home = tokenizers.find((folder) => existsSync(join(folder, tokenizerName)));
  if (home === undefined) throw await missing(`The model is there, but no ${tokenizerName} in ${tokenizers.join(', ')}`);
  const config = join(home, configName);
  return { models, tokenizer: join(home, tokenizerName), tokenizerConfig: existsSync(config) ? config : undefined };
}

/** The folders of a repository's commits that a cache may hold: the pinned one, then where the branch `main` pointed to. */
function snapshots(cache: string, repository: HubRepository): readonly string[] {
  const folder = repositoryFolder(cache, repository);
  const main = readReference(join(folder, 'refs', 'main'));
  const commits = [...(repository.revision === 'main' ? [] : [repository.revision]), ...(main === undefined ? [] : [main])];
  return (commits.length === 0 ? ['main'] : [...new Set(commits)]).map((commit) => join(folder, 'snapshots', commit));
}

function readReference(path: string): string | undefined {
  const commit = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  return /^[0-9a-f]{7,64}$/.test(commit) ? commit : undefined;
}

function missing(what: string): Promise<HeadroomError> {
  return missingModel(
    `${what}. Run "headroom models pull" once, point model.directory at a folder that holds them, or take the model lite, which needs no download.`,
  );
}
