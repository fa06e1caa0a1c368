import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changePoints, distance, median, spreadOf } from './robust.ts';

describe('median', () => {
  it('is the middle, or between the two middles', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2.5);
    expect(median([])).toBeNaN();
  });

  it('has half of the numbers on either side', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (numbers) => {
        const middle = median(numbers);
        expect(numbers.filter((number) => number < middle).length).toBeLessThanOrEqual(numbers.length / 2);
        expect(numbers.filter((number) => number > middle).length).toBeLessThanOrEqual(numbers.length / 2);
      }),
    );
  });
});

describe('spreadOf', () => {
  it('is not moved by a few wild values', () => {
    const usual = Array.from({ length: 100 }, (_, index) => 100 + (index % 7));
    const spread = spreadOf([...usual, 1e9, 1e12, -1e12]);
    expect(spread?.median).toBeGreaterThanOrEqual(100);
    expect(spread?.median).toBeLessThanOrEqual(106);
    expect(spread?.deviation).toBeLessThan(4);
    expect(spread?.maximum).toBe(1e12);
  });

  it('finds a moderate oddity beside a huge one, which mean and variance hide', () => {
    const spread = spreadOf([...Array.from({ length: 50 }, (_, index) => 10 + (index % 5)), 80, 1e9]);
    expect(spread && distance(80, spread)).toBeGreaterThan(8);
    expect(spread && distance(14, spread)).toBeLessThan(8);
  });

  it('counts any step off a constant by its size', () => {
    const spread = spreadOf([0, 0, 0, 0, 0, 0, 3, 3859]);
    expect(spread && distance(0, spread)).toBe(0);
    expect(spread && distance(3859, spread)).toBeGreaterThan(spread ? distance(3, spread) : 0);
  });

  it('is undefined for nothing', () => {
    expect(spreadOf([])).toBeUndefined();
  });
});

describe('changePoints', () => {
  const noise = (index: number): number => (index * 7919) % 5;

  it('finds where the level changes', () => {
    const series = Array.from({ length: 100 }, (_, index) => (index < 60 ? 20 : 90) + noise(index));
    const [found] = changePoints(series);
    expect(found).toBeGreaterThanOrEqual(58);
    expect(found).toBeLessThanOrEqual(62);
  });

  it('finds none in noise, in a constant and in a short series', () => {
    expect(changePoints(Array.from({ length: 200 }, (_, index) => noise(index)))).toEqual([]);
    expect(changePoints(Array.from({ length: 200 }, () => 4))).toEqual([]);
    expect(changePoints([1, 1, 1, 9, 9, 9])).toEqual([]);
  });

  it('is not led astray by a single wild value', () => {
    const series = Array.from({ length: 120 }, (_, index) => (index === 20 ? 1e9 : (index < 80 ? 20 : 60) + noise(index)));
    expect(changePoints(series, { most: 1 })[0]).toBeGreaterThan(70);
  });
});
