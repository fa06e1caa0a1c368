import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import type { Compressed, Retrieved, Subject } from './subject.ts';

/**
 * A program that speaks the protocol of `headroom compress --jsonl` and `headroom retrieve --jsonl`: one JSON object per line on standard input
 * and output. Compressing and retrieving are two processes over one store file, so that what is retrieved was really kept.
 */
export function commandSubject(command: string): Subject {
  const [program = '', ...parameters] = command.split(/\s+/).filter(Boolean);
  const folder = mkdtempSync(join(tmpdir(), 'headroom-fidelity-'));
  const store = ['--store', join(folder, 'originals.sqlite')];
  const talk = <Answer>(verb: string, rows: readonly object[]) =>
    exchange<Answer>(program, [...parameters, verb, '--jsonl', ...store], rows);
  return {
    name: command,
    async compress(inputs, mode) {
      const answers = await talk<Compressed & { readonly ms?: number }>(
        'compress',
        inputs.map((input) => ({ ...input, mode })),
      );
      return answers.map(({ ms, ...answer }) => (ms === undefined ? answer : { ...answer, milliseconds: ms }));
    },
    retrieve: (requests) => talk<Retrieved>('retrieve', requests),
    async close() {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends rows, one to a line, and collects as many answers. Rejects on an answer that is an error, on a failed program and on missing answers. */
async function exchange<Answer>(program: string, parameters: readonly string[], rows: readonly object[]): Promise<Answer[]> {
  if (rows.length === 0) return [];
  const child = spawn(program, parameters, { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve));
  const [answers, code] = await Promise.all([readLines<Answer>(child.stdout), ended, writeLines(child.stdin, rows)]);
  if (code !== 0) throw new Error(`${program} ${parameters.join(' ')} ended with exit code ${code}.`);
  if (answers.length !== rows.length)
    throw new Error(`${program} ${parameters.join(' ')} answered ${answers.length} of ${rows.length} lines.`);
  return answers;
}

/** A program that stops reading early shows up as missing answers, with its own message on standard error; here it is no failure. */
async function writeLines(stream: Writable, rows: readonly object[]): Promise<void> {
  const lines = function* (): Generator<string> {
    for (const row of rows) yield `${JSON.stringify(row)}\n`;
  };
  await pipeline(Readable.from(lines()), stream).catch(() => undefined);
}

/** Splits on `\n` alone: readline also breaks at U+2028, which JSON strings may hold. */
async function readLines<Answer>(stream: AsyncIterable<unknown>): Promise<Answer[]> {
  const decoder = new StringDecoder('utf8');
  const answers: Answer[] = [];
  let pending: string[] = [];
  for await (const chunk of stream) {
    const [first = '', ...rest] = decoder.write(chunk as Buffer).split('\n');
    pending.push(first);
    for (const line of rest) {
      const text = pending.join('');
      if (text !== '') answers.push(parseAnswer<Answer>(text));
      pending = [line];
    }
  }
  return answers;
}

function parseAnswer<Answer>(line: string): Answer {
  const answer = JSON.parse(line) as Answer & { error?: string; id?: unknown };
  if (answer.error !== undefined) throw new Error(`The answer to ${String(answer.id)} is an error: ${answer.error}`);
  return answer;
}
