import type { CcrStore } from '../types/store.ts';
import { createMemoryStore } from './memory-store.ts';

let store: CcrStore | undefined;

/**
 * The memory store that all adapters of this process share where they are given none: a tool beside a model then redeems what the model's prompts left out, whatever framework either
 * belongs to. It lives as long as the process; closing an engine leaves it open for the others.
 *
 * @example headroomTools({ store: processStore() })
 */
export function processStore(): CcrStore {
  store ??= { ...createMemoryStore(), close: () => Promise.resolve() };
  return store;
}
