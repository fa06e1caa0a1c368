import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countKeys, countRepeats } from './line-census.ts';
import { readListing } from './listing.ts';

describe('countKeys', () => {
  it('counts each key but 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 })), (keys) => {
        const expected = keys.map((key) => (key === 0 ? 0 : keys.filter((other) => other === key).length));
        expect([...countKeys(Int32Array.from(keys))]).toEqual(expected);
      }),
    );
  });
});

describe('countRepeats', () => {
  it('tells lines of one key apart by their characters, and reads long ones as far as it is told', () => {
    const { units, codes } = readListing(['aab', 'aac', 'aab', '', 'aabx', 'aaby', 'aab'].join('\n'));
    const keys = Int32Array.from({ length: units.count }, (_, line) => (line === 3 ? 0 : 1));
    expect([...countRepeats({ units, codes, keys, read: 300 })]).toEqual([0, 0, 1, 0, 0, 0, 2]);
    expect([...countRepeats({ units, codes, keys, read: 3 })]).toEqual([0, 0, 1, 0, 0, 1, 2]);
  });
});
