import { createMemoryStore, type CcrStore } from '@headroom/core';

let store: CcrStore | undefined;

/**
 * The store of all processors and tools of this package in this process that were given none: a tool of `headroomTools()` then redeems what a `headroomProcessor()`
 * beside it has left out. It lives as long as the process; closing an engine leaves it open for the others.
 */
export function defaultStore(): CcrStore {
  store ??= { ...createMemoryStore(), close: () => Promise.resolve() };
  return store;
}
