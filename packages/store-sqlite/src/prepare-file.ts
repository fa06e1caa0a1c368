import { chmodSync, closeSync, existsSync, openSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Location } from './default-location.ts';
import { makeDirectory } from './make-directory.ts';

const ownerOnlyFile = 0o600;
const ownerOnlyDirectory = 0o700;

/**
 * Makes the file and its directory for the owner alone, before SQLite writes to them: originals hold whatever a tool gave back, secrets too.
 *
 * A directory that is not ours (`/tmp`, a project) keeps its mode. On Windows modes mean little; the default place is the user's own there.
 */
export function prepareFile({ path, directory }: Location): void {
  const there = statSync(path, { throwIfNoEntry: false });
  // A directory gets a clearer error from opening it; opening a pipe might wait for ever.
  if (there !== undefined && !there.isFile() && !there.isDirectory()) throw new Error('this is a device, a pipe or a socket, not a file');
  makeDirectory(dirname(path), ownerOnlyDirectory);
  if (directory === 'ours') chmodSync(dirname(path), ownerOnlyDirectory);
  closeSync(openSync(path, 'a', ownerOnlyFile));
}

/**
 * Locks a file that was there before, once it has proved to be a store: what was named by mistake keeps its mode.
 *
 * SQLite gives the write-ahead log and its index the mode of the database, so that only those that an earlier, laxer file left need a change.
 */
export function lockFile(path: string): void {
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, ownerOnlyFile);
}
