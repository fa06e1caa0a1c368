import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, packageSources, textOf } from './source-tree.ts';

/** The folders of core from left to right: a folder imports only from groups to its left (DESIGN section 4). */
const order: readonly (readonly string[])[] = [
  ['types'],
  ['errors'],
  ['text'],
  ['tokens', 'marker', 'store', 'detect'],
  ['guard', 'relevance'],
  ['compressors'],
  ['router', 'retrieve', 'receipt', 'repeats'],
  ['offload'],
  ['pipeline'],
  ['lenses'],
  ['adapter'],
];
const core = 'packages/core/src/';
const coreSources = packageSources().filter((path) => path.startsWith(core));
const rank = (folder: string): number => order.findIndex((group) => group.includes(folder));

/** The file at the top that makes engines: what adapters share stands behind it, so that it may build on it. */
const engineFile = `${core}headroom.ts`;

/** The folder of core that a file lies in; the files at the top (the index and what it wires) come after all folders. */
function folderOf(path: string): string {
  const inside = path.slice(core.length);
  return inside.includes('/') ? (inside.split('/')[0] ?? '') : '';
}

function compressorOf(path: string): string | undefined {
  return path.startsWith(`${core}compressors/`) ? path.slice(core.length).split('/')[1] : undefined;
}

function violation(from: string, specifier: string): string | undefined {
  const to = posix.join(posix.dirname(from), specifier);
  if (!to.startsWith(core)) return `${from} imports ${specifier}, which is outside core`;
  const [source, target] = [folderOf(from), folderOf(to)];
  if (source === '') return undefined;
  if (source === 'adapter' && to === engineFile) return undefined;
  if (target === '') return `${from} imports ${specifier}: a folder imports nothing from the top of core`;
  if (source === target) {
    const siblings = compressorOf(from) !== compressorOf(to);
    return siblings ? `${from} imports ${specifier}: compressors never import each other` : undefined;
  }
  return rank(target) < rank(source) ? undefined : `${from} imports ${specifier}: ${target} is not to the left of ${source}`;
}

describe('import direction in core', () => {
  it('knows every folder of core', () => {
    const folders = new Set(coreSources.map(folderOf).filter((folder) => folder !== ''));
    expect([...folders].filter((folder) => rank(folder) === -1)).toEqual([]);
    expect(folders.size).toBeGreaterThan(5);
  });

  it('goes from left to right only, and never from one compressor to another', () => {
    const violations = coreSources.flatMap((path) =>
      importsOf(textOf(path))
        .filter((specifier) => specifier.startsWith('.'))
        .flatMap((specifier) => violation(path, specifier) ?? []),
    );
    expect(violations).toEqual([]);
  });

  it('would be noticed the wrong way round', () => {
    expect(violation(`${core}types/a.ts`, '../text/b.ts')).toContain('not to the left');
    expect(violation(`${core}tokens/a.ts`, '../marker/b.ts')).toContain('not to the left');
    expect(violation(`${core}compressors/json/a.ts`, '../log/b.ts')).toContain('never import each other');
    expect(violation(`${core}compressors/json/a.ts`, '../../router/b.ts')).toContain('not to the left');
    expect(violation(`${core}lenses/a.ts`, '../adapter/b.ts')).toContain('not to the left');
    expect(violation(`${core}lenses/a.ts`, '../headroom.ts')).toContain('nothing from the top');
    expect(violation(`${core}adapter/a.ts`, '../index.ts')).toContain('nothing from the top');
    expect(violation(`${core}router/a.ts`, '../../../ai-sdk/src/b.ts')).toContain('outside core');
    expect(violation(`${core}pipeline/a.ts`, '../router/b.ts')).toBeUndefined();
  });
});
