import { HeadroomError } from '@headroom/core';

/** Primary result codes of SQLite (https://sqlite.org/rescode.html) for which there is something to say. */
const advice: ReadonlyMap<number, string> = new Map([
  [8, 'The file or its directory may not be written. Check its owner and mode, or choose another path.'],
  [10, 'Reading or writing failed. Check the disk.'],
  [11, 'The file is damaged. Move it away and start with a new one; the originals in it are lost.'],
  [13, 'The disk is full. Make room, or lower maximumBytes.'],
  [14, 'The file cannot be opened. Check that the directory exists and may be entered and written.'],
  [26, 'The file is not an SQLite database, or its beginning is damaged. Move it away, or choose another path.'],
]);

/** What to do about errors of the file system, which come before SQLite sees the file. */
const fileAdvice: ReadonlyMap<unknown, string> = new Map([
  ['EACCES', 'The file or its directory may not be written. Check its owner and mode, or choose another path.'],
  ['EPERM', 'The file or its directory may not be written. Check its owner and mode, or choose another path.'],
  ['EROFS', 'The file system may only be read. Choose another path.'],
  ['ENOENT', 'Its directory cannot be made there. Choose another path.'],
  ['ENOTDIR', 'A file stands where a directory should be. Choose another path.'],
  ['EEXIST', 'A file stands where a directory should be. Choose another path.'],
  ['EISDIR', 'This is a directory. Name a file in it.'],
  ['ENAMETOOLONG', 'The path is too long. Choose another one.'],
  ['ENOSPC', 'The disk is full. Make room, or choose another path.'],
]);

const busy = 5;
const locked = 6;

/** Whether another connection holds the lock just now, so that trying again will help. */
export function isBusy(error: unknown): boolean {
  const code = resultCode(error);
  return code === busy || code === locked;
}

/** Whatever went wrong with the file, as the one error that callers know: the pipeline then passes the text unchanged. */
export function storeError(path: string, cause: unknown): HeadroomError {
  if (HeadroomError.isInstance(cause)) return cause;
  const reason = cause instanceof Error ? cause.message : String(cause);
  const hint = isBusy(cause)
    ? 'Another process held its lock all the time. End that process, or try again.'
    : (advice.get(resultCode(cause) ?? 0) ?? fileAdvice.get(fileCode(cause)) ?? 'Check the path, its owner and its mode.');
  return new HeadroomError({ code: 'store-failed', message: `The store at ${path} failed: ${reason}. ${hint}`, cause });
}

function fileCode(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function resultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  // Extended codes carry the primary one in their low byte.
  return error.errcode & 0xff;
}
