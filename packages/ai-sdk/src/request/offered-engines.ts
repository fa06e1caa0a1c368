import type { Headroom } from '@headroom/core';

/*
 * A prepareStep function is not told which tools its request offers. It may leave something out only where the tool of the same engine was made for the caller's
 * own set (I2); which engines those are is remembered here, weakly.
 */
const offered = new WeakSet<Headroom>();

/** Notes that the retrieve tool of this engine is among the caller's tools. */
export function noteOffered(engine: Headroom): void {
  offered.add(engine);
}

/** Whether the retrieve tool of this engine was made for a caller's set. */
export function isOffered(engine: Headroom): boolean {
  return offered.has(engine);
}
