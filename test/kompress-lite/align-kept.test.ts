import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignKept } from '../../models/kompress-lite/arrays/align-kept.ts';

describe('aligning a shortened sentence', () => {
  it('keeps neighbours together where a word stands twice', () => {
    expect([...alignKept('the list of the files of the user'.split(' '), 'list files of user'.split(' '))!]).toEqual([
      0, 1, 0, 0, 1, 1, 0, 1,
    ]);
    expect([...alignKept('a b a c'.split(' '), 'a c'.split(' '))!]).toEqual([0, 0, 1, 1]);
  });

  it('says so where a word was added or moved', () => {
    expect(alignKept(['a', 'b'], ['b', 'a'])).toBeUndefined();
    expect(alignKept(['a', 'b'], ['c'])).toBeUndefined();
  });

  it('finds every deletion again, word for word', () => {
    const words = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.boolean()), { maxLength: 30 });
    fc.assert(
      fc.property(words, (chosen) => {
        const all = chosen.map(([word]) => word);
        const kept = chosen.filter(([, stays]) => stays).map(([word]) => word);
        const aligned = alignKept(all, kept)!;
        expect(all.filter((_, index) => aligned[index] === 1)).toEqual(kept);
      }),
    );
  });
});
