import type { JsonArray, JsonObject } from '../../model.ts';
import { isGap } from '../infer/kinds.ts';
import type { Column, Stepping } from './record-type.ts';

/** Rows are left unsaid only where most are as usual: a sequence asks the reader to count, so it must be worth it. */
const MINIMUM_SILENT_SHARE = 0.5;
const MINIMUM_ROWS = 12;

/**
 * Finds an integer column that grows by one step from row to row in every list (a time series) while nearly everything else is as usual. Rows that say nothing
 * but the next step are left out; each row that is shown states its place.
 */
export function findStepping(
  columns: readonly Column[],
  lists: readonly JsonArray[],
  rowOf: ReadonlyMap<JsonObject, number>,
): { stepping: Stepping; silent: Set<number> } | undefined {
  const count = columns[0]?.values.length ?? 0;
  if (count < MINIMUM_ROWS || columns.length < 2) return undefined;
  const rowsOfLists = listRows(lists, rowOf, count);
  if (rowsOfLists === undefined) return undefined;
  for (const column of columns) {
    const step = stepOf(column, rowsOfLists);
    if (step === undefined) continue;
    const rest = columns.filter((other) => other !== column);
    const silent = new Set<number>();
    for (const rows of rowsOfLists) {
      for (const row of rows.slice(1)) if (rest.every((other) => other.identities[row] === other.top)) silent.add(row);
    }
    if (silent.size >= count * MINIMUM_SILENT_SHARE) return { stepping: { column, step }, silent };
  }
  return undefined;
}

/** The rows of each list; undefined where a list holds anything else or a row stands elsewhere. */
function listRows(lists: readonly JsonArray[], rowOf: ReadonlyMap<JsonObject, number>, count: number): number[][] | undefined {
  let total = 0;
  const found: number[][] = [];
  for (const list of lists) {
    const rows: number[] = [];
    for (const element of list) {
      const row = isGap(element) ? undefined : rowOf.get(element as JsonObject);
      if (row === undefined) return undefined;
      rows.push(row);
    }
    total += rows.length;
    found.push(rows);
  }
  return total === count ? found : undefined;
}

function stepOf(column: Column, lists: readonly (readonly number[])[]): number | undefined {
  let step: number | undefined;
  for (const rows of lists) {
    for (let index = 0; index < rows.length; index++) {
      const value = column.values[rows[index] as number];
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) return undefined;
      if (index === 0) continue;
      const difference = value - (column.values[rows[index - 1] as number] as number);
      if (difference === 0 || (step !== undefined && difference !== step)) return undefined;
      step = difference;
    }
  }
  return step;
}
