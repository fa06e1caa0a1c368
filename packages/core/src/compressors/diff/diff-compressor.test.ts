import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { readDiff } from './read-diff.ts';
import { diffCompressor } from './diff-compressor.ts';
import { readBack } from './test-support.ts';

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(diffCompressor(), text, { kind: 'diff', budget: 500, charactersPerToken: 3, ...asked });

/** A file's diff of one hunk for each of `hunks`: lines with their signs. */
function fileDiff(
  path: string,
  hunks: readonly (readonly string[])[],
  header: readonly string[] = ['index 1234567..89abcde 100644'],
): string {
  const old = header.some((line) => line.startsWith('new file')) ? '/dev/null' : `a/${path}`;
  const body = hunks.flatMap((lines, index) => {
    const before = lines.filter((line) => !line.startsWith('+')).length;
    const after = lines.filter((line) => !line.startsWith('-')).length;
    return [`@@ -${index * 50 + 1},${before} +${index * 50 + 1},${after} @@ function part${index}() {`, ...lines];
  });
  return [`diff --git a/${path} b/${path}`, ...header, ...(hunks.length === 0 ? [] : [`--- ${old}`, `+++ b/${path}`]), ...body].join('\n');
}

const commit = (hash: string, subject: string): string =>
  [
    `commit ${hash.repeat(8)}`,
    'Author: A Person <a@example.org>',
    'Date:   Mon Mar 4 10:00:00 2024 +0000',
    '',
    `    ${subject}`,
    '    ',
    '    The reason stands here.',
    '',
  ].join('\n');

const small = (index: number): string[] => [
  ' {',
  `   keep(${index});`,
  `-  old${index}(first, second);`,
  `+  new${index}(second, first);`,
  '   return;',
  ' }',
];
const log = [
  commit('abcde', 'Turn the arguments around'),
  ...Array.from({ length: 24 }, (_, file) => fileDiff(`src/part${file % 4}/file${file}.ts`, [small(file), small(file + 100)])),
  fileDiff(
    'assets/logo.png',
    [],
    ['deleted file mode 100644', 'index 1234567..0000000', 'Binary files a/assets/logo.png and /dev/null differ'],
  ),
  fileDiff('lib/new-name.ts', [], ['similarity index 100%', 'rename from lib/old-name.ts', 'rename to lib/new-name.ts']),
  fileDiff('package-lock.json', [
    Array.from({ length: 120 }, (_, line) => `+    "resolved${line}": "https://registry.example/${line}.tgz",`),
  ]),
  commit('12345', 'Poll the state of a job'),
  fileDiff(
    'src/poll.ts',
    [
      [
        '+export async function pollJob(id: string): Promise<State> {',
        ...Array.from({ length: 60 }, (_, line) => `+  step(${line});`),
        '+}',
      ],
    ],
    ['new file mode 100755', 'index 0000000..1234567'],
  ),
].join('\n');

compressorSuite({
  test: { describe, it, expect },
  createCompressor: diffCompressor,
  payloads: {
    'a history': { kind: 'diff', question: '', text: log },
    'a history and a question': { kind: 'diff', question: 'Which function polls a job?', text: log },
    'a short diff': { kind: 'diff', question: '', text: fileDiff('a.c', [small(1)]) },
  },
  options: { hostileLength: 200_000 },
});

describe('diff compressor', () => {
  it('I11: accounts for every line, and for all lines added and removed', () => {
    const added = log.split('\n').filter((line) => /^\+(?!\+\+ )/.test(line)).length;
    const removed = log.split('\n').filter((line) => /^-(?!-- )/.test(line)).length;
    for (const question of ['', 'Which function polls a job?', 'what became of the logo?']) {
      for (const budget of [250, 600, 1500]) {
        const { text, omissions } = compress(log, { question, budget })!;
        const read = readBack(log, text);
        expect(omissions).toHaveLength(1);
        expect(omissions[0]).toMatchObject({ unit: 'lines', count: read.told + read.untold });
        expect(text.split('\n').filter((line) => line.startsWith('+')).length + read.added).toBe(added);
        expect(text.split('\n').filter((line) => line.startsWith('-')).length + read.removed).toBe(removed);
      }
    }
  });

  it('keeps commits, names every file, and tells renames, modes and binary files', () => {
    const { text } = compress(log, { budget: 1500 })!;
    expect(text).toContain(`commit ${'abcde'.repeat(8)}`);
    expect(text).toContain('    Turn the arguments around');
    for (let file = 0; file < 24; file += 1) expect(text).toContain(`file${file}.ts`);
    expect(compress(log, { budget: 700, question: 'what became of the logo?' })!.text).toMatch(/package-lock\.json \+120 -0/);
    expect(text).toMatch(/rename from lib\/old-name\.ts|renamed from lib\/old-name\.ts/);
    expect(text).toMatch(/Binary files a\/assets\/logo\.png|logo\.png \(deleted, binary\)/);
  });

  it('shows what is asked for under its commit, file and hunk', () => {
    const lines = compress(log, { question: 'Which function polls a job?', budget: 300 })!.text.split('\n');
    const at = lines.indexOf('+export async function pollJob(id: string): Promise<State> {');
    expect(lines.slice(0, at)).toEqual(
      expect.arrayContaining([
        `commit ${'12345'.repeat(8)}`,
        'diff --git a/src/poll.ts b/src/poll.ts',
        'new file mode 100755',
        '@@ -1,0 +1,62 @@ function part0() {',
      ]),
    );
  });

  it('knows the patches of a series without commits, and finds hunks by the subject they stand under', () => {
    const patch = (author: string, subject: string, file: number): string =>
      [
        `From: ${author} <${author}@example.org>`,
        `Subject: ${subject}`,
        '---',
        fileDiff(`src/part${file}.c`, [small(file), small(file + 50)]),
      ].join('\n');
    const subjects = [
      'Bound the length of names',
      'Close what was opened',
      'Refuse tickets that have expired',
      'Round to the nearest cent',
    ];
    const series = subjects.map((subject, index) => patch(`person${index}`, subject, index)).join('\n');
    const text = compress(series, { question: 'What changes for tickets?', budget: 330 })!.text;
    expect(text).toContain('Subject: Refuse tickets');
    expect(text).toContain('new2(second, first)');
    expect(text).not.toContain('new0(second, first)');
  });

  it('shows small hunks with all their changes or not at all', () => {
    const { text } = compress(log, { budget: 900 })!;
    for (let change = 0; change < 124; change += 1) expect(text.includes(`-  old${change}(`)).toBe(text.includes(`+  new${change}(`));
  });

  it('does not take a removed rule or a changed comment for a header', () => {
    const lines = [
      '---- a rule',
      '--- not a header',
      '++++ b/no',
      '+++ b/header',
      ' same',
      ...Array.from({ length: 40 }, (_, line) => `+line ${line}`),
    ];
    const text = `${fileDiff('notes.txt', [lines])}\n${fileDiff('other.txt', [small(1)])}`;
    const shortened = compress(text, { budget: 120 })!.text;
    expect(shortened).toMatch(/ of 2 files, /);
    readBack(text, shortened);
  });

  const contextDiff = [
    'diff -rc old/run.js new/run.js',
    '*** old/run.js\t2024-01-10 23:09:17',
    '--- new/run.js\t2024-05-05 23:37:30',
    ...Array.from({ length: 12 }, (_, index) => [
      '***************',
      `*** ${index * 20 + 1},5 ****`.replace(',5', `,${index * 20 + 5}`),
      `  before(${index});`,
      `! call(${index});`,
      ...(index === 7 ? ['- -- 1,2 ----'] : [`- drop(${index});`]),
      '  same();',
      '',
      `--- ${index * 20 + 1},${index * 20 + 4} ----`,
      `  before(${index});`,
      index === 9 ? '! call(9, lastResort);' : `! call(${index}, more);`,
      '  same();',
      '',
    ]).flat(),
    'diff -rc old/end.js new/end.js',
    '*** old/end.js\t2024-01-10 23:09:17',
    '--- new/end.js\t2024-05-05 23:37:30',
    '***************',
    '*** 1,2 ****',
    '--- 1,3 ----',
    '  one();',
    '+ two();',
    '  three();',
  ].join('\n');

  it('reads context diffs: halves of hunks under their lines, changed lines as removed and added', () => {
    const document = readDiff(contextDiff)!;
    expect(document.files.map(({ path, added, removed }) => [path, added, removed])).toEqual([
      ['new/run.js', 12, 24],
      ['new/end.js', 1, 0],
    ]);
    expect(document.hunks).toHaveLength(13);
    const text = compress(contextDiff, { question: 'Where is lastResort called?', budget: 280 })!.text;
    expect(text).toContain('! call(9, lastResort);');
    expect(text).toContain('--- 181,184 ----');
    expect(text).toMatch(/^\[diff, shortened: .*\+\d+ of \+13, -\d+ of -24/);
    expect(text).not.toContain('diff -rc');
  });

  it('reads plain, combined, partial and quoted diffs', () => {
    const plain = ['--- old/a.c\t2024-01-01', '+++ new/a.c\t2024-01-02', '@@ -1 +1 @@', '-int a;', '+long a;'].join('\n');
    const combined = [
      'diff --cc x.ts',
      'index 1,2..3',
      '--- a/x.ts',
      '+++ b/x.ts',
      '@@@ -1,3 -1,3 +1,3 @@@',
      '  one',
      '- two',
      ' -zwei',
      '++dos',
      '  three',
    ].join('\n');
    const partial = ['@@ -1,90 +1,90 @@ int main()', ' a', '-b', '+c'].join('\n');
    const filler = fileDiff('filler.ts', [Array.from({ length: 150 }, (_, line) => `+filler ${line}`)]);
    for (const part of [plain, combined, partial, 'diff --git "a/\\303\\244.txt" "b/\\303\\244.txt"\nnew file mode 100644']) {
      const text = `${filler}\n${part}`;
      const { text: shortened } = compress(text, { budget: 160 })!;
      readBack(text, shortened);
      expect(shortened).toMatch(/of 2 files|of 1 files/);
    }
  });

  it('declines what is no diff, what may stay whole, and its own texts', () => {
    expect(compress('+++ an orphan\n'.repeat(400))).toBeUndefined();
    expect(compress(log, { budget: 100_000 })).toBeUndefined();
    expect(compress(log, { fidelity: 'lossless' })).toBeUndefined();
    expect(compress(compress(log)!.text, { budget: 200 })).toBeUndefined();
  });

  it('I11: holds for any hunks', () => {
    const line = fc
      .tuple(
        fc.constantFrom('+', '-', ' ', ' '),
        fc.constantFrom('', 'x', '  call(1);', '-- y', '++ z', '@@ -1 +1 @@', 'diff --git a/q b/q', 'commit 1234567'),
      )
      .map(([sign, body]) => sign + body);
    const file = fc.tuple(
      fc.constantFrom('a.ts', 'b/c.lock', 'test/d.py', 'e f.md'),
      fc.array(fc.array(line, { minLength: 1, maxLength: 30 }), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(
        fc.array(file, { minLength: 3, maxLength: 12 }),
        fc.integer({ min: 120, max: 600 }),
        fc.constantFrom('', 'where is call'),
        (files, budget, question) => {
          const text = files.map(([path, hunks]) => fileDiff(path, hunks)).join('\n');
          const candidate = compress(text, { budget, question });
          if (candidate === undefined) return;
          const read = readBack(text, candidate.text);
          expect(read.shown + read.told + read.untold).toBe(text.split('\n').length);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('shows a new method before other lines with a name of their own, where nothing is asked', () => {
    const name = (index: number): string => `act${String.fromCharCode(97 + (index % 26), 97 + Math.floor(index / 26))}`;
    const calls = Array.from({ length: 40 }, (_, index) => fileDiff(`lib/user${index}.js`, [[' {', `+  a.${name(index)}(b, b);`, ' }']]));
    const made = fileDiff('lib/user90.js', [[' {', '+  reconcile(b) {', ' }']]);
    expect(compress([...calls, made].join('\n'), { budget: 500 })!.text).toContain('+  reconcile(b) {');
  });

  it('answers a question for what is new by what brings names of its own, another by what resembles it most', () => {
    const moved = Array.from({ length: 40 }, (_, index) =>
      fileDiff(`lib/part${index}.js`, [[' {', `-  send(response, ${index}, body);`, `+  send(body, ${index}, response);`, ' }']]),
    );
    const brought = fileDiff('lib/part90.js', [[' {', '+  if (body instanceof Blob) return body.stream();', ' }']]);
    const shown = (question: string): string => compress([...moved, brought].join('\n'), { budget: 450, question })!.text;
    expect(shown('Which response body is newly supported?')).toContain('instanceof Blob');
    expect(shown('Which response body is sent?')).not.toContain('instanceof Blob');
  });
});
