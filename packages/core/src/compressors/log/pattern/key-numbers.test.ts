import { expect, it } from 'vitest';
import { KeyNumbers } from './key-numbers.ts';

it('gives a key one number, and counts up as new ones come', () => {
  const keys = new KeyNumbers();
  const all = Array.from({ length: 5000 }, (_, index) => [Math.imul(index, 0x9e3779b1) >> (index % 3), index % 7] as const);
  const distinct = [...new Set(all.map((key) => key.join(' ')))];
  for (let round = 0; round < 2; round += 1)
    expect(all.map(([low, high]) => keys.numberOf(low, high))).toEqual(all.map((key) => distinct.indexOf(key.join(' '))));
  expect(keys.count).toBe(distinct.length);
});
