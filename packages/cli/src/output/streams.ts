import type { Writable } from 'node:stream';

/** Whether there is still a reader. */
export type Reader = 'there' | 'gone';

/** Writes in order and waits where the reader is slow. */
export interface Writer {
  write(text: string): Promise<Reader>;
  readonly reader: Reader;
  /** Whether a person reads it, as far as one can tell. */
  readonly kind: 'terminal' | 'pipe';
}

/** Where a command reads and writes. */
export interface Streams {
  readonly input: AsyncIterable<Uint8Array>;
  readonly inputKind: 'terminal' | 'pipe';
  readonly output: Writer;
  /** Remarks for people: what is no result. */
  readonly remarks: Writer;
}

/** The standard streams of this process. */
export function standardStreams(): Streams {
  return {
    input: process.stdin,
    inputKind: process.stdin.isTTY ? 'terminal' : 'pipe',
    // Written directly: it is the last thing that can be said.
    output: createWriter(process.stdout, (message) => process.stderr.write(`headroom: standard output cannot be written: ${message}\n`)),
    remarks: createWriter(process.stderr, () => undefined),
  };
}

/** Wraps a stream: a reader that closes its end (`headroom … | head`) is no error, but the end of the work. */
function createWriter(stream: Writable & { readonly isTTY?: boolean }, onFailure: (message: string) => void): Writer {
  let reader: Reader = 'there';
  const waiting = new Set<() => void>();
  const release = (): void => {
    for (const wake of waiting) wake();
    waiting.clear();
  };
  stream.on('error', (error: NodeJS.ErrnoException) => {
    reader = 'gone';
    release();
    if (error.code === 'EPIPE' || error.code === 'EOF' || error.code === 'ERR_STREAM_DESTROYED') return;
    process.exitCode = 1;
    onFailure(error.message);
  });
  stream.on('close', () => {
    reader = 'gone';
    release();
  });
  stream.on('drain', release);
  return {
    kind: stream.isTTY ? 'terminal' : 'pipe',
    get reader() {
      return reader;
    },
    async write(text) {
      if (reader === 'there' && !stream.write(text)) await new Promise<void>((wake) => waiting.add(wake));
      return reader;
    },
  };
}
