import { createMemoryStore, type CcrStore } from '@headroom/core';

let store: CcrStore | undefined;

/**
 * The store of all of this package that is given none: a tool beside a model then redeems what the model's prompts left out, with nothing to share by hand. It lives as long as
 * the process; closing an engine leaves it open for the others.
 */
export function defaultStore(): CcrStore {
  store ??= { ...createMemoryStore(), close: () => Promise.resolve() };
  return store;
}
