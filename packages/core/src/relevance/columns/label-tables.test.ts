import { describe, expect, it } from 'vitest';
import { lineUnits } from '../selection/text-units.ts';
import { labelTables } from './label-tables.ts';

const columns = (lines: readonly string[]): readonly (readonly [name: string, cells: readonly string[]])[] =>
  labelTables(lineUnits(lines.join('\n'))).flatMap(({ columns: found }) => found.map(({ name, cells }) => [name, cells] as const));

const fourOf = (line: string): readonly string[] => Array.from({ length: 4 }, () => line);

describe('labelTables', () => {
  it.each([
    ['size: 12', 'size', '12'],
    ['   Size of it :12', 'Size of it', '12'],
    ['size=12', 'size', '12'],
    ['size   12', 'size', '12'],
    ['size\t\t12', 'size', '12'],
    ['- "size": "12",', 'size', '12'],
    ["* 'size' = '12';", 'size', '12'],
    ['\u00a0size:\u00a012', 'size', '12'],
    [`${'a'.repeat(40)}: 12`, 'a'.repeat(40), '12'],
    ['+ \u2003size: 12', undefined, undefined],
    ['--size: 12', undefined, undefined],
    ['size 12', undefined, undefined],
    ['size, 12: 3', undefined, undefined],
    [`${'a'.repeat(41)}: 12`, undefined, undefined],
  ])('reads %j', (line, name, cell) => {
    expect(columns(fourOf(line))).toEqual(name === undefined ? [] : [[name, fourOf(cell)]]);
  });

  it('reads samples of metrics and sums of histories between them', () => {
    const lines = fourOf('requests{route="/a"} 27\n 3 files changed, 2 insertions(+)');
    expect(columns(lines)).toEqual([
      ['requests', ['27', '27', '27', '27']],
      ['files changed', ['3', '3', '3', '3']],
      ['insertions', ['2', '2', '2', '2']],
      ['deletions', ['', '', '', '']],
    ]);
  });
});
