import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { bin, manyRows, parseLines, runBin, startBin, temporaryFolder } from './test-support.ts';

const folder = temporaryFolder();
afterAll(folder.remove);
const store = folder.path('originals.sqlite');
const rows = manyRows();
const file = folder.path('rows.json');
writeFileSync(file, rows);

// Each test starts processes: a busy machine takes its time over that.
const patience = { timeout: 60_000 };

describe('headroom', patience, () => {
  it('prints its help, its version, and why it does not understand', async () => {
    const [help, version, wrong] = await Promise.all([runBin(['--help']), runBin(['--version']), runBin(['squeeze'])]);
    expect(help).toMatchObject({ code: 0, remarks: '' });
    expect(help.output).toContain('Usage: headroom');
    const { version: own } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string };
    expect(version).toMatchObject({ code: 0, output: `${own}\n` });
    expect(wrong).toMatchObject({ code: 2, output: '' });
    expect(wrong.remarks).toContain('"squeeze"');
  });

  it('compresses a file, and another process retrieves it byte for byte', async () => {
    const compressed = await runBin(['compress', file, '--store', store]);
    expect(compressed.code).toBe(0);
    expect(compressed.output.length).toBeLessThan(rows.length);
    expect(compressed.remarks).toMatch(/kind +json/);
    const hash = /headroom retrieve ([0-9a-f]{24})/.exec(compressed.remarks)?.[1] ?? '';
    const [whole, page, part, stats] = await Promise.all([
      runBin(['retrieve', hash, '--store', store]),
      runBin(['retrieve', hash, '--budget', '100', '--store', store]),
      runBin(['retrieve', `<<ccr:${hash.toUpperCase()}>>`, '--path', '$[211]', '--json', '--store', store]),
      runBin(['stats', '--json', '--store', store]),
    ]);
    expect(whole.output === rows).toBe(true);
    expect(whole).toMatchObject({ code: 0, remarks: '' });
    expect(page.output.length).toBeLessThan(1_500);
    expect(parseLines(part.output)[0]).toMatchObject({ found: true });
    expect(String(parseLines(part.output)[0]?.['text'])).toContain('"failed"');
    expect(parseLines(stats.output)[0]).toMatchObject({ store, entries: 1, durability: 'disk' });
  });

  it('I1: passes a text unchanged, byte for byte, where no form saves anything', async () => {
    const text = '\uFEFFshort\r\nand \u2028 small';
    const { code, output, remarks } = await runBin(['compress', '-', '--store', ':memory:'], text);
    expect({ code, output }).toEqual({ code: 0, output: text });
    expect(remarks).toContain('unchanged');
  });

  it('leaves out words of prose where it is told to, and says what chose them', async () => {
    const text = Array.from(
      { length: 40 },
      (_, index) =>
        `The harbour of the town number ${index} was opened by the council, and it is still the largest one of those that are on the coast.`,
    ).join('\n\n');
    const [plain, words, missing] = await Promise.all([
      runBin(['compress', '--store', ':memory:'], text),
      runBin(['compress', '--store', ':memory:', '--prose', 'words'], text),
      runBin(['compress', '--store', ':memory:', '--prose', 'words', '--prose-model', folder.path('no-model'), '--json'], text),
    ]);
    expect(plain.output).not.toContain('words offloaded');
    expect(words.output).toMatch(/\[\d+ of \d+ words offloaded throughout\]\n<<ccr:/);
    expect(words.remarks).toMatch(/compressor +kompress \(kompress-lite/);
    expect(parseLines(missing.output)[0]).toMatchObject({
      text,
      reason: 'compressor-failed',
      detail: expect.stringContaining('headroom models pull') as unknown,
    });
  });

  it('says which models of prose are here', async () => {
    const { code, output } = await runBin(['models', 'list', '--json']);
    expect(code).toBe(0);
    expect(parseLines(output)[0]).toMatchObject({ models: [{ name: 'lite', state: 'here' }, { name: 'kompress-v2-base' }] });
  });

  it('I9: off and audit change nothing', async () => {
    const [off, audit] = await Promise.all(
      ['off', 'audit'].map((mode) => runBin(['compress', file, '--mode', mode, '--store', ':memory:', '--json'])),
    );
    for (const run of [off, audit]) {
      const [answer] = parseLines(run?.output ?? '');
      expect(answer?.['text'] === rows).toBe(true);
      expect(answer?.['handles']).toEqual([]);
    }
  });

  it('says what kind of text it is', async () => {
    const { output } = await runBin(['detect', '--json'], '2024-01-15T10:30:00 started\n2024-01-15T10:30:01 stopped\n');
    expect(parseLines(output)[0]).toMatchObject({ kind: 'log' });
  });

  it('fails with 1 and says why: a missing file, bytes that are no text, an unknown hash', async () => {
    const runs = await Promise.all([
      runBin(['compress', folder.path('none')]),
      runBin(['compress', '--store', ':memory:'], Uint8Array.from([0x61, 0xff])),
      runBin(['retrieve', '0123456789abcdef01234567', '--store', ':memory:']),
    ]);
    for (const run of runs) expect(run).toMatchObject({ code: 1, output: '' });
    expect(runs.map(({ remarks }) => remarks).join('')).toMatch(/cannot be read.*not UTF-8.*headroom: /s);
  });

  it('fails with 1 and says so on standard error where an original has no such part', async () => {
    const compressed = await runBin(['compress', file, '--json', '--store', store]);
    const [hash = ''] = (parseLines(compressed.output)[0]?.['handles'] ?? []) as string[];
    const asked = [
      ['--lines', 'foo'],
      ['--lines', '90000-90009'],
      ['--path', '$[211].nothing'],
      ['--path', '$["x'],
      ['--cursor', 'junk'],
    ];
    const runs = await Promise.all(asked.map((part) => runBin(['retrieve', hash, ...part, '--store', store])));
    for (const run of runs) {
      expect(run).toMatchObject({ code: 1, output: '' });
      expect(run.remarks).toMatch(/^headroom: [^[\n].*[^\]\n]\n$/);
    }
    const told = await runBin(['retrieve', hash, '--lines', 'foo', '--json', '--store', store]);
    expect(told.code).toBe(1);
    expect(parseLines(told.output)[0]).toMatchObject({ found: true, problem: 'lines-unreadable' });
  });

  it('ends with 2 and a way to the help where the command line is wrong', async () => {
    const runs = await Promise.all([
      runBin(['retrieve', 'zz', '--store', ':memory:']),
      runBin(['compress', '--hard']),
      runBin(['compress', '--tool', '', '--store', ':memory:'], 'a text'),
    ]);
    for (const run of runs) {
      expect(run).toMatchObject({ code: 2, output: '' });
      expect(run.remarks).toMatch(/headroom --help/);
    }
    const [unknown, foreign] = await Promise.all([
      runBin(['retrieve', '0123456789abcdef01234567', '--store', store]),
      runBin(['retrieve', '0123456789abcdef01234567', '--store', store, '--scope', 'another']),
    ]);
    expect(unknown).toMatchObject({ code: 1, output: '' });
    expect(unknown.remarks).toContain(`in the scope "default" of ${store}`);
    expect(foreign.remarks).toBe(unknown.remarks.replace('default', 'another'));
    expect(runs[0]?.remarks).toMatch(/"zz" is no hash: write the 24 hexadecimal digits/);
  });

  it('says of a file that cannot be read what to do', async () => {
    const [missing, directory, below] = await Promise.all([
      runBin(['compress', folder.path('none')]),
      runBin(['detect', folder.path('.')]),
      runBin(['compress', folder.path('rows.json/none')]),
    ]);
    expect(missing.remarks).toMatch(/none cannot be read: there is no such file\. Check its name/);
    expect(directory.remarks).toMatch(/cannot be read: it is a directory\. Name a file in it/);
    expect(below.remarks).toMatch(/cannot be read: a part of its path is a file/);
  });

  it('says that a model of words is missing though the text needs none', async () => {
    const options = ['compress', file, '--prose', 'words', '--prose-model', folder.path('no-model'), '--store', ':memory:'];
    const [human, json] = await Promise.all([runBin(options), runBin([...options, '--json'])]);
    expect(human.remarks).toMatch(/compressor +json/);
    expect(human.remarks).toMatch(/warning +No file of the model was found in .*no-model/);
    expect(parseLines(json.output)[0]).toMatchObject({ compressor: 'json', warning: expect.stringContaining('no-model') as unknown });
  });

  it('says how long originals last', async () => {
    const [human, json] = await Promise.all([runBin(['stats', '--store', store]), runBin(['stats', '--json', '--store', store])]);
    expect(human.output).toMatch(/lasts +30 days after it was last shown or read/);
    expect(parseLines(json.output)[0]).toMatchObject({ ttlMs: 30 * 24 * 60 * 60 * 1000 });
  });

  it.runIf(process.platform === 'linux')('says that what it printed could not be written', () => {
    const full = openSync('/dev/full', 'w');
    try {
      const { status, stderr } = spawnSync(process.execPath, [bin, 'stats', '--store', ':memory:'], { stdio: ['ignore', full, 'pipe'] });
      expect(status).toBe(1);
      expect(stderr.toString()).toMatch(/^headroom: standard output cannot be written: ENOSPC/);
    } finally {
      closeSync(full);
    }
  });

  it('checks the installation, and says what to do where the store cannot be written', async () => {
    const [good, bad] = await Promise.all([runBin(['doctor', '--store', store]), runBin(['doctor', '--json', '--store', file])]);
    expect(good.output).not.toContain('BAD');
    expect(good.code).toBe(0);
    expect(bad.code).toBe(1);
    const [{ state, findings } = {}] = parseLines(bad.output);
    expect(state).toBe('bad');
    expect(findings).toContainEqual(
      expect.objectContaining({ check: 'store', state: 'bad', advice: expect.stringContaining('--store') as unknown }),
    );
  });
});

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
