import { createMemoryStore, type CcrStore } from '@headroom/core';

let store: CcrStore | undefined;

/**
 * The store of all adapters in this process that were given none: a tool of `headroomTools()` can then redeem what a `headroom()` beside it has left out, without
 * either knowing of the other. It lives as long as the process; closing an engine leaves it open for the others.
 */
export function defaultStore(): CcrStore {
  store ??= { ...createMemoryStore(), close: () => Promise.resolve() };
  return store;
}
