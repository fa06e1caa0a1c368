import { createHeadroom, type Headroom } from '@headroom/core';
import { searchRows } from '../payloads/search-rows.ts';
import { seededRandom } from '../payloads/seeded-random.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** The longest that other work of the event loop had to wait while one payload was compressed. */
export interface EventLoopDelay {
  readonly payload: string;
  /** By the clock on the wall, in which other programs of the machine take part. */
  readonly wallMs: Spread;
  /** By the processor time of the main thread alone: what we are answerable for. */
  readonly ownMs: Spread;
  readonly worstOwnMs: number;
  /** The longest wait in an idle loop over the same time, by the clock on the wall: the machine's noise. */
  readonly idleMs: number;
}

/** The longest time between two turns of the event loop. */
export interface Gap {
  readonly wall: number;
  readonly own: number;
}

/** Texts of one line, which is what an API returns, and of very many. */
const payloads: readonly { readonly payload: string; readonly text: (seed: number) => string }[] = [
  { payload: '1,000 rows of JSON', text: (seed) => JSON.stringify(searchRows(1000, seed)) },
  { payload: '20,000 rows of JSON', text: (seed) => JSON.stringify(searchRows(20_000, seed)) },
  { payload: '1,500 rows of JSON, a field a line', text: (seed) => JSON.stringify(searchRows(1500, seed), null, 2) },
  { payload: '10,000 lines of a log', text: (seed) => logLines(10_000, seed) },
];

function logLines(lines: number, seed: number): string {
  const { whole } = seededRandom(seed);
  return Array.from(
    { length: lines },
    (_, index) =>
      `${new Date(1_750_000_000_000 + 40 * index).toISOString()} INFO [worker-${whole(1, 8)}] request ${whole(1, 1_000_000)} of tenant ${whole(1, 500)} done in ${whole(1, 900)} ms`,
  ).join('\n');
}

/**
 * Ticks as fast as the loop allows while the library works, and answers the longest gaps between two ticks. The text is made, and garbage
 * collected, before the clock starts.
 */
export async function measureEventLoop({ rounds }: { rounds: number }): Promise<EventLoopDelay[]> {
  const headroom = createHeadroom();
  try {
    await headroom.compressText(JSON.stringify(searchRows(1000, 3)));
    const results: EventLoopDelay[] = [];
    for (const { payload, text } of payloads) {
      const gaps: Gap[] = [];
      const idle: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const { busyMs, gap } = await gapWhileCompressing(headroom, text(70_000 + 100 * results.length + round));
        gaps.push(gap);
        idle.push((await longestGap(() => new Promise((resolve) => setTimeout(resolve, busyMs)))).wall);
      }
      const own = gaps.map((gap) => gap.own);
      results.push({
        payload,
        wallMs: spreadOf(gaps.map(({ wall }) => wall)),
        ownMs: spreadOf(own),
        worstOwnMs: Math.max(...own),
        idleMs: Math.max(...idle),
      });
    }
    return results;
  } finally {
    await headroom.close();
  }
}

async function gapWhileCompressing(headroom: Headroom, text: string): Promise<{ busyMs: number; gap: Gap }> {
  globalThis.gc?.();
  const started = performance.now();
  const gap = await longestGap(() => headroom.compressText(text));
  return { busyMs: performance.now() - started, gap };
}

/** The longest gaps while something runs, its first synchronous stretch included. */
export async function longestGap(work: () => Promise<unknown>): Promise<Gap> {
  let [lastWall, lastOwn] = [performance.now(), threadMs()];
  let [wall, own] = [0, 0];
  let running = true;
  const tick = (): void => {
    const [nowWall, nowOwn] = [performance.now(), threadMs()];
    [wall, own] = [Math.max(wall, nowWall - lastWall), Math.max(own, nowOwn - lastOwn)];
    [lastWall, lastOwn] = [nowWall, nowOwn];
    if (running) setImmediate(tick);
  };
  setImmediate(tick);
  await work();
  running = false;
  await new Promise((resolve) => setImmediate(resolve));
  return { wall, own };
}

/** Processor time that this thread has used, in milliseconds. */
function threadMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
