import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SequenceTable } from './sequence-table.ts';

const name = (table: SequenceTable, [head, ...rest]: readonly number[], fresh: number): number => {
  const from = table.begin(head as number);
  for (const number of rest) table.push(number);
  return table.close(from, fresh);
};

describe('SequenceTable', () => {
  it('calls equal sequences the same, and others by their own names', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.integer({ min: -2, max: 3 }), { minLength: 1, maxLength: 4 }), { maxLength: 600 }), (sequences) => {
        const table = new SequenceTable();
        const known = new Map<string, number>();
        sequences.forEach((sequence, index) => {
          const key = sequence.join();
          if (!known.has(key)) known.set(key, index);
          expect(name(table, sequence, index)).toBe(known.get(key));
        });
      }),
      { numRuns: 60 },
    );
  });

  it('keeps a sequence that is begun inside another apart from it', () => {
    const table = new SequenceTable();
    const outer = table.begin(1);
    table.push(2);
    expect(name(table, [1, 2], 10)).toBe(10);
    table.push(10);
    expect(table.close(outer, 11)).toBe(11);
    expect(name(table, [1, 2, 10], 12)).toBe(11);
    expect(name(table, [1, 2], 12)).toBe(10);
  });
});
