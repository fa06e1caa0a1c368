import { afterAll, describe, expect, it } from 'vitest';
import { manyRows, parseLines, runBin, startBin, temporaryFolder } from '../test-support.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const store = folder.path('originals.sqlite');
const rows = manyRows();

// Each test starts processes: a busy machine takes its time over that.
const patience = { timeout: 60_000 };

describe('the protocol', patience, () => {
  it('compresses texts and gives them back, in order, with lines that cannot be read between them', async () => {
    const requests = [
      JSON.stringify({ id: 'a', text: rows, query: 'Which tickets failed?', tool: 'list_tickets' }),
      '{"id":"b","text":',
      JSON.stringify({ id: 'c', text: 12 }),
      JSON.stringify({ id: 'd', text: `small \u2028 \ud800` }),
      JSON.stringify({ id: 'e', text: rows, mode: 'off' }),
      JSON.stringify({ id: 'f', text: rows, mode: 'hard' }),
    ];
    const { code, output, remarks } = await runBin(['compress', '--jsonl', '--store', store], requests.join('\n'));
    expect({ code, remarks }).toEqual({ code: 0, remarks: '' });
    const answers = parseLines(output);
    expect(answers.map(({ id }) => id)).toEqual(['a', null, 'c', 'd', 'e', 'f']);
    expect(answers[0]).toMatchObject({ kind: 'json', compressor: 'json', fidelity: 'reversible' });
    expect(Number(answers[0]?.['tokensAfter'])).toBeLessThan(Number(answers[0]?.['tokensBefore']));
    for (const index of [1, 2, 5]) expect(answers[index]?.['error']).toBeTypeOf('string');
    expect(answers[3]).toMatchObject({ text: 'small \u2028 \ud800', fidelity: 'unchanged', handles: [], compressor: null });
    expect(answers[4]?.['text'] === rows).toBe(true);
    expect(answers[4]?.['fidelity']).toBe('unchanged');
    const [hash] = (answers[0]?.['handles'] ?? []) as string[];
    const retrieved = await runBin(
      ['retrieve', '--jsonl', '--store', store],
      [
        { id: 1, hash },
        { id: 2, hash, budget: 100 },
        { id: 3, hash, query: 'failed disks', budget: 300 },
        { id: 4, hash: '0'.repeat(24) },
        { id: 5, hash, scope: 'another' },
        { id: 6 },
        { id: 7, hash, scope: '' },
        { id: 8, hash, lines: 'foo' },
      ]
        .map((request) => `${JSON.stringify(request)}\n`)
        .join(''),
    );
    const originals = parseLines(retrieved.output);
    for (const original of originals.slice(0, 2)) expect(original['found'] === true && original['text'] === rows).toBe(true);
    expect(String(originals[2]?.['text']).length).toBeLessThan(3_000);
    expect(originals[3]).toMatchObject({ id: 4, found: false, reason: 'never-stored' });
    expect(originals[4]).toMatchObject({ id: 5, found: false });
    expect(originals[5]).toMatchObject({ id: 6, error: '"hash" must be a string.' });
    expect(originals[6]).toMatchObject({ id: 7, error: expect.stringContaining('"scope" is empty') as unknown });
    expect(originals[7]).toMatchObject({ id: 8, found: true, problem: 'lines-unreadable' });
  });

  it('compresses prompts of both formats, and leaves untouched messages as they came', async () => {
    const openAi = [
      { role: 'user', content: 'Which tickets failed?' },
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: 't', type: 'function', function: { name: 'list_tickets', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: 't', content: rows },
    ];
    const anthropic = [
      { role: 'user', content: 'Which tickets failed?' },
      { role: 'assistant', content: [{ type: 'tool_use', id: 't', name: 'list_tickets', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't', content: rows }] },
    ];
    const { output } = await runBin(
      ['messages', '--jsonl', '--store', ':memory:'],
      [
        { id: 1, format: 'openai-chat', messages: openAi },
        { id: 2, format: 'anthropic', messages: anthropic },
        { id: 3, format: 'openai-chat', messages: openAi, tools: [] },
        { id: 4, format: 'gemini', messages: [] },
      ]
        .map((request) => JSON.stringify(request))
        .join('\n'),
    );
    const answers = parseLines(output) as readonly {
      id: number;
      error?: string;
      messages: typeof openAi;
      receipt: Record<string, number>;
    }[];
    for (const [index, messages] of [openAi, anthropic].entries()) {
      const answer = answers[index];
      expect(answer?.messages.slice(0, 2)).toEqual(messages.slice(0, 2));
      expect(JSON.stringify(answer?.messages).length).toBeLessThan(JSON.stringify(messages).length);
      expect(answer?.receipt['tokensAfter']).toBeLessThan(answer?.receipt['tokensBefore'] ?? 0);
    }
    // I2: without the retrieve tool among the request's tools nothing is left out.
    expect(answers[2]?.receipt['handles']).toEqual([]);
    expect(answers[3]?.error).toContain('"format"');
  });

  it('answers before the input ends, reads characters cut between chunks and very long lines', async () => {
    const child = startBin(['compress', '--jsonl', '--store', ':memory:']);
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
    const answered = (count: number) =>
      new Promise<void>((resolve) => {
        const look = () => (output.split('\n').length > count ? resolve() : setTimeout(look, 5));
        look();
      });
    const first = Buffer.from('{"id":1,"text":"é𝄞"}\n');
    child.stdin.write(first.subarray(0, 17));
    await new Promise((resolve) => setTimeout(resolve, 20));
    child.stdin.write(first.subarray(17));
    await answered(1);
    expect(parseLines(output)[0]).toMatchObject({ id: 1, text: 'é𝄞' });
    const long = 'x y '.repeat(500_000);
    child.stdin.write(`${JSON.stringify({ id: 2, text: long, mode: 'off' })}\n`);
    await answered(2);
    expect(parseLines(output)[1]?.['text'] === long).toBe(true);
    child.stdin.end();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
  });

  it('ends quietly when its reader goes away', async () => {
    const child = startBin(['compress', '--jsonl', '--store', ':memory:']);
    let remarks = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (remarks += chunk));
    child.stdin.on('error', () => undefined);
    child.stdout.once('data', () => child.stdout.destroy());
    const line = '{"id":1,"text":"x"}\n'.repeat(200);
    const feed = setInterval(() => child.stdin.write(line), 5);
    const code = await new Promise((resolve) => child.on('exit', resolve));
    clearInterval(feed);
    child.stdin.destroy();
    expect({ code, remarks }).toEqual({ code: 0, remarks: '' });
  });
});
