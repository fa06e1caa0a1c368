import { HeadroomError } from '@headroom/core';
import type { DatabaseSync } from 'node:sqlite';

/** "HDRM": tells a store of ours from any other SQLite file that a path may point to by mistake. */
const applicationId = 0x4844524d;

/** Each step brings a file from the version of its index to the next. Steps are never changed, only added. */
const migrations: readonly string[] = [
  `CREATE TABLE originals (
     handle TEXT NOT NULL UNIQUE,
     scope TEXT NOT NULL,
     text BLOB NOT NULL,
     encoding TEXT NOT NULL,
     decision TEXT,
     bytes INTEGER NOT NULL,
     touched_at INTEGER NOT NULL
   ) STRICT;
   CREATE INDEX originals_by_touch ON originals (touched_at);
   CREATE INDEX originals_by_scope ON originals (scope);
   CREATE TABLE graves (id INTEGER PRIMARY KEY, handle TEXT NOT NULL UNIQUE, scope TEXT NOT NULL) STRICT;
   CREATE INDEX graves_by_scope ON graves (scope);
   CREATE TABLE totals (entries INTEGER NOT NULL, bytes INTEGER NOT NULL) STRICT;
   INSERT INTO totals VALUES (0, 0);
   CREATE TRIGGER originals_counted AFTER INSERT ON originals
     BEGIN UPDATE totals SET entries = entries + 1, bytes = bytes + new.bytes; END;
   CREATE TRIGGER originals_uncounted AFTER DELETE ON originals
     BEGIN UPDATE totals SET entries = entries - 1, bytes = bytes - old.bytes; END;`,
];

/**
 * Brings a file to the newest version, inside a write transaction of the caller: of several processes that open a new file at once, one makes the tables and
 * the others find them made.
 *
 * @throws HeadroomError `store-failed` for a database that is not a store, or one of a newer version of this package.
 */
export function migrate(database: DatabaseSync): void {
  const version = readPragma(database, 'user_version');
  const owner = readPragma(database, 'application_id');
  if (owner !== applicationId && (owner !== 0 || version !== 0 || holdsTables(database))) {
    throw unusable('it is a database of another program. Choose another path.');
  }
  if (version > migrations.length)
    throw unusable('a newer version of @headroom/store-sqlite wrote it. Use that version, or choose another path.');
  if (version === migrations.length) return;
  for (const step of migrations.slice(version)) database.exec(step);
  database.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${migrations.length}`);
}

function unusable(why: string): HeadroomError {
  return new HeadroomError({ code: 'store-failed', message: `The file cannot be used as a store: ${why}` });
}

function holdsTables(database: DatabaseSync): boolean {
  return database.prepare('SELECT 1 FROM sqlite_schema LIMIT 1').get() !== undefined;
}

function readPragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  return Number(database.prepare(`PRAGMA ${name}`).get()?.[name]);
}
