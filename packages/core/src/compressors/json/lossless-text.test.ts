import { describe, expect, it } from 'vitest';
import { encode } from '@toon-format/toon';
import { loadTokenCounter } from '../../tokens/load-token-counter.ts';
import { smallestLossless } from './lossless-text.ts';
import { readDocument } from './scan/read-document.ts';
import { surelyTakesMore } from './surely-takes-more.ts';

const counter = await loadTokenCounter('o200k_base');

function tokensOf(value: unknown, indent?: number): { ours: number; compact: number; toon: number } {
  const text = JSON.stringify(value, null, indent);
  const document = readDocument(text);
  if (document === undefined) throw new Error('no document');
  const lossless = smallestLossless(document, text, (part) => counter.count(part));
  return {
    ours: Math.min(lossless?.tokens ?? Infinity, counter.count(text)),
    compact: counter.count(JSON.stringify(value)),
    toon: counter.count(encode(value)),
  };
}

const nested = (depth: number, inner: unknown): unknown => (depth === 0 ? inner : { a: nested(depth - 1, inner) });
const zigzag = (depth: number): unknown => (depth === 0 ? { a: 2 } : { a: { a: [zigzag(depth - 1), 1] } });

describe('smallestLossless', () => {
  it('I5: takes compact JSON where it is smaller, however deep the original was indented', () => {
    for (const value of [Array(3).fill(zigzag(4)), nested(30, 1), [nested(30, [zigzag(3)])]]) {
      for (const indent of [undefined, 2, 8]) {
        const { ours, compact } = tokensOf(value, indent);
        expect(ours).toBeLessThanOrEqual(compact);
      }
    }
  });

  it('I5: is no larger than TOON for chains of records with one key each', () => {
    const members = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`k${index}`, index * 7]));
    for (const inner of [1, 'x', members, [1, 2], { 'x.y': { 'p q': 1 } }]) {
      for (const value of [Array(4).fill(nested(30, inner)), { p: nested(30, inner), q: nested(30, inner), r: 1 }, nested(100, inner)]) {
        const { ours, toon } = tokensOf(value, 2);
        expect(ours).toBeLessThanOrEqual(toon);
      }
    }
  });
});

describe('surelyTakesMore', () => {
  it('counts no more words than a tokenizer counts tokens', () => {
    for (const text of ["it's naïve, isn't it? déjà-vu 12345 a1b2", '{"aB":[1,22,333],"x_y":"été"}', '–dash– 😀😀 "\'a\'"']) {
      expect(surelyTakesMore(text, { tokens: counter.count(text), length: 0 })).toBe(false);
    }
    expect(surelyTakesMore('one two three', { tokens: 2, length: 10 })).toBe(true);
    expect(surelyTakesMore('one two three', { tokens: 2, length: 11 })).toBe(false);
  });
});
