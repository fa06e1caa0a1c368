import { describe, expect, it } from 'vitest';
import { packageSources, textOf } from './source-tree.ts';

const declaration = 'packages/core/src/errors/headroom-error.ts';
const union = /export type HeadroomErrorCode =([^;]+);/.exec(textOf(declaration))?.[1] ?? '';
const codes = [...union.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '');
const uses = packageSources()
  .filter((path) => path !== declaration)
  .flatMap((path) => [...textOf(path).matchAll(/new HeadroomError\(\{|super\(\{/g)].map((match) => construction(path, match.index)));

/** The code that stands in one construction of an error, as written. */
function construction(path: string, index: number): { path: string; code: string | undefined } {
  const following = textOf(path).slice(index, index + 300);
  return { path, code: /\bcode(?::\s*([^,\n}]+))?/.exec(following)?.[1]?.trim() };
}

describe('error codes', () => {
  it('are known', () => expect(codes.length).toBeGreaterThan(3));

  it('stand as literals of the union wherever an error is made', () => {
    const wrong = uses.filter(({ code }) => code === undefined || !codes.includes(code.replaceAll("'", '')));
    expect(wrong).toEqual([]);
  });

  it('are each used', () => {
    const used = new Set(uses.map(({ code }) => code?.replaceAll("'", '')));
    expect(codes.filter((code) => !used.has(code))).toEqual([]);
  });
});
