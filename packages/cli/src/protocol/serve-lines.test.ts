import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reader, Writer } from '../output/streams.ts';
import { readLines, type InputLine } from './read-lines.ts';
import { serveLines, type AnswerRequest } from './serve-lines.ts';

async function* chunksOf(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.slice(start, start + size);
}

function collect(leavesAfter = Number.POSITIVE_INFINITY): Writer & { readonly lines: string[] } {
  const lines: string[] = [];
  const reader = (): Reader => (lines.length >= leavesAfter ? 'gone' : 'there');
  return {
    lines,
    kind: 'pipe',
    get reader() {
      return reader();
    },
    async write(text) {
      lines.push(text);
      return reader();
    },
  };
}

const bytesOf = (text: string) => new TextEncoder().encode(text);
const echo: AnswerRequest = async ({ text }) => ({ text });

async function linesOf(bytes: Uint8Array, size: number): Promise<InputLine[]> {
  const lines: InputLine[] = [];
  for await (const line of readLines(chunksOf(bytes, size))) lines.push(line);
  return lines;
}

describe('readLines', () => {
  it('splits at line feeds alone, whatever the chunks', async () => {
    const piece = fc.constantFrom('a', 'é', '\u2028', '\u2029', '\u0085', '\r', '\n', '𝄞', '日本', ' ', '');
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 1, max: 7 }), async (pieces, size) => {
        const text = pieces.join('');
        const expected = text.split('\n');
        if (expected.at(-1) === '') expected.pop();
        expect(await linesOf(bytesOf(text), size)).toEqual(expected.map((line) => ({ text: line })));
      }),
    );
  });

  it('reports a line that is not UTF-8 and reads the next', async () => {
    const bytes = Uint8Array.from([0x61, 0xff, 0x0a, 0x62, 0x0a]);
    expect(await linesOf(bytes, 2)).toEqual([{ problem: 'The line is not UTF-8.' }, { text: 'b' }]);
  });
});

describe('serveLines', () => {
  it('I7: gives numbers back as they were spelled, in the id and inside messages', async () => {
    const output = collect();
    const line = '{"id":12345678901234567890,"messages":[{"input":{"order_id":12345678901234567890,"amount":1.0,"e":1e2,"z":-0,"n":42}}]}';
    await serveLines({ input: chunksOf(bytesOf(line), 7), output }, { answer: async ({ messages }) => ({ messages }), concurrency: 1 });
    expect(output.lines).toEqual([`${line}\n`]);
  });

  it('answers in order, whichever is done first', async () => {
    const output = collect();
    const answer: AnswerRequest = ({ wait }) => new Promise((resolve) => setTimeout(() => resolve({ waited: wait }), Number(wait)));
    const input = chunksOf(bytesOf([30, 1, 15, 0, 5].map((wait, id) => JSON.stringify({ id, wait })).join('\n')), 10);
    await serveLines({ input, output }, { answer, concurrency: 3 });
    expect(output.lines.map((line) => (JSON.parse(line) as { id: number }).id)).toEqual([0, 1, 2, 3, 4]);
  });

  it('answers each request before the next one comes', async () => {
    const output = collect();
    const seen: number[] = [];
    async function* dialogue(): AsyncGenerator<Uint8Array> {
      for (let id = 0; id < 3; id++) {
        yield bytesOf(`{"id":${id},"text":"x"}\n`);
        await new Promise((resolve) => setTimeout(resolve, 5));
        seen.push(output.lines.length);
      }
    }
    await serveLines({ input: dialogue(), output }, { answer: echo, concurrency: 4 });
    expect(seen).toEqual([1, 2, 3]);
  });

  it('reads no further ahead than it works on', async () => {
    let working = 0;
    let most = 0;
    const answer: AnswerRequest = async () => {
      most = Math.max(most, ++working);
      await new Promise((resolve) => setTimeout(resolve, 1));
      working--;
      return {};
    };
    await serveLines({ input: chunksOf(bytesOf('{}\n'.repeat(50)), 1_000), output: collect() }, { answer, concurrency: 4 });
    expect(most).toBe(4);
  });

  it('answers what it cannot read by its id, or null, and goes on', async () => {
    const output = collect();
    const failing: AnswerRequest = async ({ text }) => {
      if (text === 'bad') throw new Error('It is bad.');
      return { text };
    };
    const input = chunksOf(bytesOf('nonsense\n[1]\n{"id":7,"text":"bad"}\n\n  \r\n{"id":"x","text":"good"}'), 3);
    await serveLines({ input, output }, { answer: failing, concurrency: 2 });
    const answers = output.lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(answers.map(({ id }) => id)).toEqual([null, null, 7, 'x']);
    expect(answers[0]?.['error']).toContain('not JSON');
    expect(answers[1]?.['error']).toContain('not a JSON object');
    expect(answers[2]).toEqual({ id: 7, error: 'It is bad.' });
    expect(answers[3]).toEqual({ id: 'x', text: 'good' });
  });

  it('ends when its reader is gone, and stops reading', async () => {
    const output = collect(2);
    let read = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        read++;
        yield bytesOf('{"id":1,"text":"x"}\n');
      }
    }
    await serveLines({ input: endless(), output }, { answer: echo, concurrency: 1 });
    expect(read).toBeLessThan(6);
  });
});
