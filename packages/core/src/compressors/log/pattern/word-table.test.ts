import { expect, it } from 'vitest';
import { charCodes } from '../../../text/char-codes.ts';
import { part } from './mask.ts';
import { WordTable } from './word-table.ts';

it('gives a spelling one number, and others to words of the same hash', () => {
  const words = Array.from({ length: 40 }, (_, index) => `w${index + 10}`);
  const text = words.join('');
  const table = new WordTable(charCodes(text + text));
  const numbers = (from: number): number[] =>
    words.map((_, index) => table.numberOf(7, from + 3 * index, from + 3 * index + 3, part.letter));
  expect(numbers(0)).toEqual(words.map((_, index) => index));
  expect(numbers(text.length)).toEqual(words.map((_, index) => index));
});

it('goes on counting where too many words have one hash, and holds more words than it began with', () => {
  const text = Array.from({ length: 5000 }, (_, index) => String(index + 10_000)).join('');
  const numbersBy = (hashOf: (index: number) => number): Set<number> => {
    const table = new WordTable(charCodes(text));
    const numbers = new Set<number>();
    for (let round = 0; round < 2; round += 1)
      for (let index = 0; index < 5000; index += 1) numbers.add(table.numberOf(hashOf(index), 5 * index, 5 * index + 5, part.digit));
    return numbers;
  };
  expect(numbersBy((index) => Math.imul(index, 0x9e3779b1)).size).toBe(5000);
  expect(numbersBy(() => 7).size).toBeGreaterThan(5000);
});
