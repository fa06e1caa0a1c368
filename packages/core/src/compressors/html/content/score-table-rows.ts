import { readAsked } from '../../../relevance/columns/asked.ts';
import { measureColumn } from '../../../relevance/columns/measure-column.ts';
import { scoreRows } from '../../../relevance/columns/score-rows.ts';
import type { PageUnit, StandingBlock } from '../write/page-units.ts';

/** Shorter tables are told by their words alone. */
const fewestRows = 5;
const mostColumns = 40;
/** What the most remarkable row of a table gains beside what its words are worth. */
const mostGained = 2;
const share = 0.8;

interface RowsOfTable {
  readonly units: number[];
  readonly rows: (readonly string[])[];
  names: readonly string[];
}

/**
 * What rows of tables gain by their values where a question asks for an end of a scale, a bound or what is rare (`the largest`, `over 50`); undefined where it does not.
 */
export function scoreTableRows(blocks: readonly StandingBlock[], units: readonly PageUnit[], question: string): Float64Array | undefined {
  const asked = readAsked(question);
  const asksForValues = asked.highest || asked.lowest || asked.latest || asked.earliest || asked.rare || asked.limits.length > 0;
  if (question.trim() === '' || !asksForValues) return undefined;
  const gained = new Float64Array(units.length);
  for (const { units: members, rows, names } of tablesOf(blocks, units).values()) {
    if (rows.length < fewestRows) continue;
    const width = Math.min(
      mostColumns,
      rows.reduce((most, row) => Math.max(most, row.length), 0),
    );
    const columns = Array.from({ length: width }, (_, column) => ({
      name: names[column] ?? '',
      cells: rows.map((row) => row[column] ?? ''),
    }));
    const scores = scoreRows({ rows: members, columns }, columns.map(measureColumn), asked);
    members.forEach((unit, row) => {
      gained[unit] = Math.min(mostGained, share * scores[row]!);
    });
  }
  return gained;
}

function tablesOf(blocks: readonly StandingBlock[], units: readonly PageUnit[]): ReadonlyMap<number, RowsOfTable> {
  const tables = new Map<number, RowsOfTable>();
  units.forEach(({ block: index, isFirst }, unit) => {
    const { cells, place, mark } = blocks[index]!.block;
    if (cells === undefined || place === undefined || !isFirst) return;
    let table = tables.get(place.table);
    if (table === undefined) tables.set(place.table, (table = { units: [], rows: [], names: [] }));
    if (mark === 'header') {
      if (table.rows.length === 0) table.names = cells;
      return;
    }
    table.units.push(unit);
    table.rows.push(cells);
  });
  return tables;
}
