import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlappingWindows } from './windows.ts';

describe('overlappingWindows', () => {
  it('scores every token exactly once, with its margin of context wherever text follows', () => {
    fc.assert(
      fc.property(fc.nat(3000), fc.integer({ min: 0, max: 80 }), fc.integer({ min: 1, max: 400 }), (count, margin, more) => {
        const room = 2 * margin + more;
        let next = 0;
        for (const { from, to, scoredFrom, scoredTo } of overlappingWindows(count, room, margin)) {
          expect(scoredFrom).toBe(next);
          expect(scoredTo).toBeGreaterThan(scoredFrom);
          expect(to - from).toBeLessThanOrEqual(room);
          expect(from).toBeLessThanOrEqual(Math.max(0, scoredFrom - margin));
          expect(to).toBeGreaterThanOrEqual(Math.min(count, scoredTo + margin));
          next = scoredTo;
        }
        expect(next).toBe(count);
      }),
    );
  });
});
