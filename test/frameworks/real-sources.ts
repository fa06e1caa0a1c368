// What tools really return, made from what every clone has after its set-up: the installed packages and the pinned programs.
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const store = join(root, 'node_modules/.pnpm');

/** Ten results of different kinds, the first two of them values. Made once: a source gives every framework the same. */
export const realSources: Readonly<Record<string, () => unknown>> = Object.fromEntries(
  Object.entries({
    package_metadata: packageMetadata(),
    workspace_manifests: workspaceManifests(),
    locked_versions: readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8').slice(0, 60_000),
    engine_options: printed(['--v8-options']).slice(0, 60_000),
    resolution_trace: printed([
      join(root, 'node_modules/typescript/bin/tsc'),
      '-p',
      'examples/main-job',
      '--noEmit',
      '--traceResolution',
    ]).slice(0, 80_000),
    release_notes: readFileSync(join(folderOf('openai'), 'CHANGELOG.md'), 'utf8').slice(0, 40_000),
    exported_functions: searchHits(folderOf('zod'), 'export declare function', 300),
    package_files: listing(folderOf('ai')),
    manual_page: readFileSync(join(folderOf('htmlparser2'), 'README.md'), 'utf8'),
    start_of_tests: printed(['--test', 'nothing-to-run.test.ts']),
  }).map(([name, value]) => [name, () => value]),
);

function folderOf(name: string): string {
  const folder = readdirSync(store)
    .sort()
    .find((each) => each.startsWith(`${name}@`));
  if (folder === undefined) throw new Error(`${name} is not installed: run npm test once`);
  return join(store, folder, 'node_modules', name);
}

function packageMetadata(): object[] {
  return readdirSync(store)
    .sort()
    .flatMap((folder) => {
      const name = /^(@[^+]+\+)?[^@]+/.exec(folder)?.[0].replace('+', '/') ?? '';
      try {
        const text = readFileSync(join(store, folder, 'node_modules', name, 'package.json'), 'utf8');
        const { version, license, description, dependencies = {} } = JSON.parse(text) as Record<string, unknown>;
        return [{ name, version, license, description, dependencies }];
      } catch {
        return [];
      }
    });
}

function workspaceManifests(): object[] {
  return readdirSync(join(root, 'packages'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')) as object);
}

function printed(parameters: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  return `${stdout}${stderr}\nexit code ${status}\n`;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .filter((path) => statSync(join(folder, path)).isFile());
}

/** As `grep -rn` prints them. */
function searchHits(folder: string, words: string, most: number): string {
  const hits = filesOf(folder)
    .filter((path) => path.endsWith('.d.ts'))
    .flatMap((path) =>
      readFileSync(join(folder, path), 'utf8')
        .split('\n')
        .flatMap((line, index) => (line.includes(words) ? [`${path}:${index + 1}:${line}`] : [])),
    );
  return `${hits.slice(0, most).join('\n')}\n`;
}

/** As `ls -l` prints them, with times that are the same on every machine. */
function listing(folder: string): string {
  return `${filesOf(folder)
    .map((path) => `-rw-r--r-- 1 root root ${String(statSync(join(folder, path)).size).padStart(9)} Oct 26  1985 ${path}`)
    .join('\n')}\n`;
}
