import { spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { bin, manyRows, parseLines, runBin, temporaryFolder } from './test-support.ts';

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
