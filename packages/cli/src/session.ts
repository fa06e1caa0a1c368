import type { CcrStore, Headroom } from '@headroom/core';
import type { CommandOptions, Mode } from './command-line.ts';

/** One store, and an engine for each mode that is asked for. */
export interface Session {
  readonly store: CcrStore;
  engine(mode?: Mode): Headroom;
  close(): Promise<void>;
}

/** Opens what the options name; the file itself is opened on first use. */
export async function openSession(options: Pick<CommandOptions, 'store' | 'mode' | 'model' | 'scope'>): Promise<Session> {
  const { createHeadroom } = await import('@headroom/core');
  const store = await openStore(options.store);
  const engines = new Map<Mode, Headroom>();
  // All engines share the store: none may close it under another.
  const shared: CcrStore = { ...store, close: async () => undefined };
  return {
    store,
    engine(mode = options.mode ?? 'reversible') {
      const engine =
        engines.get(mode) ??
        createHeadroom({
          store: shared,
          mode,
          ...(options.model === undefined ? {} : { model: options.model }),
          ...(options.scope === undefined ? {} : { scope: options.scope }),
        });
      engines.set(mode, engine);
      return engine;
    },
    async close() {
      await Promise.all([...engines.values()].map((engine) => engine.close()));
      await store.close();
    },
  };
}

/** The SQLite file, or a store that ends with the process for `:memory:`. */
export async function openStore(path: string | undefined): Promise<CcrStore> {
  if (path === ':memory:') return (await import('@headroom/core')).createMemoryStore();
  const { createSqliteStore } = await import('@headroom/store-sqlite');
  return createSqliteStore(path === undefined ? {} : { path });
}
