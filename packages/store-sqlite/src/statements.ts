import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** Graves remembered, so that "no longer stored" can be told from "never stored". A grave holds a handle and a scope, no text. */
const maximumGraves = 100_000;

/** Everything that is asked of the file, prepared once. */
export type Statements = Readonly<Record<keyof typeof queries, StatementSync>>;

const queries = {
  find: 'SELECT scope, decision, touched_at AS touchedAt FROM originals WHERE handle = ?',
  read: 'SELECT text AS bytes, encoding FROM originals WHERE handle = ?',
  holds: 'SELECT text = ? AND encoding = ? AS same FROM originals WHERE handle = ?',
  insert: 'INSERT INTO originals (handle, scope, text, encoding, decision, bytes, touched_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  touch: 'UPDATE originals SET touched_at = max(touched_at, ?) WHERE handle = ?',
  pin: 'UPDATE originals SET decision = ? WHERE handle = ?',
  remove: 'DELETE FROM originals WHERE handle = ?',
  removeScope: 'DELETE FROM originals WHERE scope = ?',
  oldest: 'SELECT handle, scope, bytes FROM originals WHERE touched_at <= ? ORDER BY touched_at LIMIT ?',
  totals: 'SELECT entries, bytes FROM totals',
  findGrave: 'SELECT scope FROM graves WHERE handle = ?',
  dig: 'INSERT OR REPLACE INTO graves (handle, scope) VALUES (?, ?)',
  fill: 'DELETE FROM graves WHERE handle = ?',
  fillScope: 'DELETE FROM graves WHERE scope = ?',
  levelGraves: `DELETE FROM graves WHERE id <= (SELECT max(id) FROM graves) - ${maximumGraves}`,
  shrink: 'PRAGMA incremental_vacuum',
  // Empties the write-ahead log, in which forgotten originals may still stand. Does nothing while another process reads.
  checkpoint: 'PRAGMA wal_checkpoint(TRUNCATE)',
} as const;

export function prepareStatements(database: DatabaseSync): Statements {
  return Object.fromEntries(Object.entries(queries).map(([name, sql]) => [name, database.prepare(sql)])) as Record<
    keyof typeof queries,
    StatementSync
  >;
}
