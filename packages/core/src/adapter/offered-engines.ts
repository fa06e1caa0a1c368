import type { Headroom } from '../headroom.ts';
import type { CcrStore } from '../types/store.ts';

/** What an adapter knows about the retrieve tools that its `headroomTools` made. */
export interface OfferedEngines {
  /** Notes that a retrieve tool over this engine was made for a caller's own set. */
  note(engine: Headroom): void;
  /** Whether a retrieve tool was made over this very engine: whoever shares it says that its agent has the tool. */
  has(engine: Headroom): boolean;
  /** Whether the caller's retrieve tool reads another store, as far as can be known. A tool that the adapter did not make (a server's, the caller's own) is taken at its word. */
  readAnotherStore(engine: Headroom): boolean;
}

/**
 * Makes the memory of one adapter. A marker may go out only where a tool redeems it (I2), and a framework often shows the name of a tool, not whose it is, or no tools at all.
 *
 * @example export const offeredEngines = createOfferedEngines();
 */
export function createOfferedEngines(): OfferedEngines {
  const engines = new WeakSet<Headroom>();
  const stores = new WeakSet<CcrStore>();
  let anyTool = false;
  return {
    note(engine) {
      engines.add(engine);
      stores.add(engine.store);
      anyTool = true;
    },
    has: (engine) => engines.has(engine),
    readAnotherStore: (engine) => anyTool && !stores.has(engine.store),
  };
}
