import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { HeadroomError } from '@headroom/core';
import type { HubFile } from './hub-file.ts';

/** Called as bytes arrive. */
export type OnProgress = (done: number, total: number | undefined) => void;

/** A connection that gives nothing for so long is given up. */
const silenceMilliseconds = 60_000;

/**
 * Fetches a file to a path: beside it first, under `.incomplete`, where a later run goes on; moved into its place once its size and hash are what the hub said.
 *
 * @throws HeadroomError `download-failed`, which says whether to run it again.
 */
export async function downloadFile(file: HubFile, path: string, onProgress: OnProgress): Promise<void> {
  const partial = `${path}.incomplete`;
  await mkdir(dirname(path), { recursive: true });
  if ((await sizeOf(partial)) !== file.size || file.size === undefined) await fetchRest(file, partial, onProgress);
  const fault = await findFault(file, partial);
  if (fault !== undefined) {
    await rm(partial, { force: true });
    throw new HeadroomError({ code: 'download-failed', message: `${fault}: what came was thrown away; run the same command again.` });
  }
  await rename(partial, path);
}

async function fetchRest({ url, size }: HubFile, partial: string, onProgress: OnProgress): Promise<void> {
  const silence = new AbortController();
  const restart = (): NodeJS.Timeout => setTimeout(() => silence.abort(new Error('nothing came for a minute')), silenceMilliseconds);
  let timer = restart();
  try {
    const had = await usableSize(partial, size);
    const headers = { 'accept-encoding': 'identity', ...(had > 0 ? { range: `bytes=${had}-` } : {}) };
    const response = await fetch(url, { headers, signal: silence.signal });
    if (!response.ok || response.body === null) throw new Error(`${new URL(url).origin} answered ${response.status}`);
    // A server that knows no ranges begins again.
    const from = response.status === 206 ? had : 0;
    let done = from;
    await pipeline(
      Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]),
      async function* (chunks: AsyncIterable<Uint8Array>) {
        for await (const chunk of chunks) {
          clearTimeout(timer);
          timer = restart();
          done += chunk.length;
          onProgress(done, size);
          yield chunk;
        }
      },
      createWriteStream(partial, { flags: from > 0 ? 'a' : 'w' }),
    );
  } catch (error) {
    throw new HeadroomError({
      code: 'download-failed',
      message: `The download broke off (${error instanceof Error ? error.message : String(error)}): run the same command again, and it goes on where it stopped.`,
      cause: error,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** What is there of a file; more than the whole is another file's. */
async function usableSize(partial: string, size: number | undefined): Promise<number> {
  const had = await sizeOf(partial);
  return size === undefined || had >= size ? 0 : had;
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

async function findFault({ size, hash }: HubFile, path: string): Promise<string | undefined> {
  const had = await sizeOf(path);
  if (size !== undefined && had !== size) return `The file has ${had} bytes where ${size} were promised`;
  if (hash === undefined) return undefined;
  const digest = createHash(hash.kind === 'sha256' ? 'sha256' : 'sha1');
  // Git hashes small files with a head of their own.
  if (hash.kind === 'git-blob') digest.update(`blob ${had}\0`);
  for await (const chunk of createReadStream(path)) digest.update(chunk as Buffer);
  return digest.digest('hex') === hash.hex ? undefined : 'The bytes are not those that the hub names';
}
