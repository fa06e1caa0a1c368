import { describe, expect, it, vi } from 'vitest';
import { memoizeByText } from './memoize-by-text.ts';

describe('memoizeByText', () => {
  it('computes once for a text, whatever comes of it', () => {
    const compute = vi.fn((text: string) => (text === 'none' ? undefined : text.length));
    const memoized = memoizeByText(compute, 1000);
    expect(['none', 'four', 'none', 'four'].map(memoized)).toEqual([undefined, 4, undefined, 4]);
    expect(compute).toHaveBeenCalledTimes(2);
  });

  it('forgets the oldest where the texts grow too many', () => {
    const compute = vi.fn((text: string) => text.length);
    const memoized = memoizeByText(compute, 100);
    for (let index = 0; index < 50; index += 1) memoized(`text number ${index}`);
    compute.mockClear();
    expect([memoized('text number 49'), memoized('text number 0')]).toEqual([14, 13]);
    expect(compute).toHaveBeenCalledExactlyOnceWith('text number 0');
  });
});
