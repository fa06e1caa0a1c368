import { createHeadroom, type Headroom } from '@headroom/core';
import { searchRows } from '../payloads/search-rows.ts';
import { spreadOf, timed, type Spread } from './statistics.ts';

/** One size of payload: what the library takes, against what JavaScript itself takes to read and write the same JSON. */
export interface SpeedRow {
  readonly rows: number;
  readonly characters: number;
  readonly tokensBefore: number;
  readonly tokensKept: number;
  readonly nativeMs: Spread;
  readonly headroomMs: Spread;
  readonly ratio: Spread;
  /** The same by processor time of all threads: what stays comparable on a busy machine. */
  readonly processorRatio: Spread;
}

export interface Speed {
  /** The very first compression of the process, with the loading of the tokenizer. */
  readonly firstCallMs: number;
  readonly sizes: readonly SpeedRow[];
  /** How many times as long the largest size takes as the smallest. */
  readonly growth: Spread;
}

const sizes = [1000, 5000] as const;

/** Rounds before the clock counts: by then the compiler of the runtime has seen what is hot. An agent's process is that warm after a few turns. */
const warmRounds = 6;

/** One round of one size. */
interface Sample {
  readonly native: number;
  readonly headroom: number;
  readonly processorRatio: number;
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly characters: number;
}

/**
 * Detects, compresses, stores and counts (before and after) search results through the library, and parses and writes the same text natively.
 *
 * Not to fool ourselves: every round brings new text, so that nothing is remembered; both measurements of a round see the same text, one after
 * the other, so that a slow phase of the machine slows both; sizes alternate; a result that was not compressed and stored is an error.
 */
export async function measureSpeed({ rounds }: { rounds: number }): Promise<Speed> {
  const headroom = createHeadroom();
  try {
    const firstCallMs = (await sample(headroom, 1000, 1)).headroom;
    for (let warm = 0; warm < warmRounds; warm++) for (const size of sizes) await sample(headroom, size, 10 + warm);
    const samples = new Map<number, Sample[]>(sizes.map((size) => [size, []]));
    for (let round = 0; round < rounds; round++) {
      for (const size of sizes) samples.get(size)?.push(await sample(headroom, size, 1000 + round * sizes.length + sizes.indexOf(size)));
    }
    const [small = [], large = []] = sizes.map((size) => samples.get(size) ?? []);
    return {
      firstCallMs,
      sizes: sizes.map((size) => summary(size, samples.get(size) ?? [])),
      growth: spreadOf(small.map(({ headroom: time }, index) => (large[index]?.headroom ?? Number.NaN) / time)),
    };
  } finally {
    await headroom.close();
  }
}

async function sample(headroom: Headroom, rows: number, seed: number): Promise<Sample> {
  const text = JSON.stringify(searchRows(rows, seed));
  // What earlier rounds left behind is collected outside the clock; what this round leaves behind is its own business.
  globalThis.gc?.();
  const native = await timed(() => JSON.stringify(JSON.parse(text)).length);
  const ours = await timed(() => headroom.compressText(text));
  const { tokensBefore, tokensAfter, fidelity, reason } = ours.value;
  if (fidelity === 'unchanged')
    throw new Error(`${rows} rows passed unchanged (${reason ?? 'no reason given'}): there is nothing to measure.`);
  const processorRatio = ours.processorMs / native.processorMs;
  return { native: native.milliseconds, headroom: ours.milliseconds, processorRatio, tokensBefore, tokensAfter, characters: text.length };
}

function summary(rows: number, samples: readonly Sample[]): SpeedRow {
  const mean = (field: (one: Sample) => number): number => samples.reduce((sum, one) => sum + field(one), 0) / samples.length;
  return {
    rows,
    characters: Math.round(mean(({ characters }) => characters)),
    tokensBefore: Math.round(mean(({ tokensBefore }) => tokensBefore)),
    tokensKept: mean(({ tokensAfter }) => tokensAfter) / mean(({ tokensBefore }) => tokensBefore),
    nativeMs: spreadOf(samples.map(({ native }) => native)),
    headroomMs: spreadOf(samples.map(({ headroom }) => headroom)),
    ratio: spreadOf(samples.map(({ headroom, native }) => headroom / native)),
    processorRatio: spreadOf(samples.map(({ processorRatio }) => processorRatio)),
  };
}
