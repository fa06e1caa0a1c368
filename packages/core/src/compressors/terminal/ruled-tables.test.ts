import { describe, expect, it } from 'vitest';
import { lineUnits } from '../../relevance/selection/text-units.ts';
import type { Candidate, CompressContext } from '../../types/compressor.ts';
import { findRuledTables } from './ruled-tables.ts';
import { terminalCompressor } from './terminal-compressor.ts';

const tables = (text: string) =>
  findRuledTables(lineUnits(text)).map(({ header, table }) => ({
    header,
    names: table.columns.map(({ name }) => name),
    rows: table.rows.length,
  }));

const bars = ' id | boat   | knots \n----+--------+-------\n  1 | Gannet |  6.1\n  2 | Dunlin |  7.4\n(2 rows)';

describe('ruled tables', () => {
  it('are found under bars, in boxes and under parted rules', () => {
    expect(tables(`db=> select * from boats;\n${bars}`)).toEqual([{ header: 1, names: ['id', 'boat', 'knots'], rows: 2 }]);
    expect(tables('+----+-----+\n| id | mm  |\n+----+-----+\n|  1 | 4.2 |\n|  2 | 4.8 |\n+----+-----+\n2 rows in set')).toEqual([
      { header: 1, names: ['id', 'mm'], rows: 2 },
    ]);
    expect(tables('name    kind\n------  -----\nGannet  sloop\nDunlin  ketch\n\nrest')).toEqual([
      { header: 0, names: ['name', 'kind'], rows: 2 },
    ]);
  });

  it('are no underlined headings, no rules alone, no tables without rows', () => {
    expect(tables('A heading\n---------\ntext\nmore text')).toEqual([]);
    expect(tables('-----+-----\n-----+-----\n-----+-----')).toEqual([]);
    expect(tables(' a | b \n---+---\n(0 rows)')).toEqual([]);
  });

  it('show the end of a scale with the names and the statement above it', () => {
    const rows = Array.from(
      { length: 90 },
      (_, row) => `  ${10 + row} | Boat${row}   | ${row === 61 ? 9.9 : (4 + (row % 5) / 10).toFixed(1)}`,
    );
    const other = Array.from({ length: 40 }, (_, row) => ` column_${row} | text | knots and boats of harbour ${row}`);
    const text = [
      'db=> \\d boats',
      ' name | type | note ',
      '------+------+------',
      ...other,
      '',
      'db=> select * from boats;',
      ' id | boat   | knots ',
      '----+--------+-------',
      ...rows,
      '(90 rows)',
      '',
    ].join('\n');
    const count = (part: string): number => Math.ceil(part.length / 3);
    const context: CompressContext = { fidelity: 'reversible', tokensBefore: count(text), tokenBudget: 400, count, handleTokens: 20 };
    const shown = (
      terminalCompressor().compress({ text, kind: 'terminal', question: 'Which boat makes the most knots?' }, context) as Candidate
    ).text;
    expect(shown).toContain('Boat61   | 9.9');
    expect(shown).toContain(' id | boat   | knots ');
    expect(shown).toContain('db=> select * from boats;');
  });
});
