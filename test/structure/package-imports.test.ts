import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, importsOf, isTest, jsonOf, packageFolders, textOf } from './source-tree.ts';

interface PackageFile {
  readonly name: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** Which of our packages a package may build on; all others may use core alone (DESIGN section 4). */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  '@headroom/core': [],
  '@headroom/mcp': ['@headroom/core', '@headroom/store-sqlite'],
  '@headroom/proxy': ['@headroom/core', '@headroom/store-sqlite'],
  '@headroom/cli': ['@headroom/core', '@headroom/code', '@headroom/kompress', '@headroom/store-sqlite', '@headroom/mcp', '@headroom/proxy'],
};
const coreAlone = ['@headroom/core'];
/** What only tests may import besides. */
const inTests = ['@headroom/conformance', '@headroom/store-sqlite'];

const packages = packageFolders().map((folder) => ({ folder, file: jsonOf<PackageFile>(`${folder}/package.json`) }));
const nameOf = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Every import of a package that does not stay inside it. */
function outwardImports(folder: string): { path: string; specifier: string }[] {
  return filesBelow(`${folder}/src`)
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) => importsOf(textOf(path)).map((specifier) => ({ path, specifier })))
    .filter(({ path, specifier }) => !specifier.startsWith('.') || !posix.join(posix.dirname(path), specifier).startsWith(`${folder}/src/`))
    .filter(({ path, specifier }) => !isTest(path) || !specifier.startsWith('.'));
}

describe('imports between packages', () => {
  it.each(packages)('$file.name builds only on what it may, by public entries', ({ folder, file }) => {
    const allowed = mayImport[file.name] ?? coreAlone;
    const wrong = outwardImports(folder).filter(({ path, specifier }) => {
      if (specifier.startsWith('.')) return true;
      if (!specifier.startsWith('@headroom/')) return false;
      if (isTest(path) && inTests.includes(specifier)) return false;
      return !allowed.includes(specifier) && specifier !== file.name;
    });
    expect(wrong).toEqual([]);
  });

  it.each(packages)('$file.name declares what it imports', ({ folder, file }) => {
    const shipped = { ...file.dependencies, ...file.peerDependencies };
    const undeclared = outwardImports(folder)
      .filter(({ specifier }) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      // Tests run from the workspace, whose own tools (vitest, fast-check) need no second declaration.
      .filter(({ path, specifier }) => !isTest(path) && !(nameOf(specifier) in shipped) && nameOf(specifier) !== file.name);
    expect(undeclared).toEqual([]);
  });
});
