import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBudget } from './fit-budget.ts';

describe('fitBudget', () => {
  it('never passes the budget, and fills it though estimates are wrong', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 5000 }),
        fc.double({ min: 0.4, max: 2.5, noNaN: true }),
        fc.integer({ min: 0, max: 80 }),
        (budget, factor, fixed) => {
          const fitted = fitBudget(budget, (room) => ({ tokens: Math.round(fixed + factor * room) }));
          expect(fitted?.tokens).toBeLessThanOrEqual(budget);
          expect(fitted?.tokens).toBeGreaterThan(0.85 * budget);
        },
      ),
    );
  });

  it('finds what fits where units are large', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 1000 }), fc.integer({ min: 10, max: 60 }), (budget, unit) => {
        const fitted = fitBudget(budget, (room) => ({ tokens: 30 + Math.ceil(Math.floor(room / unit) * unit * 1.15) }));
        expect(fitted?.tokens).toBeLessThanOrEqual(budget);
      }),
    );
  });

  it('has nothing to offer where even the least is too much', () => {
    expect(fitBudget(50, () => ({ tokens: 60 }))).toBeUndefined();
    expect(fitBudget(50, () => undefined)).toBeUndefined();
  });

  it('does not ask again where all is taken', () => {
    let asked = 0;
    const fitted = fitBudget(1000, () => {
      asked += 1;
      return { tokens: 300 };
    });
    expect(fitted).toEqual({ tokens: 300 });
    expect(asked).toBe(2);
  });
});
