import type { Pieces } from './pieces.ts';
import type { Run } from './find-runs.ts';

/** Records that share a template: their values, column by column. */
export interface Group {
  readonly run: Run;
  /** 1 for the columns whose value is the same in every record. */
  readonly constant: Uint8Array;
}

/** A column is one of groups where its value changes this seldom, and groups hold this many records on average. */
const changeShare = 1 / 6;
const leastRecords = 5;

/** Cuts a run where columns that seldom change do, so that these are constant within each group. Linear in the values. */
export function groupRecords(pieces: Pieces, run: Run): readonly Group[] {
  const changes = countChanges(pieces, run);
  const cuts = cutsOf(pieces, run, changes);
  if (cuts.length === 0 || cuts.length * leastRecords > run.count) return [{ run, constant: unchanged(changes) }];
  const starts = [0, ...cuts];
  return starts.map((from, index) => {
    const group = { start: run.start + from * run.period, period: run.period, count: (starts[index + 1] ?? run.count) - from };
    return { run: group, constant: unchanged(countChanges(pieces, group)) };
  });
}

/** Where the values of a record begin among all cuts. */
export function recordCuts({ firstCuts }: Pieces, { start, period }: Run, record: number): number {
  return firstCuts[start + record * period]!;
}

function unchanged(changes: Int32Array): Uint8Array {
  return Uint8Array.from(changes, (times) => (times === 0 ? 1 : 0));
}

/** For each column how often its value is another than in the record before. */
function countChanges(pieces: Pieces, run: Run): Int32Array {
  const width = (recordCuts(pieces, run, 1) - recordCuts(pieces, run, 0)) >> 1;
  const changes = new Int32Array(width);
  for (let record = 1; record < run.count; record += 1) {
    const before = recordCuts(pieces, run, record - 1);
    const cut = recordCuts(pieces, run, record);
    for (let column = 0; column < width; column += 1) if (differ(pieces, before + 2 * column, cut + 2 * column)) changes[column]! += 1;
  }
  return changes;
}

/** Whether the values that begin at two cuts are not the same. */
function differ({ codes, cuts }: Pieces, one: number, other: number): boolean {
  const from = cuts[one]!;
  const to = cuts[other]!;
  const length = cuts[one + 1]! - from;
  if (length !== cuts[other + 1]! - to) return true;
  for (let at = 0; at < length; at += 1) if (codes[from + at] !== codes[to + at]) return true;
  return false;
}

/** Records before which a column of groups changes. */
function cutsOf(pieces: Pieces, run: Run, changes: Int32Array): readonly number[] {
  const grouping: number[] = [];
  for (let column = 0; column < changes.length; column += 1)
    if (changes[column]! > 0 && changes[column]! <= run.count * changeShare) grouping.push(2 * column);
  if (grouping.length === 0) return [];
  const cuts: number[] = [];
  for (let record = 1; record < run.count; record += 1) {
    const before = recordCuts(pieces, run, record - 1);
    const cut = recordCuts(pieces, run, record);
    if (grouping.some((column) => differ(pieces, before + column, cut + column))) cuts.push(record);
  }
  return cuts;
}
