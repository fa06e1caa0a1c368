import type { CcrStore, Compressor, Headroom } from '@headroom/core';
import type { CommandOptions } from './command-line.ts';
import type { Mode } from './option-table.ts';

/** One store, and an engine for each mode that is asked for. */
export interface Session {
  readonly store: CcrStore;
  /**
   * The engine for single texts also cuts code. In conversations code passes whole: an agent quotes, when it edits, what a shell command has shown it.
   */
  engine(mode?: Mode, work?: 'text' | 'conversation'): Headroom;
  /** Why words cannot be left out as they were asked for: the model that chooses them is not here. Known before a text needs it. */
  readonly missingModel?: string;
  close(): Promise<void>;
}

/** Opens what the options name; the file itself is opened on first use. */
export async function openSession(
  options: Pick<CommandOptions, 'store' | 'mode' | 'model' | 'scope' | 'prose' | 'proseModel'>,
): Promise<Session> {
  const { createHeadroom } = await import('@headroom/core');
  const store = await openStore(options.store);
  const { compressors: textCompressors, ...missing } = await loadTextCompressors(options);
  const engines = new Map<string, Headroom>();
  // All engines share the store: none may close it under another.
  const shared: CcrStore = { ...store, close: async () => undefined };
  return {
    store,
    ...missing,
    engine(mode = options.mode ?? 'reversible', work = 'conversation') {
      const key = `${mode} ${work}`;
      const engine =
        engines.get(key) ??
        createHeadroom({
          store: shared,
          mode,
          compressors: work === 'text' ? textCompressors : [],
          ...(options.model === undefined ? {} : { model: options.model }),
          ...(options.scope === undefined ? {} : { scope: options.scope }),
        });
      engines.set(key, engine);
      return engine;
    },
    async close() {
      await Promise.all([...engines.values()].map((engine) => engine.close()));
      await store.close();
    },
  };
}

/** What compresses single texts besides the engine's own: code, and words of prose where they were asked for. */
async function loadTextCompressors({
  prose,
  proseModel = 'lite',
}: Pick<CommandOptions, 'prose' | 'proseModel'>): Promise<{ readonly compressors: readonly Compressor[]; readonly missingModel?: string }> {
  const { codeCompressor } = await import('@headroom/code');
  if (prose !== 'words') return { compressors: [codeCompressor()] };
  const { kompressCompressor, locateModel } = await import('@headroom/kompress');
  const model = proseModel === 'lite' || proseModel === 'kompress-v2-base' ? proseModel : { directory: proseModel };
  const compressors = [codeCompressor(), kompressCompressor({ model })];
  if (model === 'lite') return { compressors };
  return locateModel(model).then(
    () => ({ compressors }),
    (error: unknown) => ({ compressors, missingModel: error instanceof Error ? error.message : String(error) }),
  );
}

/** The SQLite file, or a store that ends with the process for `:memory:`. */
export async function openStore(path: string | undefined): Promise<CcrStore> {
  if (path === ':memory:') return (await import('@headroom/core')).createMemoryStore();
  const { createSqliteStore } = await import('@headroom/store-sqlite');
  return createSqliteStore(path === undefined ? {} : { path });
}
