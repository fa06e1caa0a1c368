import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the repository. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The shared folder with the development corpus beside the repository, which a bare clone does not have. */
export const shared = join(dirname(root), 'shared');

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.cache']);

/** All files below a folder of the repository, as paths from the root with forward slashes, sorted; what is installed or built is left out. */
export function filesBelow(folder: string): string[] {
  const start = join(root, folder);
  if (!existsSync(start)) return [];
  return readdirSync(start, { withFileTypes: true })
    .filter((entry) => !skipped.has(entry.name))
    .flatMap((entry) => {
      const path = relative(root, join(start, entry.name)).split(sep).join('/');
      return entry.isDirectory() ? filesBelow(path) : [path];
    })
    .sort();
}

/** The text of a file, by its path from the root. */
export function textOf(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** The value of a JSON file, by its path from the root. */
export function jsonOf<T>(path: string): T {
  return JSON.parse(textOf(path)) as T;
}

/** The folders of the packages that exist, such as `packages/core`. */
export function packageFolders(): string[] {
  return filesBelow('packages')
    .filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))
    .map((path) => dirname(path));
}

/** Whether a file is there for tests alone: the build leaves it out, and what is shipped never imports it. */
export const isTest = (path: string): boolean => /\.test\.ts$|\/test-support\.ts$|\/__fixtures__\//.test(path);

/** The TypeScript sources of the packages, without tests. */
export function packageSources(): string[] {
  return filesBelow('packages').filter((path) => /^packages\/[^/]+\/src\/.*\.ts$/.test(path) && !isTest(path));
}

/** What a module names after `from`, in `import '…'` and in `import('…')`; examples inside comments do not count. */
export function importsOf(source: string): string[] {
  const code = source
    .split('\n')
    .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
    .join('\n');
  // A specifier holds no white space, and the word before it no quote: `from: ' | '` and lists of words are data.
  const specifiers = [...code.matchAll(/(?:(?:^|[\s}*;])from\s+|(?:^|[^\w'"`.])import\s*\(?\s*)(['"])([^'"\s,\]]+)\1/gm)];
  return specifiers.map((match) => match[2] ?? '');
}
