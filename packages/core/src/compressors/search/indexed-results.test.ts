import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectKind } from '../../detect/detect-kind.ts';
import type { Candidate } from '../../types/compressor.ts';
import { readBlocks } from './block-results.ts';
import { readRecords } from './record-results.ts';
import { searchCompressor } from './search-compressor.ts';
import { snippetRows } from './snippet-rows.ts';

const count = (text: string): number => Math.ceil(text.length / 3.5);

const body = Array.from({ length: 24 }, (_, line) => `  total += await measure(entry, ${line}); // keeps the sum of step ${line}`);
const chunk = (index: number): readonly string[] => [
  '/**',
  ' * Says how much there is of it.',
  ' */',
  `export async function measure${index}(`,
  '  entry: Entry,',
  `  options: Options${index},`,
  '): Promise<number> {',
  ...body,
  '}',
];
const path = (index: number): string => `packages/app/src/part-${index >> 2}.ts`;
const record = (index: number): object => {
  const first = 10 + (index % 4) * 60;
  return {
    file_path: path(index),
    start_line: first,
    end_line: first + chunk(index).length - 1,
    score: 0.9,
    snippet: chunk(index).join('\n'),
  };
};
const records = Array.from({ length: 40 }, (_, index) => record(index));

function compress(text: string, kind: 'json' | 'search', question = ''): string {
  const context = { fidelity: 'reversible', tokensBefore: count(text), tokenBudget: count(text) * 0.3, count, handleTokens: 20 } as const;
  const candidate = searchCompressor().compress({ text, kind, question }, context) as Candidate | undefined;
  return candidate?.text ?? text;
}

function expectEveryHit(text: string): void {
  for (let index = 0; index < 40; index += 1) {
    const line = 10 + (index % 4) * 60 + 3;
    expect(text).toContain(
      `${line}:export async function measure${index}(\n${line + 1}-  entry: Entry,\n${line + 2}-  options: Options${index},\n${line + 3}-): Promise<number> {`,
    );
  }
  for (let file = 0; file < 10; file += 1) expect(text).toContain(`\npackages/app/src/part-${file}.ts\n`);
}

describe('results of an index of code', () => {
  it('shows the path, the line and the whole signature of every record, with and without a question', () => {
    for (const question of ['', 'Where is the sum kept?']) {
      for (const text of [JSON.stringify(records), JSON.stringify({ query: 'measure', results: records }, undefined, 2)]) {
        const shown = compress(text, 'json', question);
        expectEveryHit(shown);
        expect(count(shown)).toBeLessThan(count(text) * 0.25);
        expect(shown).toContain('40 of 40 matches, in 10 of 10 files');
        expect(shown).toContain('without score');
      }
    }
  });

  it('reads fenced blocks under their places, keeps what stands around them, and is what they are detected as', () => {
    const blocks = records.map(
      (_, index) =>
        `### ${index + 1}. \`${path(index)}\` (lines ${10 + (index % 4) * 60}-${10 + (index % 4) * 60 + chunk(index).length - 1})\n\`\`\`ts\n${chunk(index).join('\n')}\n\`\`\`\n`,
    );
    const text = `Found 40 results:\n\n${blocks.join('\n')}\nThe index is of today.`;
    expect(detectKind(text).kind).toBe('search');
    const shown = compress(text, 'search');
    expectEveryHit(shown);
    expect(shown).toContain('Found 40 results:');
    expect(shown).toContain('The index is of today.');
  });

  it('reads places at the fence, behind a hash and in metadata', () => {
    const fences = Array.from(
      { length: 6 },
      (_, index) => `\`\`\`${index + 1}:${index + 2}:src/a.py\ndef f${index}():\n    pass\n\`\`\``,
    ).join('\n');
    expect(readBlocks(fences).text.split('\n')).toContain('src/a.py:6:def f5():');
    const hashes = Array.from(
      { length: 6 },
      (_, index) => `src/a.py#L${index + 1}-L${index + 2}\n\`\`\`\ndef f${index}():\n    pass\n\`\`\``,
    ).join('\n');
    expect(readBlocks(hashes).text.split('\n')).toContain('src/a.py-7-    pass');
    const documents = Array.from({ length: 6 }, (_, index) => ({
      pageContent: `x\ny\nz${index}`,
      metadata: { source: 'lib/b.py', loc: 1, lines: [4, 6] },
    }));
    expect(readRecords(JSON.stringify(documents))!.text.split('\n').slice(0, 3)).toEqual(['lib/b.py:4:x', 'lib/b.py-5-y', 'lib/b.py-6-z0']);
  });

  it('leaves other JSON alone: records of one line, of no place, of several lists, and texts that are none', () => {
    const flat = Array.from({ length: 9 }, (_, line) => ({ path: 'a.ts', line, text: 'one\\nline' }));
    const unplaced = Array.from({ length: 9 }, (_, id) => ({ id, path: 'a.ts', lineage: 'x', content: 'a\nb\nc' }));
    for (const value of [flat, unplaced, { one: records, other: records }, records.slice(0, 3)])
      expect(readRecords(JSON.stringify(value))).toBeUndefined();
    expect(readRecords(JSON.stringify(records).slice(0, -9))).toBeUndefined();
  });

  it('I11: no text stands beside a number that is not its own or its result’s', () => {
    const line = fc.string({ unit: 'grapheme-ascii', maxLength: 20 });
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 1, maxLength: 9 }),
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: -3, max: 12 }),
        (lines, first, offset) => {
          const text = lines.join('\n');
          const known = snippetRows({ path: 'a.ts', line: first, first, last: first + lines.length - 1, text });
          expect(known.length).toBeGreaterThanOrEqual(lines.at(-1) === '' ? lines.length - 1 : lines.length);
          known.forEach((row, index) => expect(row.replace(/^a\.ts([:-])(\d+)\1/, '$2 ')).toBe(`${first + index} ${lines[index]}`));
          expect(known.filter((row) => row.startsWith(`a.ts:`))).toHaveLength(1);
          const unknown = snippetRows({ path: 'a.ts', line: first + offset, first: undefined, last: undefined, text });
          for (const row of unknown) expect(row).toMatch(new RegExp(`^a\\.ts[:-]${first + offset}[:-]`));
          const otherHeight = snippetRows({ path: 'a.ts', line: first, first, last: first + lines.length + 3, text });
          for (const row of otherHeight) expect(row).toMatch(new RegExp(`^a\\.ts[:-]${first}[:-]`));
        },
      ),
    );
  });

  it('keeps every hit of a search with context, though its context would answer', () => {
    const rows = Array.from({ length: 60 }, (_, hit) =>
      Array.from(
        { length: 17 },
        (_row, at) =>
          `src/m${hit % 9}.ts${at === 8 ? ':' : '-'}${hit * 40 + at}${at === 8 ? ':' : '-'}${at === 8 ? `export function f${hit}() {` : `  const sum = await keep(${hit}, ${at}, 'of all')`}`,
      ).join('\n'),
    ).join('\n--\n');
    const shown = compress(rows, 'search', 'Where is the sum of all kept?');
    for (let hit = 0; hit < 60; hit += 1) expect(shown).toContain(`${hit * 40 + 8}:export function f${hit}() {`);
    expect(count(shown)).toBeLessThan(count(rows) * 0.3);
  });
});
