import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainNumber } from './quantity.ts';

describe('plainNumber', () => {
  it('is the number that the digits spell, to the last bit', () => {
    const digits = (most: number): fc.Arbitrary<string> => fc.stringMatching(new RegExp(`^[0-9]{1,${most}}$`));
    fc.assert(
      fc.property(digits(15), digits(20), (whole, rest) => {
        for (const cell of [whole, `${whole}.${rest}`]) expect(plainNumber(cell)).toBe(Number(cell));
      }),
    );
  });

  it.each(['', '.5', '-1', '1e3', '1.2.3', '1,000', '1'.repeat(16), `1.${'1'.repeat(21)}`])('is none for %j', (cell) =>
    expect(plainNumber(cell)).toBeNaN(),
  );
});
