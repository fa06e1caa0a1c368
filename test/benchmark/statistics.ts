/** The middle of repeated measurements and how far they lie apart. */
export interface Spread {
  readonly median: number;
  /** A quarter of the measurements lie below this one. */
  readonly lower: number;
  /** A quarter of the measurements lie above this one. */
  readonly upper: number;
  readonly rounds: number;
}

/** Median and quartiles: one slow round (garbage collection, a neighbour on the machine) moves neither much. */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  return { median: quantile(sorted, 0.5), lower: quantile(sorted, 0.25), upper: quantile(sorted, 0.75), rounds: sorted.length };
}

function quantile(sorted: readonly number[], share: number): number {
  const position = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(position)] ?? Number.NaN, sorted[Math.ceil(position)] ?? Number.NaN];
  return below + (above - below) * (position - Math.floor(position));
}

/** What a piece of work took, in milliseconds. */
export interface Timing<T> {
  readonly value: T;
  readonly milliseconds: number;
  /** Processor time of all threads of the process, which other programs on the machine do not lengthen. */
  readonly processorMs: number;
}

/** Runs something and answers how long it took, with what it gave. */
export async function timed<T>(work: () => T | Promise<T>): Promise<Timing<T>> {
  const processor = process.cpuUsage();
  const started = performance.now();
  const value = await work();
  const milliseconds = performance.now() - started;
  const { user, system } = process.cpuUsage(processor);
  return { value, milliseconds, processorMs: (user + system) / 1000 };
}

/** `12.3 (11.9 to 13.0)`: the median and its quartiles. */
export function spelled({ median, lower, upper }: Spread, digits = 1): string {
  return `${median.toFixed(digits)} (${lower.toFixed(digits)} to ${upper.toFixed(digits)})`;
}
