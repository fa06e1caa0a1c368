import { MISSING } from '../infer/interner.ts';
import { textCost, valueCost } from './cost.ts';
import type { Draft } from './draft.ts';
import type { Column } from './record-type.ts';

/** Whether a header for these records saves more than it costs, by a rough count of the names and values that rows need not repeat. */
export function pays(draft: Draft): boolean {
  if (draft.rows.length < 2) return false;
  const inRows = draft.listed * 2 >= draft.rows.length || draft.sketch.repeats === 'keyed';
  let gain = (draft.rowOf.size - draft.rows.length) * draft.columns.length;
  let cost = 6;
  for (const column of draft.columns) {
    gain += gainOf(column, inRows);
    cost += 1 + textCost(column.name) + (column.counts.size === 1 ? valueCost(column.values[0]) : 0);
  }
  return gain > cost;
}

function gainOf(column: Column, inRows: boolean): number {
  const { counts, top, topCount, values } = column;
  const name = 1 + textCost(column.name);
  const usual = top === MISSING ? 0 : topCount * (name + valueCost(values[column.identities.indexOf(top)]));
  if (counts.size === 1) return usual;
  const present = values.length - (counts.get(MISSING) ?? 0);
  if (inRows) return present * name - (present < values.length / 4 ? 0 : (values.length - present) * 0.5);
  return topCount >= values.length * 0.25 ? usual : 0;
}
