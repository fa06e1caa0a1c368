import { createHeadroom, type Headroom } from '@headroom/core';
import { searchRows } from '../payloads/search-rows.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** The longest that other work of the event loop had to wait while one payload was compressed. */
export interface EventLoopDelay {
  readonly rows: number;
  readonly longestMs: Spread;
  readonly worstMs: number;
  readonly idleMs: number;
}

/**
 * Ticks as fast as the loop allows while the library works, and answers the longest gaps between two ticks. The gaps of an idle loop over the same
 * time are measured as well: what they reach is the machine's, not ours. The text is made before, and its garbage collected before, the clock starts.
 */
export async function measureEventLoop({ rounds }: { rounds: number }): Promise<EventLoopDelay[]> {
  const headroom = createHeadroom();
  try {
    await headroom.compressText(JSON.stringify(searchRows(1000, 3)));
    const results: EventLoopDelay[] = [];
    for (const rows of [1000, 20_000]) {
      const longest: number[] = [];
      const idle: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const { busyMs, gap } = await gapWhileCompressing(headroom, rows, 70_000 + rows + round);
        longest.push(gap);
        idle.push(await longestGap(() => new Promise((resolve) => setTimeout(resolve, busyMs))));
      }
      results.push({ rows, longestMs: spreadOf(longest), worstMs: Math.max(...longest), idleMs: Math.max(...idle) });
    }
    return results;
  } finally {
    await headroom.close();
  }
}

async function gapWhileCompressing(headroom: Headroom, rows: number, seed: number): Promise<{ busyMs: number; gap: number }> {
  const text = JSON.stringify(searchRows(rows, seed));
  globalThis.gc?.();
  const started = performance.now();
  const gap = await longestGap(() => headroom.compressText(text));
  return { busyMs: performance.now() - started, gap };
}

/** The longest time between two turns of the event loop while something runs, the first synchronous stretch included. */
async function longestGap(work: () => Promise<unknown>): Promise<number> {
  let last = performance.now();
  let longest = 0;
  let running = true;
  const tick = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  running = false;
  await new Promise((resolve) => setImmediate(resolve));
  return longest;
}
