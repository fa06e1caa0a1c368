import { timed } from '../statistics.ts';

const warmRounds = 12;

/** The least processor time, in milliseconds: what disturbs only ever adds to it. */
export async function leastTime(work: () => unknown, rounds: number, warm = warmRounds): Promise<number> {
  for (let round = 0; round < warm; round += 1) await work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) least = Math.min(least, (await timed(work)).processorMs);
  return least;
}
