import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from './char-codes.ts';
import { spellingNumbers, spellingSeed, spellingStep } from './spelling-numbers.ts';

function numbersOf(text: string, hashed: 'well' | 'alike' = 'well'): (start: number, end: number) => number {
  const codes = charCodes(text);
  const numbers = spellingNumbers(text, codes);
  return (start, end) =>
    numbers.numberOf(hashed === 'alike' ? 7 : codes.subarray(start, end).reduce(spellingStep, spellingSeed), start, end);
}

describe('spellingNumbers', () => {
  it('gives the same number to the same letters, and new ones the next', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'Aa', 'BB', 'AaAa', 'BBBB', 'AaBB', 'é', '中文', '', '😀'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join('');
        const numberOf = numbersOf(text);
        let at = 0;
        const given = all.map((word) => numberOf(at, (at += word.length)));
        const distinct = [...new Set(all)];
        expect(given).toEqual(all.map((word) => distinct.indexOf(word)));
      }),
    );
  });

  it('knows again what others took the place of', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => String(10_000 + index)).join('');
    const numberOf = numbersOf(text);
    const all = (): number[] => Array.from({ length: 20_000 }, (_, index) => numberOf(index * 5, index * 5 + 5));
    const first = all();
    expect(first).toEqual(Array.from({ length: 20_000 }, (_, index) => index));
    expect(all()).toEqual(first);
  });

  it('tells apart what has one hash, however much of it there is', () => {
    const text = Array.from({ length: 3000 }, (_, index) => String(10_000 + index)).join('');
    const numberOf = numbersOf(text, 'alike');
    for (const round of [0, 1])
      expect(
        Array.from({ length: 3000 }, (_, index) => numberOf(index * 5, index * 5 + 5)),
        String(round),
      ).toEqual(Array.from({ length: 3000 }, (_, index) => index));
  });
});
