import type { CcrStore, Headroom } from '@headroom/core';

/*
 * What is known about the retrieve tools that `headroomTools` made. A marker may go out only where a tool redeems it (I2): a wrapped model sees the names of the bound tools,
 * not whose they are, and a document compressor sees no tools at all.
 */
const engines = new WeakSet<Headroom>();
const stores = new WeakSet<CcrStore>();
let anyTool = false;

/** Notes that a retrieve tool over this engine was made for a caller's own set. */
export function noteOffered(engine: Headroom): void {
  engines.add(engine);
  stores.add(engine.store);
  anyTool = true;
}

/** Whether a retrieve tool was made over this very engine: whoever shares it says that its agent has the tool. */
export function isOffered(engine: Headroom): boolean {
  return engines.has(engine);
}

/** Whether the caller's retrieve tool reads another store, as far as can be known. A tool that this package did not make is taken at its word. */
export function readsAnotherStore(engine: Headroom): boolean {
  return anyTool && !stores.has(engine.store);
}
