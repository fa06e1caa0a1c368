import { describe, expect, it } from 'vitest';
import type { Streams, Writer } from './output/streams.ts';
import { readInput } from './read-input.ts';
import { UsageError } from './usage-error.ts';

async function* repeat(chunk: Uint8Array, times: number): AsyncGenerator<Uint8Array> {
  for (let index = 0; index < times; index += 1) yield chunk;
}

const writer: Writer = { write: async () => 'there', reader: 'there', kind: 'pipe' };
const streams = (input: AsyncIterable<Uint8Array>, inputKind: Streams['inputKind'] = 'pipe'): Streams => ({
  input,
  inputKind,
  output: writer,
  remarks: writer,
});

describe('readInput', () => {
  it('reads characters that are cut between chunks, and nothing', async () => {
    const [first, second] = Buffer.from('é');
    async function* halves(): AsyncGenerator<Uint8Array> {
      yield Uint8Array.from([first!]);
      yield Uint8Array.from([second!]);
    }
    expect(await readInput('-', streams(halves()))).toBe('é');
    expect(await readInput(undefined, streams(repeat(new Uint8Array(), 1)))).toBe('');
  });

  it('I6: stops reading what does not end', async () => {
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      const chunk = new Uint8Array(2 ** 26);
      // The same bytes again and again: what is read is counted, not held.
      for (; read < 1_000; read += 1) yield chunk;
    }
    await expect(readInput('-', streams(endless()))).rejects.toThrow(/standard input cannot be read: it does not end/);
    expect(read).toBeLessThan(1_000);
  });

  it('asks for a text where a person sits before an empty prompt', async () => {
    await expect(readInput(undefined, streams(repeat(new Uint8Array(), 1), 'terminal'))).rejects.toThrow(UsageError);
  });
});
