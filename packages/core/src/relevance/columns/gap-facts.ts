import type { CellTable } from './cell-table.ts';
import type { RowFacts } from './row-facts.ts';

/** A table with what can be said about its rows. */
export interface ToldTable {
  readonly table: CellTable;
  readonly facts: RowFacts;
}

/** Fewer rows than these are told by their lines alone. */
const fewestRows = 6;

/**
 * Facts about the rows of a gap: of the table that has most rows in it; none for a small gap.
 *
 * @param start the gap's first unit
 * @param end the unit behind its last
 */
export function gapFacts(tables: readonly ToldTable[], start: number, end: number): readonly string[] {
  let most: ToldTable | undefined;
  let range: readonly [number, number] = [0, 0];
  for (const told of tables) {
    const { rows } = told.table;
    const from = firstAtLeast(rows, start);
    const to = firstAtLeast(rows, end);
    if (to - from > range[1] - range[0]) {
      most = told;
      range = [from, to];
    }
  }
  return most === undefined || range[1] - range[0] < fewestRows ? [] : most.facts.about(range[0], range[1], () => true);
}

/** Facts about all rows that are not shown, of the table with most of them. */
export function omittedFacts(tables: readonly ToldTable[], shown: Uint8Array): readonly string[] {
  const largest = tables.reduce<ToldTable | undefined>(
    (best, told) => (best !== undefined && best.table.rows.length >= told.table.rows.length ? best : told),
    undefined,
  );
  if (largest === undefined) return [];
  const { rows } = largest.table;
  return largest.facts.about(0, rows.length, (row) => shown[rows[row]!] === 0);
}

function firstAtLeast(rows: readonly number[], unit: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (rows[half]! < unit) low = half + 1;
    else high = half;
  }
  return low;
}
