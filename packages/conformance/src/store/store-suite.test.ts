import { createMemoryStore, type CcrStore } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { firstFailingTest } from '../__fixtures__/first-failing-test.ts';
import { storeSuite } from './store-suite.ts';
import type { StoreSetup } from './suite-options.ts';

describe('the memory store', () => {
  storeSuite({ test: { describe, it, expect }, createStore: (setup) => createMemoryStore(setup) });
});

/** Each breaks a sound store in one place. */
const broken: Record<string, (store: CcrStore) => Partial<CcrStore>> = {
  'encodes as UTF-8': (store) => ({ put: (entry) => store.put({ ...entry, text: entry.text.toWellFormed() }) }),
  'cuts at a zero': (store) => ({ put: (entry) => store.put({ ...entry, text: entry.text.split('\0')[0] ?? '' }) }),
  'drops a byte order mark': (store) => ({
    async get(handle, scope) {
      const lookup = await store.get(handle, scope);
      return lookup.status === 'found' ? { ...lookup, text: lookup.text.replace(/^\ufeff/, '') } : lookup;
    },
  }),
  'has one scope for all': (store) => ({
    put: (entry) => store.put({ ...entry, scope: 'all' }),
    get: (handle) => store.get(handle, 'all'),
    touch: (handles) => store.touch(handles, 'all'),
  }),
  'shows the text to other scopes': (store) => ({
    async get(handle, scope) {
      const lookup = await store.get(handle, scope);
      return lookup.status === 'wrong-scope' ? ({ ...lookup, text: 'a secret' } as never) : lookup;
    },
  }),
  'lets any scope delete': (store) => ({
    delete: async (handle) => (await store.delete(handle, 'conversation-1')) || (await store.delete(handle, 'other')),
  }),
  'purges all scopes': (store) => ({
    async purge(scope) {
      await store.purge('other');
      return store.purge(scope);
    },
  }),
  'reads handles as they stand': (store) => ({
    get: async (handle, scope) => (/[A-F]/.test(handle) ? { status: 'never-stored' } : store.get(handle, scope)),
  }),
  'forgets decisions on the next put': (store) => {
    const pinned = new Map<string, boolean>();
    return {
      async put(entry) {
        const handle = await store.put({ scope: entry.scope, text: entry.text });
        pinned.set(handle, entry.decision !== undefined);
        return handle;
      },
      async get(handle, scope) {
        const lookup = await store.get(handle, scope);
        return lookup.status === 'found' && pinned.get(handle) === true ? { ...lookup, decision: 'unchanged' } : lookup;
      },
    };
  },
  'does not count a touch': () => ({ touch: async (handles) => handles.map((handle) => ({ handle, status: 'found' })) }),
  'forgets what expired': (store) => ({
    async get(handle, scope) {
      const lookup = await store.get(handle, scope);
      return lookup.status === 'expired' ? { status: 'never-stored' } : lookup;
    },
  }),
  'answers touches in its own order': (store) => ({
    touch: async (handles, scope) => [...(await store.touch(handles, scope))].sort((a, b) => (a.handle < b.handle ? -1 : 1)),
  }),
  'stores twice': (store) => {
    let puts = 0;
    return { put: (entry) => ((puts += 1), store.put(entry)), stats: async () => ({ ...(await store.stats()), entries: puts }) };
  },
  'throws its own errors': (store) => ({
    put: (entry) =>
      store.put(entry).catch(() => {
        throw new Error('no');
      }),
  }),
  'swallows that it is full': (store) => ({ put: (entry) => store.put(entry).catch(() => '0'.repeat(24)) }),
  'makes up a handle': (store) => ({ put: async (entry) => (await store.put(entry)).replace(/^./, '0') }),
  'answers after its end': (store) => ({ close: async () => undefined, stats: store.stats }),
  'promises a disk that it never opens again': (store) => ({ capabilities: { ...store.capabilities, durability: 'disk' } }),
};

/** These need another make of store rather than another method. */
const misconfigured: Record<string, (setup: StoreSetup) => CcrStore> = {
  'never expires': (setup) => createMemoryStore({ ...setup, ttlMs: Infinity }),
  'expires early': (setup) => createMemoryStore({ ...setup, ttlMs: setup.ttlMs / 2 }),
  'evicts what is live': (setup) => createMemoryStore({ ...setup, liveForMs: 1 }),
  'never evicts': (setup) => createMemoryStore({ ...setup, liveForMs: Infinity }),
  'has no bound': (setup) => createMemoryStore({ ...setup, maximumBytes: 2 ** 40, maximumEntries: 1_000_000 }),
};

describe('the suite itself', () => {
  for (const [name, difference] of Object.entries(broken)) {
    it(`catches a store that ${name}`, async () => {
      const createStore = (setup: StoreSetup) => {
        const store = createMemoryStore(setup);
        return { ...store, ...difference(store) };
      };
      expect(await firstFailingTest((test) => storeSuite({ test, createStore }))).toBeDefined();
    });
  }

  for (const [name, createStore] of Object.entries(misconfigured)) {
    it(`catches a store that ${name}`, async () => {
      expect(await firstFailingTest((test) => storeSuite({ test, createStore }))).toBeDefined();
    });
  }
});
