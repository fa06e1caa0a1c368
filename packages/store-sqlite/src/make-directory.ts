import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it that are missing, each with the mode given.
 *
 * Node's own recursive `mkdir` never ends where a file system says that a directory cannot be found though the one above it is there, as `/proc` does. Here each is
 * tried at most twice: before and after the one above it is made.
 *
 * @throws the error of the file system
 */
export function makeDirectory(path: string, mode: number): void {
  try {
    makeOne(path, mode);
  } catch (error) {
    const above = dirname(path);
    if (codeOf(error) !== 'ENOENT' || above === path || isDirectory(above)) throw error;
    makeDirectory(above, mode);
    makeOne(path, mode);
  }
}

function makeOne(path: string, mode: number): void {
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // It may have been there before, or another process has made it just now: not every system says EEXIST then, a drive of Windows says EPERM.
    if (!isDirectory(path)) throw error;
  }
}

function isDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}
