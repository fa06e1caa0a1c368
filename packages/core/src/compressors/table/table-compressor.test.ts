import { compressorSuite } from '@headroom/conformance';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../types/compressor.ts';
import { compressAlone, type Asked } from '../test-support.ts';
import { pieceParts, pieceText } from '../../text/record-form/test-support.ts';
import { readRecords } from '../../text/record-form/index.ts';
import { cellsOf, readMarkdown } from './read-markdown.ts';
import { readPieces } from './read-pieces.ts';
import { readSeparated } from './read-separated.ts';
import { squeezeBars } from './squeeze-bars.ts';
import { tableCompressor } from './table-compressor.ts';

const compress = (text: string, asked: Partial<Asked> = {}): Candidate | undefined =>
  compressAlone(tableCompressor(), text, { kind: 'table', share: 0.2, ...asked });

const orders = (length: number, newline = '\n'): string =>
  [
    'order,customer,country,amount,status',
    ...Array.from(
      { length },
      (_, index) =>
        `${5000 + index},"Lee, ${['Ann', 'Bo', 'Cy'][index % 3]!}",${['DE', 'FR'][index % 2]!},${index === 210 ? '12999.00' : `${(index * 7919) % 900}.50`},${index === 77 ? 'chargeback' : 'paid'}`,
    ),
  ].join(newline);

const drawn = (length: number): string =>
  [
    '| Name         | Status    | Memory |',
    '|:-------------|-----------|-------:|',
    ...Array.from(
      { length },
      (_, index) =>
        `| pod-${String(index).padEnd(8)} | ${(index === 40 ? 'Failed' : 'Running').padEnd(9)} | ${String((index * 31) % 700).padStart(4)}Mi |`,
    ),
  ].join('\n');

describe('tableCompressor', () => {
  it('knows what adjectives measure: farthest north is a latitude, coldest a temperature', () => {
    const places = Array.from(
      { length: 200 },
      (_, index) => `P${index},${((index * 37) % 90) + 0.25},${-100 - (index % 60)},${(index * 13) % 41}.5,x${index}`,
    );
    places[120] = 'P120,91.75,-100,3.5,x120';
    places[121] = 'P121,20.5,-100,-40.5,x121';
    const text = ['place,latitude,longitude,temp_min,note', ...places].join('\n');
    expect(compress(text, { question: 'Which place is the farthest north?' })!.text).toContain('P120');
    expect(compress(text, { question: 'Where was the coldest night?' })!.text).toContain('P121');
  });

  it('keeps the header, the outlier and the rare value', () => {
    const candidate = compress(orders(400), { share: 0.12 });
    expect(candidate?.text.split('\n')[0]).toBe('order,customer,country,amount,status');
    expect(candidate?.text).toContain('12999.00');
    expect(candidate?.text).toContain('chargeback');
  });

  it('I11: states rows, lines and facts of what is missing', () => {
    const candidate = compress(orders(400), { share: 0.12 });
    const rows = [...(candidate?.text ?? '').matchAll(/^\[lines? [\d-]+ offloaded: (\d+) rows?/gm)].reduce(
      (sum, [, number]) => sum + Number(number),
      0,
    );
    expect(rows).toBe(candidate?.omissions[0]?.count);
    expect(candidate?.text).toMatch(/amount \d+\.50\.\.\d+\.50/);
  });

  it('answers by order number and by superlative', () => {
    expect(compress(orders(500), { share: 0.06, question: 'Who placed order 5333?' })?.text).toContain('5333,"Lee, Ann"');
    expect(compress(orders(500), { share: 0.06, question: 'Which order has the largest amount?' })?.text).toContain('5210,');
  });

  it('reads rows that end with CR alone, and names rows then, since the text has one line', () => {
    const candidate = compress(orders(300, '\r'), { share: 0.15, question: 'Which order has the largest amount?' });
    expect(candidate?.text).toContain('12999.00');
    expect(candidate?.text).toMatch(/\[rows \d+-\d+ offloaded: \d+ rows/);
  });

  it('keeps records over several lines whole', () => {
    const text = ['id,note', ...Array.from({ length: 200 }, (_, index) => `${index},"first ${index}\nsecond ${index}"`)].join('\n');
    const candidate = compress(text, { share: 0.15, question: 'What is the second line of note 150?' });
    expect(candidate?.text).toContain('150,"first 150\nsecond 150"');
  });

  it('I10: squeezes drawn tables to the same cells', () => {
    const candidate = compress(drawn(50), { fidelity: 'lossless' });
    expect(candidate?.fidelity).toBe('lossless');
    const before = readMarkdown(drawn(50));
    const after = readMarkdown(candidate?.text ?? '');
    expect([after?.names, after?.cells]).toEqual([before?.names, before?.cells]);
    expect(candidate?.text.split('\n')[1]).toMatch(/^\|:-+\|-+\|-+:\|$/);
  });

  it('I10: says cells that all rows share once, and gives every character back', () => {
    const text = [
      'run,tool,seconds,exit',
      ...Array.from({ length: 40 }, (_, index) => `bench-${index < 20 ? 'cold' : 'warm'},"grep, GNU",${index * 7},0`),
    ].join('\n');
    const form = compress(text, { fidelity: 'lossless' })?.text ?? '';
    expect(form).toContain('template for 20 rows:\nbench-cold,"grep, GNU",{},0\nrows:\n0\n7\n');
    expect(form).toContain('template for 19 rows:\nbench-warm,"grep, GNU",{},0');
    expect(readRecords(form)).toBe(text);
    expect(compress(form, { share: 0.1 }), 'I8').toBeUndefined();
  });

  it('I10: rows cut into cells are the same text', () => {
    const sign = fc.constantFrom('a', ',', '"', '\n', '\r\n', '""', 'x,y', '"q,"', '');
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 80 }), (signs) => {
        expect(
          pieceParts(readPieces(signs.join(''), ','))
            .map(pieceText)
            .join(''),
        ).toBe(signs.join(''));
      }),
    );
  });

  it('I10: squeezing a row never changes its cells', () => {
    const cell = fc.constantFrom('', ' ', 'a', '  b  ', 'c  d', '`x | y`', '\\|', '--', ':-:');
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), fc.boolean(), (cells, closed) => {
        const line = `|${cells.join('|')}${closed ? '|' : ''}`;
        const squeezed = squeezeBars(line);
        expect(squeezed.length).toBeLessThanOrEqual(line.length);
        if (!/^[\s|:=+-]*$/.test(line)) expect(cellsOf(squeezed)).toEqual(cellsOf(line));
      }),
    );
  });

  it('declines what is no table', () => {
    expect(compress('just one line of words, nothing else')).toBeUndefined();
  });
});

describe('readSeparated', () => {
  it('cuts a text into records that are all of it', () => {
    const piece = fc.constantFrom('a', ',', '"', '\n', '1', '""', 'x,y', '"q,\n"');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = `h,i\n1,2\n3,4\n${pieces.join('')}`;
        const table = readSeparated(text);
        if (table === undefined) return;
        const { starts, count: units } = table.units;
        const parts = Array.from({ length: units }, (_, unit) =>
          text.slice(starts[unit], unit + 1 < units ? starts[unit + 1] : text.length),
        );
        expect(parts.join('')).toBe(text);
      }),
    );
  });
});

compressorSuite({
  test: { describe, it, expect },
  createCompressor: tableCompressor,
  payloads: {
    'separated values': { kind: 'table', question: '', text: orders(200) },
    'a drawn table with a question': { kind: 'table', question: 'Which pod failed?', text: drawn(150) },
    'a short table': { kind: 'table', question: '', text: 'a,b\n1,2' },
  },
  decode: (text) => readRecords(text) ?? text,
  equal: (decoded, original) =>
    decoded === original || JSON.stringify(readMarkdown(decoded)?.cells) === JSON.stringify(readMarkdown(original)?.cells),
  options: { hostileLength: 200_000 },
});
