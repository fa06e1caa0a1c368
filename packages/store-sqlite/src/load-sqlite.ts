import { HeadroomError } from '@headroom/core';

type Sqlite = typeof import('node:sqlite');

/**
 * Loads SQLite out of the runtime, on first use: importing this package costs nothing and never fails.
 *
 * The warning that node:sqlite is experimental says nothing that a user of the store could act on, and would stand in the output of every command line that
 * uses it: that one warning is held back, while loading only. Loading is synchronous, so that no other warning can come in between.
 *
 * @throws HeadroomError `missing-dependency` on runtimes without it.
 */
export function loadSqlite(): Sqlite {
  const { emitWarning } = process;
  process.emitWarning = (...args: unknown[]) => {
    if (!String(args[0]).includes('SQLite')) Reflect.apply(emitWarning, process, args);
  };
  try {
    // Not an import: bundlers know only older built-ins and would look for a package of this name.
    const sqlite = process.getBuiltinModule?.('node:sqlite') as Sqlite | undefined;
    if (sqlite !== undefined) return sqlite;
  } finally {
    process.emitWarning = emitWarning;
  }
  throw new HeadroomError({
    code: 'missing-dependency',
    message:
      'This runtime has no node:sqlite. Use Node.js 22.13 or newer, or another store, such as createMemoryStore() of @headroom/core.',
  });
}
