import type { Piece } from './piece.ts';
import type { Run } from './find-runs.ts';

/** Records that share a template: their values, column by column. */
export interface Group {
  readonly run: Run;
  /** The columns whose value is the same in every record. */
  readonly constant: readonly boolean[];
}

/** A column is one of groups where its value changes this seldom, and groups hold this many records on average. */
const changeShare = 1 / 6;
const leastRecords = 5;

/** Cuts a run where columns that seldom change do, so that these are constant within each group. Linear in the values. */
export function groupRecords(pieces: readonly Piece[], run: Run): readonly Group[] {
  const changes = countChanges(pieces, run);
  const cuts = cutsOf(pieces, run, changes);
  const starts = cuts.length * leastRecords > run.count ? [0] : [0, ...cuts];
  return starts.map((from, index) => {
    const group = { start: run.start + from * run.period, period: run.period, count: (starts[index + 1] ?? run.count) - from };
    return { run: group, constant: countChanges(pieces, group).map((times) => times === 0) };
  });
}

/** The values of one record, those of all its pieces. */
export function recordValues(pieces: readonly Piece[], { start, period }: Run, record: number): readonly string[] {
  const first = start + record * period;
  if (period === 1) return pieces[first]!.values;
  const values: string[] = [];
  for (let at = first; at < first + period; at += 1) values.push(...pieces[at]!.values);
  return values;
}

/** For each column how often its value is another than in the record before. */
function countChanges(pieces: readonly Piece[], run: Run): number[] {
  let before = recordValues(pieces, run, 0);
  const changes = new Array<number>(before.length).fill(0);
  for (let record = 1; record < run.count; record += 1) {
    const values = recordValues(pieces, run, record);
    for (let column = 0; column < values.length; column += 1) if (values[column] !== before[column]) changes[column]! += 1;
    before = values;
  }
  return changes;
}

/** Records before which a column of groups changes. */
function cutsOf(pieces: readonly Piece[], run: Run, changes: readonly number[]): readonly number[] {
  const grouping = changes.flatMap((times, column) => (times > 0 && times <= run.count * changeShare ? [column] : []));
  if (grouping.length === 0) return [];
  const cuts: number[] = [];
  let before = recordValues(pieces, run, 0);
  for (let record = 1; record < run.count; record += 1) {
    const values = recordValues(pieces, run, record);
    if (grouping.some((column) => values[column] !== before[column])) cuts.push(record);
    before = values;
  }
  return cuts;
}
