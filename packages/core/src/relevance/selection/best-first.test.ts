import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestFirst } from './best-first.ts';

describe('bestFirst', () => {
  it('gives all units from the best down, of equal ranks the earlier one first', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 60 }), (values) => {
        const units = values.map((_, unit) => unit).filter((unit) => unit % 3 !== 0);
        const heap = bestFirst(units, Float64Array.from(values));
        const given = units.map(() => heap.next());
        expect(given).toEqual([...units].sort((a, b) => values[b]! - values[a]! || a - b));
        expect(heap.next()).toBe(-1);
      }),
    );
  });
});
