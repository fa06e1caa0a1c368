/** Where the middle of numbers lies and how far they spread, by measures that a few wild values do not move. */
export interface Spread {
  readonly minimum: number;
  readonly maximum: number;
  readonly median: number;
  /** Median absolute deviation from the median, unscaled. */
  readonly deviation: number;
}

/** Measures numbers, none of them NaN; undefined for none. Takes n log n. */
export function spreadOf(numbers: Float64Array): Spread | undefined {
  if (numbers.length === 0) return undefined;
  const sorted = numbers.slice().sort();
  const center = middle(sorted);
  return {
    minimum: sorted[0]!,
    maximum: sorted.at(-1)!,
    median: center,
    deviation: middle(sorted.map((number) => Math.abs(number - center)).sort()),
  };
}

/** How many deviations a number lies off the middle; where more than half of the numbers are equal, by the logarithm of its distance. */
export function distance(number: number, { median, deviation }: Spread): number {
  const off = Math.abs(number - median);
  if (off === 0) return 0;
  return deviation > 0 ? off / deviation : 8 + Math.log10(1 + off);
}

function middle(sorted: Float64Array): number {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
