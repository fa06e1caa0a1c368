import { digestHandle } from '../text/digest.ts';
import type { CcrLookup, CcrStore, CcrTouch, Handle } from '../types/store.ts';
import { checkEntry, storeClosedError } from './check-entry.ts';
import { createShelf, type Shelf } from './shelf.ts';
import { resolveStoreOptions, type StoreOptions } from './store-options.ts';

const defaults = { maximumBytes: 256 * 1024 * 1024, maximumEntries: 100_000, ttlMs: 24 * 60 * 60 * 1000 };

/**
 * Keeps originals in this process: for conversations that live and end in it.
 *
 * Defaults: 256 MiB (two bytes for each UTF-16 unit), 100,000 originals, 24 hours from the last touch, and 30 minutes in which capacity takes nothing
 * that a conversation touched. A full store rejects with `StoreFullError`, and nothing is evicted for a put that is refused.
 *
 * @throws HeadroomError `invalid-option` for a figure that makes no sense.
 * @example
 * const store = createMemoryStore({ maximumBytes: 64 * 1024 * 1024 });
 * const handle = await store.put({ scope: 'conversation-1', text });
 * const found = await store.get(handle, 'conversation-1'); // { status: 'found', text }
 */
export function createMemoryStore(options: StoreOptions = {}): CcrStore {
  const resolved = resolveStoreOptions(options, defaults);
  let shelf: Shelf | undefined = createShelf(resolved);
  const open = (): Shelf => {
    if (shelf === undefined) throw storeClosedError();
    return shelf;
  };

  return {
    capabilities: {
      durability: 'process',
      sharing: 'process',
      ttlGranularityMs: 1,
      ttlMs: resolved.ttlMs,
      maximumBytes: resolved.maximumBytes,
    },

    async put(given) {
      checkEntry(given);
      open();
      // The caller's object may change while the digest is made.
      const entry = { ...given };
      const handle = await digestHandle(entry.scope, entry.text);
      open().put(handle, entry);
      return handle;
    },
    get: async (handle, scope) => open().get(handle.toLowerCase(), scope),
    touch: async (handles, scope, lifetime) => handles.map((handle) => touched(open().get(handle.toLowerCase(), scope, lifetime), handle)),
    delete: async (handle, scope) => open().delete(handle.toLowerCase(), scope),
    purge: async (scope) => open().purge(scope),
    prune: async () => open().prune(),
    stats: async () => open().stats(),
    async close() {
      shelf = undefined;
    },
  };
}

function touched(lookup: CcrLookup, handle: Handle): CcrTouch {
  if (lookup.status !== 'found') return { handle, status: 'missing' };
  const { decision } = lookup;
  return decision === undefined ? { handle, status: 'found' } : { handle, status: 'found', decision };
}
