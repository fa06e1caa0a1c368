import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandSubject } from './command-subject.ts';

const folder = mkdtempSync(join(tmpdir(), 'headroom-protocol-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A program that speaks the protocol: it answers each line by a function of it, in reverse order, in chunks that cut lines and characters. */
function program(name: string, answer: string): string {
  const file = join(folder, `${name}.mjs`);
  const source = `
    let input = '';
    process.stdin.setEncoding('utf8').on('data', (text) => (input += text)).on('end', async () => {
      const answer = ${answer};
      const rows = input.split('\\n').filter(Boolean).map((line) => JSON.stringify(answer(JSON.parse(line), process.argv[2])));
      const bytes = Buffer.from(rows.reverse().join('\\n') + '\\n');
      for (let at = 0; at < bytes.length; at += 7) await new Promise((done) => process.stdout.write(bytes.subarray(at, at + 7), done));
    });`;
  writeFileSync(file, source);
  return `${process.execPath} ${file}`;
}

const shorten = `({ id, text, hash, mode, query }, verb) =>
  verb === 'compress' ? { id, text: text.slice(0, 2) + mode, handles: ['abc'], ms: 1.5 } : { id, found: hash === 'abc', text: query ?? 'whole' }`;

describe('a program that speaks the protocol of the command line', () => {
  it('is asked line by line and its answers are read whatever their order and chunks', async () => {
    const subject = commandSubject(program('shorten', shorten));
    const inputs = Array.from({ length: 20 }, (_, index) => ({ id: `${index}`, text: `é\u2028 and more ${index}` }));
    const results = await subject.compress(inputs, 'lossless');
    expect(results.map(({ id }) => Number(id)).sort((a, b) => a - b)).toEqual(inputs.map((_, index) => index));
    expect(results[0]).toMatchObject({ text: 'é\u2028lossless', handles: ['abc'], milliseconds: 1.5 });
    const answers = await subject.retrieve([
      { id: 'one', hash: 'abc', query: 'why' },
      { id: 'two', hash: 'abc' },
    ]);
    expect(answers.map(({ id, text }) => `${id} ${text}`).sort()).toEqual(['one why', 'two whole']);
    await subject.close();
  });

  it('fails where an answer is an error', async () => {
    const subject = commandSubject(program('failing', `({ id }) => ({ id, error: 'cannot be read' })`));
    await expect(subject.compress([{ id: 'a', text: 'b' }], 'reversible')).rejects.toThrow(/answer to a is an error: cannot be read/);
    await subject.close();
  });

  it('fails where answers are missing', async () => {
    const file = join(folder, 'silent.mjs');
    writeFileSync(file, 'process.stdin.resume();');
    const subject = commandSubject(`${process.execPath} ${file}`);
    await expect(subject.compress([{ id: 'a', text: 'b' }], 'reversible')).rejects.toThrow(/answered 0 of 1 lines/);
    await subject.close();
  });
});
