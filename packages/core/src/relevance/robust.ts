import { middle } from './middle.ts';

/** Where the middle of numbers lies and how far they spread, by measures that a few wild values do not move. */
export interface Spread {
  readonly minimum: number;
  readonly maximum: number;
  readonly median: number;
  /** Median absolute deviation from the median, unscaled. */
  readonly deviation: number;
}

/** The median of numbers; NaN for none. */
export function median(numbers: ArrayLike<number>): number {
  return middle(Float64Array.from(numbers));
}

/** Measures numbers, none of them NaN; undefined for none. */
export function spreadOf(numbers: ArrayLike<number>): Spread | undefined {
  if (numbers.length === 0) return undefined;
  const own = new Float64Array(numbers);
  let [minimum, maximum] = [own[0]!, own[0]!];
  for (let at = 1; at < own.length; at += 1) {
    const number = own[at]!;
    if (number < minimum) minimum = number;
    else if (number > maximum) maximum = number;
  }
  const center = middle(own);
  for (let at = 0; at < own.length; at += 1) own[at] = Math.abs(own[at]! - center);
  return { minimum, maximum, median: center, deviation: middle(own) };
}

/**
 * How many deviations a number lies off the middle. Where more than half of the numbers are equal the deviation is 0: any other number then counts by the
 * logarithm of its distance, so that one wild value among equal ones stands out and a small step does not.
 */
export function distance(number: number, { median: center, deviation }: Spread): number {
  const off = Math.abs(number - center);
  if (off === 0) return 0;
  return deviation > 0 ? off / deviation : 8 + Math.log10(1 + off);
}

/**
 * Places where the level of a series changes for good: the means of the windows before and after differ far more than such windows usually do, wild
 * values clipped to three deviations first. Answers at most `most` indexes, strongest first, no two within a window of each other. Takes n log n.
 */
export function changePoints(
  series: ArrayLike<number>,
  { window = 5, most = 3 }: { window?: number; most?: number } = {},
): readonly number[] {
  const spread = series.length < window * 4 ? undefined : spreadOf(series);
  if (spread === undefined || spread.deviation === 0) return [];
  const steps = windowSteps(series, spread, window);
  const usual = spreadOf(steps.subarray(window, series.length - window + 1)) as Spread;
  const threshold = usual.median + Math.max(usual.deviation * 8, spread.deviation * 2);
  const found: number[] = [];
  const order: number[] = [];
  steps.forEach((step, at) => step > threshold && order.push(at));
  order.sort((a, b) => (steps[b] as number) - (steps[a] as number) || a - b);
  for (const at of order) {
    if (found.length >= most) break;
    if (found.every((other) => Math.abs(other - at) > window)) found.push(at);
  }
  return found;
}

/** By how much the mean of the window at an index differs from that of the window before it. */
function windowSteps(series: ArrayLike<number>, spread: Spread, window: number): Float64Array {
  const reach = 3 * 1.4826 * spread.deviation;
  const sums = new Float64Array(series.length + 1);
  for (let at = 0; at < series.length; at++)
    sums[at + 1] = (sums[at] as number) + Math.min(spread.median + reach, Math.max(spread.median - reach, series[at] as number));
  const steps = new Float64Array(series.length);
  for (let at = window; at <= series.length - window; at++)
    steps[at] = Math.abs((sums[at + window] as number) - 2 * (sums[at] as number) + (sums[at - window] as number)) / window;
  return steps;
}
