import { textCost, valueCost } from './cost.ts';
import { isOpened, isScalar } from '../infer/kinds.ts';
import { MISSING } from '../infer/interner.ts';
import type { Column, Lookup } from './record-type.ts';

const MINIMUM_ROWS = 6;
const MAXIMUM_ROUNDS = 4;
const MAXIMUM_DETERMINANTS = 16;
const MAXIMUM_DEPENDENTS = 64;

/** Rows that may contradict the table; they state their value. */
const MAXIMUM_WRONG_SHARE = 0.03;

/** The fewest estimated tokens that a table must save. */
const MINIMUM_GAIN = 12;

interface Proposal {
  readonly by: Column;
  readonly columns: Column[];
  readonly rows: number[];
  gain: number;
}

/**
 * Finds columns that another one decides (rule → severity, message) and tells them once per value. Only short names and codes decide: with numbers such
 * dependencies are accidents. The pairs are bounded, each costs one pass that stops at the first few contradictions.
 */
export function findLookups(columns: readonly Column[]): Lookup[] {
  const rows = columns[0]?.values.length ?? 0;
  if (rows < MINIMUM_ROWS) return [];
  const lookups: Lookup[] = [];
  for (let round = 0; round < MAXIMUM_ROUNDS; round++) {
    const open = columns.filter((column) => column.mode.kind === 'open').slice(0, MAXIMUM_DEPENDENTS);
    const deciding = open.filter((column) => mayDecide(column, rows)).slice(0, MAXIMUM_DETERMINANTS);
    let best: Proposal | undefined;
    for (const by of deciding) {
      const proposal = propose(by, open);
      if (proposal.gain > MINIMUM_GAIN && proposal.gain > (best?.gain ?? 0)) best = proposal;
    }
    if (best === undefined) break;
    accept(best);
    lookups.push(best);
  }
  return lookups;
}

function mayDecide(column: Column, rows: number): boolean {
  const distinct = column.counts.size;
  if (distinct < 2 || distinct > rows / 2 || column.counts.has(MISSING)) return false;
  const codes = /(?:id|number|no|code|type|key)$/i.test(column.path[column.path.length - 1] ?? '');
  let checked = 0;
  for (const value of column.values) {
    if (checked++ > 200) break;
    if (!isScalar(value) || value === null || typeof value === 'boolean' || typeof value === 'object') return false;
    if (typeof value === 'string' ? value.length > 80 || value.includes('\n') : !codes) return false;
  }
  return column.values.every((value) => typeof value === 'string' || typeof value === 'number');
}

function propose(by: Column, open: readonly Column[]): Proposal {
  const firstOf = new Map<number, number>();
  const first = by.identities.map((identity, row) => {
    const known = firstOf.get(identity);
    if (known !== undefined) return known;
    firstOf.set(identity, row);
    return row;
  });
  const rows = [...firstOf.values()];
  const proposal: Proposal = { by, columns: [], rows, gain: 0 };
  for (const row of rows) proposal.gain -= valueCost(by.values[row]) + 1;
  for (const column of open) {
    if (column === by) continue;
    const gain = gainOf(column, first, rows);
    if (gain <= 4) continue;
    proposal.columns.push(column);
    proposal.gain += gain;
  }
  return proposal;
}

/** Estimated tokens saved by telling a column once per deciding value; negative where it is not decided. */
function gainOf(column: Column, first: readonly number[], rows: readonly number[]): number {
  const { identities, values } = column;
  if (isOpened(values[0])) return -1;
  const limit = Math.floor(values.length * MAXIMUM_WRONG_SHARE);
  let wrong = 0;
  for (let row = 0; row < identities.length; row++) {
    if (identities[row] !== identities[first[row] as number] && ++wrong > limit) return -1;
  }
  let plain = 0;
  for (const value of values) plain += valueCost(value);
  const usual = column.topCount / values.length;
  if (usual >= 0.9) plain *= 0.05;
  else if (usual > 0.25) plain *= 1 - usual;
  let table = wrong * (3 + textCost(column.name));
  for (const row of rows) table += valueCost(values[row]);
  return plain - table;
}

function accept(proposal: Proposal): void {
  const { by, columns } = proposal;
  const firstOf = new Map<number, number>();
  for (const row of proposal.rows) firstOf.set(by.identities[row] as number, row);
  by.mode = { kind: 'cell' };
  for (const column of columns) {
    column.mode = { kind: 'lookup', by };
    column.deviating = new Set();
    for (let row = 0; row < by.identities.length; row++) {
      const told = firstOf.get(by.identities[row] as number) as number;
      if (column.identities[row] !== column.identities[told]) column.deviating.add(row);
    }
  }
}
