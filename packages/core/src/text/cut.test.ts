import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cutAfter, cutBefore, wordAfter, wordBefore } from './cut.ts';

it('never splits a surrogate pair, never moves further than one unit, stays inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: -3, max: 40 }), (text, index) => {
      const inside = Math.max(0, Math.min(text.length, index));
      for (const cut of [cutBefore(text, index), cutAfter(text, index)]) {
        expect(Math.abs(cut - inside)).toBeLessThanOrEqual(1);
        expect(text.slice(0, cut).isWellFormed() && text.slice(cut).isWellFormed()).toBe(true);
      }
      expect(cutBefore(text, index)).toBeLessThanOrEqual(inside);
      expect(cutAfter(text, index)).toBeGreaterThanOrEqual(inside);
    }),
  );
});

it('cuts lone surrogates like any other unit', () => {
  expect(cutBefore('\ud800\ud800', 1)).toBe(1);
  expect(cutBefore('a😀b', 2)).toBe(1);
  expect(cutAfter('a😀b', 2)).toBe(3);
});

it('cuts at words where one begins or ends near, and at the place itself inside of what is no word', () => {
  const text = 'one three\nfive';
  expect(text.slice(0, wordBefore(text, 6))).toBe('one ');
  expect(text.slice(wordAfter(text, 6))).toBe('\nfive');
  const blob = 'x'.repeat(100);
  expect([wordBefore(blob, 50), wordAfter(blob, 50)]).toEqual([50, 50]);
  expect([wordBefore('a😀b', 2), wordAfter('a😀b', 2)]).toEqual([1, 3]);
});
