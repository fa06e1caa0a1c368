import { storeClosedError } from '@headroom/core';
import { setTimeout as delay } from 'node:timers/promises';
import type { DatabaseSync } from 'node:sqlite';
import { inMemory, type Location } from './default-location.ts';
import { loadSqlite } from './load-sqlite.ts';
import { lockFile, prepareFile } from './prepare-file.ts';
import { migrate } from './schema.ts';
import { isBusy, storeError } from './store-error.ts';

/** SQLite waits inside its call, which holds up the event loop: a short while only. Beyond it we wait between calls, where others can work. */
const blockingWaitMs = 10;
const patienceMs = 10_000;
const longestPauseMs = 50;

/** `write` runs in a transaction that takes the write lock at its beginning; `read` runs without one. */
export type Access = 'read' | 'write';

/** One file, opened on first use, shared with other processes. */
export interface Connection<Statements> {
  /** Runs work that does not wait for anything; again, from its beginning, while another process holds the lock. */
  run<Result>(access: Access, work: (statements: Statements) => Result): Promise<Result>;
  close(): void;
}

/** Opens the file late, so that a path that cannot be used fails the first put (and the text passes unchanged), not the start of the application. */
export function createConnection<Statements>(location: Location, prepare: (database: DatabaseSync) => Statements): Connection<Statements> {
  let opened: { database: DatabaseSync; statements: Statements } | undefined;
  let state: 'usable' | 'closed' = 'usable';

  function open(): { database: DatabaseSync; statements: Statements } {
    if (state === 'closed') throw storeClosedError();
    if (opened !== undefined) return opened;
    const database = openDatabase(location);
    try {
      setUp(database);
      if (location.path !== inMemory) lockFile(location.path);
      opened = { database, statements: prepare(database) };
      return opened;
    } catch (error) {
      database.close();
      throw error;
    }
  }

  return {
    async run(access, work) {
      const started = performance.now();
      for (let attempt = 1; ; attempt += 1) {
        try {
          const { database, statements } = open();
          return access === 'read' ? work(statements) : inTransaction(database, () => work(statements));
        } catch (error) {
          if (!isBusy(error) || performance.now() - started > patienceMs) throw storeError(location.path, error);
        }
        await delay(Math.min(longestPauseMs, 2 * attempt));
      }
    },

    close() {
      state = 'closed';
      opened?.database.close();
      opened = undefined;
    },
  };
}

function openDatabase(location: Location): DatabaseSync {
  const { DatabaseSync } = loadSqlite();
  if (location.path !== inMemory) prepareFile(location);
  return new DatabaseSync(location.path, { timeout: blockingWaitMs });
}

/**
 * - WAL: readers and one writer at a time do not wait for each other.
 * - synchronous NORMAL: a commit is in the operating system's hands when it is acknowledged, so that it survives `kill -9`; a power failure can take the last
 *   commits with it, but never damages the file (https://sqlite.org/pragma.html#pragma_synchronous). Waiting for the disk would cost milliseconds a put.
 * - secure_delete: what is forgotten is overwritten, not only unlinked.
 */
function setUp(database: DatabaseSync): void {
  // Only has an effect on a file without tables, and must come before the first of them.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL');
  database.exec('PRAGMA journal_mode = WAL');
  database.exec(
    'PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA journal_size_limit = 16777216',
  );
  inTransaction(database, () => migrate(database));
}

function inTransaction<Result>(database: DatabaseSync, work: () => Result): Result {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    rollBack(database);
    throw error;
  }
}

/** Some failures, a full disk for one, have ended the transaction already; then there is nothing to roll back, and the first error is the one to tell. */
function rollBack(database: DatabaseSync): void {
  try {
    database.exec('ROLLBACK');
  } catch {
    // Already ended.
  }
}
