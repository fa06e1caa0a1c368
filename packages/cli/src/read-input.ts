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
  const bytes = name === 'standard input' ? await readAll(input) : await readFile(name).catch((cause: unknown) => unreadable(name, cause));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new Error(`${name} is not UTF-8 text: convert it first, for example with iconv.`, { cause });
  }
}

function unreadable(name: string, cause: unknown): never {
  throw new Error(`${name} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
}

async function readAll(input: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of input) chunks.push(chunk);
  return Buffer.concat(chunks);
}
