import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { middle } from './middle.ts';

function sortedMiddle(numbers: readonly number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

describe('middle', () => {
  it('is what stands in the middle of the numbers in their order', () => {
    const number = fc.oneof(
      fc.integer({ min: -9, max: 9 }),
      fc.double({ noNaN: true }),
      fc.constantFrom(0, 1e-320, 1e308, -1e308, Infinity, -Infinity),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 90, maxLength: 700 }), (numbers) => {
        expect(middle(Float64Array.from(numbers)) + 0).toBe(sortedMiddle(numbers) + 0);
      }),
    );
  });

  it('finds it among numbers of which one is far off', () => {
    const numbers = Array.from({ length: 4000 }, (_, at) => ((at * 7919) % 4001) / 7);
    expect(middle(Float64Array.from([...numbers, 1e200]))).toBe(sortedMiddle([...numbers, 1e200]));
  });

  it('is not a number where there is none', () => {
    expect(middle(new Float64Array(0))).toBeNaN();
  });
});
