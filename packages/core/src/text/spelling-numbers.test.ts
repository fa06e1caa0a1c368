import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from './char-codes.ts';
import { spellingNumbers } from './spelling-numbers.ts';

describe('spellingNumbers', () => {
  it('gives the same number to the same letters, and new ones the next', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'ab', 'ba', 'Aa', 'BB', 'AaAa', 'BBBB', 'AaBB', 'é', '中文', '', '😀'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, (all) => {
        const text = all.join('');
        const numbers = spellingNumbers(text, charCodes(text));
        let at = 0;
        const given = all.map((word) => numbers.numberOf(at, (at += word.length)));
        const distinct = [...new Set(all)];
        expect(given).toEqual(all.map((word) => distinct.indexOf(word)));
      }),
    );
  });

  it('knows again what others took the place of', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => String(10_000 + index)).join('');
    const numbers = spellingNumbers(text, charCodes(text));
    const all = (): number[] => Array.from({ length: 20_000 }, (_, index) => numbers.numberOf(index * 5, index * 5 + 5));
    const first = all();
    expect(first).toEqual(Array.from({ length: 20_000 }, (_, index) => index));
    expect(all()).toEqual(first);
  });
});
