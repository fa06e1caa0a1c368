import { describe, expect, it } from 'vitest';
import { tokenBudget } from './token-budget.ts';

const budget = (tokensBefore: number, rest: Partial<Parameters<typeof tokenBudget>[0]> = {}): number =>
  tokenBudget({ kind: 'json', tokensBefore, question: 'known', contextWindow: 200_000, bias: 1, ...rest });

describe('tokenBudget', () => {
  it('keeps a share that falls with the size, and never more than there is', () => {
    expect(budget(300)).toBe(300);
    const shares = [4_000, 20_000, 100_000].map((tokens) => budget(tokens) / tokens);
    expect([...shares].sort((first, second) => second - first)).toEqual(shares);
    expect(shares[2]).toBeLessThan(0.25);
  });

  it('keeps at most about a quarter of a log that a question is asked of, however small', () => {
    expect(budget(1_000, { kind: 'log' })).toBe(270);
    expect(budget(50_000, { kind: 'log' }) / 50_000).toBeLessThan(0.12);
  });

  it('keeps room for what failed and where of a short log, and no more than there is', () => {
    expect(budget(330, { kind: 'log' })).toBe(140);
    expect(budget(100, { kind: 'log' })).toBe(100);
  });

  it('keeps more without a question and with a bias', () => {
    expect(budget(50_000, { question: 'unknown' })).toBeGreaterThan(budget(50_000));
    expect(budget(50_000, { bias: 2 })).toBeCloseTo(2 * budget(50_000), -1);
  });

  it('presses harder for smaller windows, within a bound, and for no other reason', () => {
    expect(budget(50_000, { contextWindow: 32_000 })).toBeCloseTo(budget(50_000) / 2, -1);
    expect(budget(50_000, { contextWindow: 1_000_000 })).toBe(budget(50_000));
    expect(budget(50_000, { contextWindow: 8_000 })).toBeGreaterThan(budget(50_000) / 3);
  });

  it('keeps no more of any payload than two fifths of the window', () => {
    expect(budget(8_000_000, { kind: 'prose', question: 'unknown' })).toBe(80_000);
    expect(budget(8_000_000, { kind: 'prose', question: 'unknown', bias: 3 })).toBe(80_000);
    expect(budget(50_000, { contextWindow: 4_000 })).toBe(1_600);
    expect(budget(50_000, { contextWindow: 1 })).toBe(1);
  });
});
