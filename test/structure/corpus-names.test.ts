import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesBelow, shared, textOf } from './source-tree.ts';

const manifest = join(shared, 'corpus/payloads/manifest.json');
const present = existsSync(manifest);
if (!present) console.log('The development corpus is absent: the search for its file names in our code is skipped.');

/** File names that are a convention of some tool, so that code may know them whatever lies in the corpus. */
const conventional = new Set(['Cargo.lock']);

/** The names of everything in the corpus. */
function corpusNames(): string[] {
  const payloads = (JSON.parse(readFileSync(manifest, 'utf8')) as { path: string }[]).map(({ path }) => path);
  const conversations = readdirSync(join(shared, 'corpus/conversations')).map((name) => name.replace(/\.json$/, ''));
  const cases = readdirSync(join(shared, 'corpus/logdx'));
  const names = [...payloads, ...payloads.map((path) => basename(path)), ...conversations, ...cases];
  return [...new Set(names)].filter((name) => name !== 'manifest' && !conventional.has(name));
}

describe('the development corpus', () => {
  it.skipIf(!present)('is named nowhere in code or documents', () => {
    const names = corpusNames();
    const files = ['packages', 'examples', 'scripts', 'test', 'docs', 'models', '.changeset'].flatMap(filesBelow);
    const found = files
      .filter((path) => /\.(?:m?ts|mjs|json|md)$/.test(path) && !path.startsWith('docs/results/'))
      .flatMap((path) => {
        const text = textOf(path);
        return names.filter((name) => text.includes(name)).map((name) => `${path} names ${name}`);
      });
    expect(names.length).toBeGreaterThan(100);
    expect(found).toEqual([]);
  });
});
