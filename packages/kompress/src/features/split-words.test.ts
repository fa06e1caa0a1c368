import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords } from './split-words.ts';

function wordsOf(text: string): string[] {
  const { count, starts, ends } = splitWords(text);
  return Array.from({ length: count }, (_, word) => text.slice(starts[word], ends[word]));
}

describe('splitting words', () => {
  it('holds words together over single joiners and splits every other sign off', () => {
    expect(wordsOf("Don't set long-term (3.14 km/h) limits...")).toEqual([
      "Don't",
      'set',
      'long-term',
      '(',
      '3.14',
      'km/h',
      ')',
      'limits',
      '...',
    ]);
    expect(wordsOf('a -- b, user@example.org: `x_1`')).toEqual(['a', '--', 'b', ',', 'user@example.org', ':', '`', 'x_1', '`']);
    expect(wordsOf('It’s “quoted” — so\u00a0on…')).toEqual(['It’s', '“', 'quoted', '”', '—', 'so', 'on', '…']);
  });

  it('leaves nothing but white space between words, and never splits a pair of surrogates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { count, starts, ends } = splitWords(text);
        const gaps = Array.from({ length: count + 1 }, (_, word) =>
          text.slice(word === 0 ? 0 : ends[word - 1], starts[word] ?? text.length),
        );
        expect(gaps.join('')).toMatch(/^[\s\0-\x1f\x7f\x85\u200b]*$/);
        expect(starts.every((start, word) => start < ends[word]! && (word === 0 || ends[word - 1]! <= start))).toBe(true);
        expect(starts.some((start) => start > 0 && /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(start - 1, start + 1)))).toBe(false);
      }),
    );
  });
});
