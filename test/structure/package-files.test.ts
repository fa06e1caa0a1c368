import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { jsonOf, packageFolders, root, textOf } from './source-tree.ts';

interface PackageFile {
  readonly [field: string]: unknown;
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly dependencies?: Readonly<Record<string, string>>;
}
interface TypeScriptProject {
  readonly references?: readonly { readonly path: string }[];
}

const folders = packageFolders();
const packages = folders.map((folder) => ({ folder, file: jsonOf<PackageFile>(`${folder}/package.json`) }));
/** What is the same in every package. */
const common = {
  version: packages[0]?.file['version'],
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: false,
  engines: { node: '>=22.13' },
  files: ['dist', '!dist/**/*.test.*', '!dist/**/*.tsbuildinfo'],
  publishConfig: { access: 'public' },
};

describe.each(packages)('$file.name', ({ folder, file }) => {
  it('has the same fields as every package', () => {
    expect(file).toMatchObject(common);
    expect(file.name).toBe(`@headroom/${folder.slice('packages/'.length)}`);
    expect(file['description']).toMatch(/^[A-Z].{20,}\.$/);
    expect(file['keywords']).toContain('headroom');
  });

  it('offers a root entry with its types first, and its package.json', () => {
    expect(file.exports['.']).toEqual({ types: './dist/index.d.ts', default: './dist/index.js' });
    expect(Object.keys(file.exports['.'] as object)[0]).toBe('types');
    expect(file.exports['./package.json']).toBe('./package.json');
  });

  it('has a README that begins with its name', () => {
    expect(existsSync(join(root, folder, 'README.md')), `${folder}/README.md is missing`).toBe(true);
    expect(textOf(`${folder}/README.md`).split('\n')[0]).toBe(`# ${file.name}`);
  });

  it('builds after the packages that it depends on', () => {
    const needed = Object.keys(file.dependencies ?? {}).filter((name) => name.startsWith('@headroom/'));
    const references = jsonOf<TypeScriptProject>(`${folder}/tsconfig.build.json`).references ?? [];
    expect(references.map(({ path }) => `@headroom/${path.split('/')[1] ?? ''}`).sort()).toEqual(needed.sort());
  });

  it('pins what it depends on', () => {
    const loose = Object.entries(file.dependencies ?? {}).filter(([, range]) => !/^(?:workspace:\^|[\^~]?\d+\.\d+\.\d+)$/.test(range));
    expect(loose).toEqual([]);
  });
});

describe('the workspace', () => {
  it('builds every package', () => {
    const references = jsonOf<TypeScriptProject>('tsconfig.json').references ?? [];
    expect(references.map(({ path }) => path).sort()).toEqual(folders.map((folder) => `${folder}/tsconfig.build.json`).sort());
  });
});
