import { readFile } from 'node:fs/promises';
import type { Streams } from './output/streams.ts';
import { UsageError } from './usage-error.ts';

/**
 * Reads a whole text from a file, or from standard input for `-` and nothing.
 *
 * @throws Error that names the file where it cannot be read or is no UTF-8: what is stored must be what was given (I1).
 */
export async function readInput(file: string | undefined, { input, inputKind }: Streams): Promise<string> {
  const name = file === undefined || file === '-' ? 'standard input' : file;
  if (name === 'standard input' && inputKind === 'terminal') throw new UsageError('Name a file, or pipe a text in.');
  const bytes = await (name === 'standard input' ? readAll(input) : readFile(name)).catch((cause: unknown) => unreadable(name, cause));
  return decode(name, bytes);
}

function decode(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    if (bytes.length > longestText) throw new Error(`${name} is too long: split it into parts of at most ${longestText} bytes.`, { cause });
    throw new Error(`${name} is not UTF-8 text: convert it first, for example with iconv.`, { cause });
  }
}

/** Characters that Node can hold in one string, which take three bytes each at most. */
const longestText = 2 ** 29 - 24;
const mostBytes = 3 * longestText;

/** What to do about errors of the file system. */
const advice: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', 'there is no such file. Check its name, or pipe the text in.'],
  ['ENOTDIR', 'a part of its path is a file. Check its name.'],
  ['EISDIR', 'it is a directory. Name a file in it.'],
  ['EACCES', 'it may not be read. Check its owner and mode.'],
  ['EPERM', 'it may not be read. Check its owner and mode.'],
  ['ENAMETOOLONG', 'its name is too long. Pipe a text in with `headroom compress -`.'],
  ['ELOOP', 'its symbolic links lead in a circle.'],
  ['ERR_FS_FILE_TOO_LARGE', 'it is too large. Split it.'],
]);

function unreadable(name: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  const why = advice.get(code) ?? (cause instanceof Error ? cause.message : String(cause));
  throw new Error(`${name} cannot be read: ${why}`, { cause });
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(chunk);
    length += chunk.length;
    // A program that never ends (`tail -f`) must not fill the memory.
    if (length > mostBytes) throw new Error(`it does not end, or is longer than ${longestText} characters. Give a part of it.`);
  }
  return Buffer.concat(chunks);
}
