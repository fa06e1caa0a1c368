import { describe, expect, it } from 'vitest';
import { readAsked } from './asked.ts';
import type { CellTable } from './cell-table.ts';
import { measureColumn } from './measure-column.ts';
import { createRowFacts } from './row-facts.ts';
import { scoreRows } from './score-rows.ts';

const count = 60;
const table: CellTable = {
  rows: Array.from({ length: count }, (_, row) => row),
  columns: [
    { name: 'NAME', cells: Array.from({ length: count }, (_, row) => `pod-${row}`) },
    {
      name: 'STATUS',
      cells: Array.from({ length: count }, (_, row) => (row === 17 ? 'Evicted' : row % 3 === 0 ? 'Running' : 'Completed')),
    },
    { name: 'MEM', cells: Array.from({ length: count }, (_, row) => (row === 41 ? '1.5G' : `${100 + ((row * 37) % 90)}M`)) },
    { name: 'CPU', cells: Array.from({ length: count }, (_, row) => (row === 5 ? '98%' : `${(row * 13) % 20}%`)) },
  ],
};
const measures = table.columns.map(measureColumn);
const ranked = (question: string): number[] => {
  const scores = scoreRows(table, measures, readAsked(question), 'cells');
  return table.rows.slice().sort((a, b) => scores[b]! - scores[a]! || a - b);
};

describe('scoreRows', () => {
  it('finds the rare value and the far-off numbers without a question', () => {
    expect(
      ranked('')
        .slice(0, 3)
        .sort((a, b) => a - b),
    ).toEqual([5, 17, 41]);
  });

  it('finds both ends of a scale', () => {
    const degrees = (row: number): string => (row === 23 ? '-7.1' : row === 38 ? '35.6' : `${10 + ((row * 7) % 19)}.5`);
    const cells = Array.from({ length: count }, (_, row) => degrees(row));
    const scores = scoreRows(
      { rows: table.rows, columns: [{ name: 'temp', cells }] },
      [measureColumn({ name: 'temp', cells })],
      readAsked(''),
    );
    const best = table.rows.slice().sort((a, b) => scores[b]! - scores[a]!);
    expect(best.slice(0, 2).sort((a, b) => a - b)).toEqual([23, 38]);
  });

  it('compares sizes by what they are worth, and takes the column that the question means', () => {
    expect(ranked('Which pod uses the most memory?')[0]).toBe(41);
    expect(ranked('Which pod has the highest CPU?')[0]).toBe(5);
  });

  it('raises what lies beyond a bound', () => {
    expect(ranked('Which pods use over 1 GB of memory?')[0]).toBe(41);
  });

  it('raises what occurs once where that is asked', () => {
    expect(ranked('Which status occurs only once?')[0]).toBe(17);
  });
});

describe('scoreRows of ages', () => {
  it('finds the oldest and the newest by how long ago they began', () => {
    const ages: CellTable = {
      rows: table.rows,
      columns: [{ name: 'AGE', cells: table.rows.map((row) => (row === 23 ? '412d' : row === 31 ? '4s' : `${2 + ((row * 7) % 50)}d`)) }],
    };
    const first = (question: string): number => {
      const scores = scoreRows(ages, ages.columns.map(measureColumn), readAsked(question));
      return scores.indexOf(Math.max(...scores));
    };
    expect(first('What is the oldest pod?')).toBe(23);
    expect(first('Which pod is the newest?')).toBe(31);
  });
});

describe('createRowFacts', () => {
  const facts = createRowFacts(measures, readAsked(''));

  it('I11: counts exactly the rows that are meant', () => {
    expect(facts.about(0, count, (row) => row < 9)).toEqual(['STATUS 6×Completed 3×Running', 'MEM 100M..179M', 'CPU 0%..98%']);
  });

  it('tells only words of columns without a name', () => {
    const rows = Array.from({ length: 30 }, (_, row) => row);
    const nameless = (cellOf: (row: number) => string): readonly string[] => {
      const column = { name: '', cells: rows.map(cellOf) };
      return createRowFacts([measureColumn(column)], readAsked('')).about(0, 30, () => true);
    };
    expect(nameless((row) => (row % 3 === 0 ? 'masked' : 'loaded'))).toEqual(['20×loaded 10×masked']);
    expect(nameless((row) => (row % 3 === 0 ? '=>' : '54:'))).toEqual([]);
    expect(nameless((row) => `${(row * 7) % 31}.5`)).toEqual([]);
  });

  it('says nothing of no rows', () => {
    expect(facts.about(0, count, () => false)).toEqual([]);
  });
});
