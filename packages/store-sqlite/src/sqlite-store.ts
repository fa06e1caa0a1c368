import {
  HeadroomError,
  checkEntry,
  digestHandle,
  resolveStoreOptions,
  type CcrLookup,
  type CcrStore,
  type CcrTouch,
  type Handle,
  type Scope,
  type StoreOptions,
} from '@headroom/core';
import { createConnection } from './connection.ts';
import { inMemory, locateStore } from './default-location.ts';
import { createLifetime } from './lifetime.ts';
import { findOriginal, forgetExpired, isAcknowledged, putOriginal, readStats } from './originals.ts';
import { prepareStatements } from './statements.ts';
import { decodeText, encodeText, scopeKey, type StoredText } from './stored-text.ts';

/** Options of `createSqliteStore`; every field is optional. */
export interface SqliteStoreOptions extends StoreOptions {
  /**
   * The file; `:memory:` keeps everything in the process.
   *
   * @default the variable HEADROOM_STORE, else the platform's place for an application's data
   */
  readonly path?: string;
}

const defaults = { maximumBytes: 2 * 1024 ** 3, maximumEntries: 1_000_000, ttlMs: 30 * 24 * 60 * 60 * 1000 };

/**
 * Keeps originals in a file of this machine, shared by its processes, on the SQLite of the runtime.
 *
 * Acknowledged means that the original survives `kill -9` at any moment. Defaults: 2 GiB of UTF-8, a million originals, 30 days from the last touch, 30 minutes in
 * which capacity takes nothing that a conversation touched. The file is opened on first use; whatever fails there rejects with a `HeadroomError` `store-failed` (or
 * `missing-dependency` on a runtime without node:sqlite), and the pipeline passes the text unchanged.
 *
 * @throws HeadroomError `invalid-option` for a figure that makes no sense.
 * @example
 * const store = createSqliteStore({ path: './originals.sqlite' });
 * const handle = await store.put({ scope: 'conversation-1', text });
 * const found = await store.get(handle, 'conversation-1'); // in any process: { status: 'found', text }
 */
export function createSqliteStore({ path, ...options }: SqliteStoreOptions = {}): CcrStore {
  const limits = resolveStoreOptions(options, defaults);
  const lifetime = createLifetime(limits);
  const location = locateStore(path);
  const connection = createConnection(location, prepareStatements);

  /** Records touches; a touch that cannot be written must not keep an original from its reader. */
  async function recordTouches(handles: readonly Handle[]): Promise<void> {
    if (handles.length === 0) return;
    await connection.run('write', ({ touch }) => {
      for (const handle of handles) touch.run(lifetime.now(), handle);
    });
  }

  return {
    capabilities: {
      durability: location.path === inMemory ? 'process' : 'disk',
      sharing: location.path === inMemory ? 'process' : 'machine',
      ttlGranularityMs: lifetime.granularityMs,
      ttlMs: limits.ttlMs,
      maximumBytes: limits.maximumBytes,
    },

    async put(given) {
      checkEntry(given);
      // The caller's object may change while the digest is made.
      const entry = { ...given };
      const handle = await digestHandle(entry.scope, entry.text);
      const text = encodeText(entry.text);
      // Most puts are of texts that a conversation shows again: they take no lock.
      const acknowledged = await connection.run('read', (statements) => isAcknowledged(statements, lifetime, handle, entry, text));
      if (!acknowledged) await connection.run('write', (statements) => putOriginal(statements, lifetime, limits, handle, entry, text));
      return handle;
    },

    async get(asked, scope): Promise<CcrLookup> {
      const handle = asked.toLowerCase();
      const { presence, stored } = await connection.run('read', (statements) => {
        const found = findOriginal(statements, lifetime, handle, scope);
        return {
          presence: found,
          stored: found.status === 'found' ? (statements.read.get(handle) as unknown as StoredText | undefined) : undefined,
        };
      });
      if (presence.status !== 'found') return { status: presence.status };
      // Between two reads another process may have forgotten it.
      if (stored === undefined) return { status: 'expired' };
      const text = decodeText(stored);
      await checkIntegrity(handle, scope, text, location.path);
      if (presence.touch === 'due') await recordTouches([handle]).catch(() => undefined);
      return { status: 'found', text, ...(presence.decision === undefined ? {} : { decision: presence.decision }) };
    },

    async touch(handles, scope, life = 'extend') {
      const presences = await connection.run('read', (statements) =>
        handles.map((asked) => findOriginal(statements, lifetime, asked.toLowerCase(), scope)),
      );
      const due = life === 'keep' ? [] : handles.filter((_, index) => isDue(presences[index]));
      await recordTouches(due.map((handle) => handle.toLowerCase()));
      return handles.map((handle, index): CcrTouch => {
        const presence = presences[index];
        if (presence?.status !== 'found') return { handle, status: 'missing' };
        return { handle, status: 'found', ...(presence.decision === undefined ? {} : { decision: presence.decision }) };
      });
    },

    delete: (asked, scope) =>
      connection.run('write', (statements) => {
        const handle = asked.toLowerCase();
        return findOriginal(statements, lifetime, handle, scope).status === 'found' && statements.remove.run(handle).changes > 0;
      }),

    async purge(scope) {
      const forgotten = await connection.run('write', (statements) => {
        statements.fillScope.run(scopeKey(scope));
        return Number(statements.removeScope.run(scopeKey(scope)).changes);
      });
      await connection.run('read', ({ checkpoint }) => checkpoint.all());
      return forgotten;
    },

    async prune() {
      const forgotten = await connection.run('write', (statements) => forgetExpired(statements, lifetime, Number.MAX_SAFE_INTEGER));
      await connection.run('read', ({ shrink, checkpoint }) => [shrink.all(), checkpoint.all()]);
      return forgotten;
    },

    stats: () => connection.run('read', readStats),

    async close() {
      connection.close();
    },
  };
}

function isDue(presence: ReturnType<typeof findOriginal> | undefined): boolean {
  return presence?.status === 'found' && presence.touch === 'due';
}

/** SQLite pages carry no checksum: an original that a failing disk has changed is an error, never an answer. */
async function checkIntegrity(handle: Handle, scope: Scope, text: string, path: string): Promise<void> {
  if ((await digestHandle(scope, text)) === handle) return;
  throw new HeadroomError({ code: 'store-failed', message: `The original ${handle} in the store at ${path} is damaged. Check the disk.` });
}
