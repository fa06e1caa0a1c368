import { describe, expect, it } from 'vitest';
import { usageOf } from '../__fixtures__/scripted-model.ts';
import { sumUsage } from './usage.ts';

describe('sumUsage', () => {
  it('gives the usage of one round as it is, the figures of the provider included', () => {
    const usage = { ...usageOf(5, 1), raw: { prompt_tokens: 5 } };
    expect(sumUsage([usage])).toBe(usage);
  });

  it('I13: adds rounds up part by part; what nobody reported stays unknown', () => {
    const sum = sumUsage([
      usageOf(100, 10),
      usageOf(200, 20),
      { ...usageOf(1, 1), inputTokens: { total: 1, noCache: undefined, cacheRead: undefined, cacheWrite: undefined } },
    ]);
    expect(sum).toEqual({
      inputTokens: { total: 301, noCache: 300, cacheRead: 0, cacheWrite: undefined },
      outputTokens: { total: 31, text: 31, reasoning: 0 },
    });
  });
});
