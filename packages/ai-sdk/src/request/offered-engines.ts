import type { CcrStore, Headroom } from '@headroom/core';

/*
 * Which stores the retrieve tools that `headroomTools` made can read. A marker may go out only where a tool of the same store redeems it (I2): a prepareStep function is
 * not told which tools its request offers, and a middleware sees only the name of a tool, not whose it is.
 */
const readable = new WeakSet<CcrStore>();
let anyTool = false;

/** Notes that a retrieve tool over this engine's store was made for a caller's own set. */
export function noteOffered(engine: Headroom): void {
  readable.add(engine.store);
  anyTool = true;
}

/** Whether a retrieve tool over this engine's store was made for a caller's own set. */
export function isOffered(engine: Headroom): boolean {
  return readable.has(engine.store);
}

/**
 * Whether the caller's retrieve tool reads another store, as far as can be known: `headroom()` beside `headroomTools()`, with no engine shared. A tool that this
 * package did not make (a server's, the caller's own) is taken at its word.
 */
export function readsAnotherStore(engine: Headroom): boolean {
  return anyTool && !isOffered(engine);
}
