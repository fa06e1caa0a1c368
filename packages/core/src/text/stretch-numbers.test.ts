import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from './char-codes.ts';
import { stretchNumbers } from './stretch-numbers.ts';

describe('stretchNumbers', () => {
  it('gives equal stretches one number, as a map of their strings does', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'é'), maxLength: 4 }), { maxLength: 300 }), (words) => {
        const text = words.join(' ');
        const numbers = stretchNumbers(charCodes(text));
        const known = new Map<string, number>();
        let start = 0;
        for (const word of words) {
          const number = known.get(word) ?? known.size;
          known.set(word, number);
          expect(numbers.of(start, start + word.length)).toBe(number);
          start += word.length + 1;
        }
      }),
    );
  });

  it('tells long stretches apart by each of their letters', () => {
    const long = 'x'.repeat(500);
    const text = `${long}\n${long}\n${long.slice(0, 100)}y${long.slice(101)}`;
    const numbers = stretchNumbers(charCodes(text));
    expect([0, 501, 1002].map((start) => numbers.of(start, start + 500))).toEqual([0, 0, 1]);
  });

  it('takes linear time where hashes fall together', () => {
    // Differ only where nothing is hashed.
    const line = (index: number): string => `${'x'.repeat(80)}${String(index).padStart(6, '0')}${'x'.repeat(200)}`;
    const text = Array.from({ length: 20_000 }, (_, index) => line(index)).join('');
    const numbers = stretchNumbers(charCodes(text));
    let last = 0;
    for (let index = 0; index < 20_000; index += 1) last = numbers.of(index * 286, (index + 1) * 286);
    expect(last).toBe(19_999);
  });
});
