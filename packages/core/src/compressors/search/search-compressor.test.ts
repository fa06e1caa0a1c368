import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { decodeGrouped } from './grouped-form.ts';
import { searchCompressor } from './search-compressor.ts';
import { readBack } from './test-support.ts';

const count = (text: string): number => Math.ceil(text.length / 3);

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(searchCompressor(), text, { kind: 'search', budget: 400, charactersPerToken: 3, ...asked });

const results = Array.from({ length: 30 }, (_, file) =>
  Array.from({ length: 1 + (file % 5) }, (_, hit) => {
    const path = `packages/app/src/feature${file % 6}/module-${file}.ts`;
    if (file === 17 && hit === 1) return `${path}:91:export function openLedger(name: string): Ledger {`;
    return `${path}:${hit * 13 + 4}:  const value${file}_${hit} = readConfiguration(settings, ${hit});`;
  }).join('\n'),
).join('\n');

const withContext = Array.from({ length: 25 }, (_, hit) => {
  const path = `src/v-2-part/file-${hit >> 2}-x.rs`;
  const line = 10 + hit * 20;
  return [
    `${path}-${line - 1}-    let map: HashMap<u8, u16> = at("10:80:x");`,
    `${path}:${line}:    let bin${hit} = self.config.get(${hit}).unwrap();`,
    `${path}-${line + 1}-`,
  ].join('\n');
}).join('\n--\n');

const events = [
  '{"type":"begin","data":{"path":{"text":"a/b.go"}}}',
  ...Array.from({ length: 30 }, (_, line) =>
    JSON.stringify({
      type: line % 3 === 0 ? 'context' : 'match',
      data: {
        path: { text: 'a/b.go' },
        lines: { text: `\tcall("${line}")\n` },
        line_number: line + 5,
        absolute_offset: 90 * line,
        submatches: [],
      },
    }),
  ),
  '{"type":"end","data":{"path":{"text":"a/b.go"},"binary_offset":null,"stats":{"matches":20}}}',
  '{"data":{"stats":{"matched_lines":20,"searches_with_match":1}},"type":"summary"}',
].join('\n');

const inCommit = results
  .split('\n')
  .map((row) => `v2.0:${row}`)
  .join('\n');

compressorSuite({
  test: { describe, it, expect },
  createCompressor: searchCompressor,
  payloads: {
    'hits of many files': { kind: 'search', question: '', text: results },
    'hits and a question': { kind: 'search', question: 'Where is openLedger defined?', text: results },
    'hits with context': { kind: 'search', question: 'which bin is 17?', text: withContext },
    'hits in a commit': { kind: 'search', question: '', text: inCommit },
    'events of ripgrep': { kind: 'search', question: '', text: events },
    'a few hits': { kind: 'search', question: '', text: 'a.ts:1:x\na.ts:2:y\n' },
  },
  decode: decodeGrouped,
  options: { hostileLength: 200_000 },
});

describe('search compressor', () => {
  it('tells rows of equal text by their places where that alone makes the results fit, and each with its path beside an answer', () => {
    const rows = Array.from({ length: 12 }, (_, file) =>
      [12, 40, 77, 93].map(
        (line) => `src/part/module_${file}.py:${line}:        raise NotImplementedError("subclasses of number ${file} decide")`,
      ),
    ).flat();
    const text = rows.join('\n');
    const folded = compress(text, { budget: Math.floor(text.length / 3 / 1.5) })!;
    expect(folded).toMatchObject({ fidelity: 'reversible', omissions: [{ unit: 'equal_rows', count: 36 }] });
    for (let file = 0; file < 12; file += 1) expect(folded.text).toContain(`src/part/module_${file}.py:12:`);
    const pair = ['src/a.py:5:    raise CacheTagMissing(tag)', 'src/a.py:61:    raise CacheTagMissing(tag)'];
    const asked = compress([...rows, ...pair].join('\n'), { budget: 300, question: 'What is raised when the cache tag is missing?' })!;
    for (const row of pair) expect(asked.text).toContain(row);
  });

  it('I10: says each path once where that fits, and decodes to the same characters', () => {
    for (const text of [results, withContext, `${results}\n`, `grep: bin: Permission denied\n${results}`]) {
      const candidate = compress(text, { fidelity: 'lossless' })!;
      expect(candidate.fidelity).toBe('lossless');
      expect(decodeGrouped(candidate.text)).toBe(text);
    }
  });

  it('takes the revision of a search in a commit for a part of each path', () => {
    const asked = compress(inCommit, { question: 'Where is openLedger defined?' })!;
    expect(asked.text).toContain('v2.0:packages/app/src/feature5/module-17.ts:91:export function openLedger');
    expect(decodeGrouped(compress(inCommit, { fidelity: 'lossless' })!.text)).toBe(inCommit);
  });

  it('declines a grouping that could be misread', () => {
    expect(compress(`7:12 is a time\n${results}`, { fidelity: 'lossless' })).toBeUndefined();
  });

  it('I11: shows rows of the source only, and counts for every file and for all', () => {
    for (const question of ['', 'Where is openLedger defined?']) {
      const candidate = compress(results, { question, budget: 900 })!;
      const read = readBack(results, candidate.text);
      expect(read.files.size).toBe(30);
      for (const [path, { shown, all }] of read.files) {
        expect(results.split('\n').filter((row) => row.startsWith(`${path}:`))).toHaveLength(all);
        expect(read.rows.filter((row) => row.startsWith(`${path}:`))).toHaveLength(shown);
      }
      expect(read.allMatches).toBe(results.split('\n').length);
      expect(read.shownMatches).toBe(read.rows.length);
      expect(candidate.omissions).toEqual([{ unit: 'matches', count: read.allMatches - read.shownMatches, where: '', facts: [] }]);
    }
  });

  it('finds what is asked for and shows it with its path on its own line', () => {
    expect(compress(results, { question: 'Where is openLedger defined?', budget: 300 })!.text).toContain(
      'packages/app/src/feature5/module-17.ts:91:export function openLedger(name: string): Ledger {',
    );
  });

  it('says once what stands on several lines of a file, with the numbers of all', () => {
    const rows = Array.from(
      { length: 40 },
      (_, line) => `src/a.py:${line * 3 + 1}:${line % 4 === 0 ? `    other_${line}(first, second)` : '    consume(socket, timeout=0.5)'}`,
    );
    const { text } = compress([...rows, ...results.split('\n')].join('\n'), {
      question: 'Where is consume called with a timeout of 0.5?',
      budget: 300,
    })!;
    expect(text).toContain('src/a.py:4:    consume(socket, timeout=0.5)\n[the same on lines 7 10 16 19 22 28 31 34 40 ');
    const read = readBack([...rows, ...results.split('\n')].join('\n'), text);
    expect(read.rows.filter((row) => row.endsWith('timeout=0.5)'))).toHaveLength(30);
    expect(read.shownMatches).toBe(read.rows.length);
  });

  it('keeps the path on every row that came with it, unless paths are a large part of the results', () => {
    const hits = (path: string): string =>
      Array.from(
        { length: 90 },
        (_, hit) => `${path}:${hit * 7 + 1}:\treturn fmt.Errorf("cannot open ledger number ${hit}: %w", err)`,
      ).join('\n');
    const short = hits('net/server.go');
    const shortened = compress(short, { budget: Math.floor(0.92 * count(short)) })!;
    expect(shortened.fidelity).toBe('reversible');
    for (const row of shortened.text.split('\n').slice(1)) expect(row).toMatch(/^net\/server\.go:\d+:|^\[/);
    const long = hits('packages/some/where/deep/in/a/tree/of/many/folders/with/long/names/ledger-opening-and-closing.go');
    expect(compress(long, { budget: Math.floor(0.58 * count(long)) })!.fidelity).toBe('lossless');
  });

  it('shows, where nothing is asked, what follows matches that all read the same before what precedes them', () => {
    const text = Array.from({ length: 60 }, (_, rule) =>
      [
        `rules/rule-${rule}.js-29-        describe: "rule of the kind ${rule} here",`,
        `rules/rule-${rule}.js:30:        messages: {`,
        `rules/rule-${rule}.js-31-            found: "Do not use form ${rule} here."`,
      ].join('\n'),
    ).join('\n--\n');
    const { text: shown } = compress(text, { budget: 1200 })!;
    expect(shown.match(/Do not use form/g)!.length).toBeGreaterThan(3 * (shown.match(/rule of the kind/g) ?? []).length);
  });

  it('finds abbreviations and compounds of what is asked for', () => {
    const text = `${results}\nrules/prefer.js:3: "is never reassigned. Use const instead."\nbuilders/check.py:9:  add("linkcheck_ignore", [])`;
    expect(compress(text, { question: 'What does the rule about constants say?', budget: 300 })!.text).toContain('rules/prefer.js:3:');
    expect(compress(text, { question: 'Where are links left out?', budget: 300 })!.text).toContain('builders/check.py:9:');
  });

  it('takes columns for a part of the place', () => {
    const text = Array.from(
      { length: 60 },
      (_, hit) => `src/m${hit % 3}.go:${hit + 1}:${(hit % 9) + 1}:func handle${hit % 20 === 7 ? 'Seventh' : hit}(request *Request) error {`,
    ).join('\n');
    const shortened = compress(text, { question: 'Where is handleSeventh defined?', budget: 200 })!.text;
    expect(shortened).toContain(':8:8:func handleSeventh(request *Request) error {');
    expect(readBack(text, shortened).allMatches).toBe(60);
  });

  it('tells context from matches in files whose names hold numbers between hyphens', () => {
    const read = readBack(withContext, compress(withContext, { question: 'which bin is 17?', budget: 350 })!.text);
    expect(read.allMatches).toBe(25);
    expect(read.rows).toContain('src/v-2-part/file-4-x.rs:350:    let bin17 = self.config.get(17).unwrap();');
  });

  it('reads rows of functions over matches, finds matches by them, and takes no match of another function for an echo', () => {
    const withFunctions = Array.from({ length: 60 }, (_, index) => [
      `src/part${index % 6}.c=${index * 30 + 1}=static int ${index === 33 ? 'open_ledger' : `step_${index}`}(struct job *job)`,
      `src/part${index % 6}.c:${index * 30 + 12}:\treturn fail_with_message(job);`,
    ]).flat();
    const text = withFunctions.sort((a, b) => (a.slice(0, 11) < b.slice(0, 11) ? -1 : a.slice(0, 11) > b.slice(0, 11) ? 1 : 0)).join('\n');
    const shortened = compress(text, { question: 'Where does opening the ledger fail?', budget: 320 })!.text;
    expect(shortened).toContain('=static int open_ledger(struct job *job)\nsrc/part3.c:1002:\treturn fail_with_message(job);');
    expect(shortened).not.toContain('the same on');
    expect(readBack(text, shortened).allMatches).toBe(60);
  });

  it('tells files by directory where naming each would break the budget', () => {
    const text = Array.from(
      { length: 900 },
      (_, file) => `a/very/deep/tree${file % 7}/of/source-file-number-${file}.c:${file}:  call(${file});`,
    ).join('\n');
    const shortened = compress(text, { budget: 500 })!;
    expect(count(shortened.text)).toBeLessThanOrEqual(500);
    expect(shortened.text).toMatch(/^a\/very\/deep\/tree3\/of\/ \d+ files \d+$/m);
  });

  it('keeps the largest counts, or those that the question names', () => {
    const text =
      Array.from({ length: 200 }, (_, file) => `lib/part${file % 9}/name${file}.py:${(file * 37) % 101}`).join('\n') + '\nlib/peak.py:7000';
    expect(compress(text, { question: 'Which file has the most matches?', budget: 300 })!.text).toContain('lib/peak.py:7000');
    expect(compress(text, { question: 'How many in name151?', budget: 300 })!.text).toContain('lib/part7/name151.py:32');
  });

  it('keeps headings over their rows', () => {
    const text = Array.from({ length: 12 }, (_, file) =>
      [`dir/file${file}.go`, ...Array.from({ length: 8 }, (_, hit) => `${hit + 1}:value(${file}, ${hit})`)].join('\n'),
    ).join('\n\n');
    const shortened = compress(text, { question: 'value 7 of file9', budget: 300 })!.text;
    expect(shortened).toMatch(/\ndir\/file9\.go(?: \(\d of 8; rows 91-98\))?\n/);
    expect(
      shortened
        .split('\n')
        .slice(1)
        .every((line) => text.includes(line.replace(/ \(\d of 8.*\)$| \d+$/, '')) || line.startsWith('[') || line.startsWith('dir/')),
    ).toBe(true);
  });

  it('tells events as rows, counts them and keeps the summary', () => {
    const { text, omissions } = compress(events, { budget: 500 })!;
    expect(text).toContain('6:\tcall("1")');
    expect(text).toContain('"searches_with_match":1');
    expect(text).toContain('\na/b.go\n');
    expect(omissions.map(({ unit }) => unit)).toContain('event_details');
  });

  it('leaves whole what fits its budget, and its own texts', () => {
    expect(compress(withContext.split('\n').slice(0, 2).join('\n'), { budget: 400 })?.fidelity ?? 'lossless').toBe('lossless');
    const shortened = compress(results)!;
    expect(compress(shortened.text, { budget: 100 })).toBeUndefined();
  });

  it('I11: holds for any results', () => {
    const path = fc.constantFrom('a.ts', 'src/b-3-c.py', 'C:\\dir\\d.cs', './e f.go', 'x/y/z.min.js', 'Makefile');
    const hit = fc.tuple(
      path,
      fc.integer({ min: 1, max: 9000 }),
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => text.replace(/[\r\n]/g, ' ')),
    );
    fc.assert(
      fc.property(
        fc.array(hit, { minLength: 20, maxLength: 80 }),
        fc.integer({ min: 150, max: 700 }),
        fc.constantFrom('', 'which a is b'),
        (hits, budget, question) => {
          const text = hits.map(([file, line, body]) => `${file}:${line}:word ${body}`).join('\n');
          const candidate = compress(text, { budget, question });
          if (candidate === undefined) return;
          if (candidate.fidelity === 'lossless') expect(decodeGrouped(candidate.text)).toBe(text);
          else expect(readBack(text, candidate.text).shownMatches).toBe(readBack(text, candidate.text).rows.length);
        },
      ),
      { numRuns: 150, interruptAfterTimeLimit: 20000 },
    );
  });
});
