import { pieceForms } from './piece-forms.ts';
import type { Pieces } from './pieces.ts';

/** Records of the same form that follow each other: `count` times `period` pieces from `start` on. */
export interface Run {
  readonly start: number;
  readonly period: number;
  readonly count: number;
}

const longestPeriod = 16;
const fewestRecords = 4;

/** Finds runs of records: stretches whose pieces, but for their values, repeat with a period. Linear: what is read without a find is at most a few periods. */
export function findRuns(pieces: Pieces): readonly Run[] {
  const forms = pieceForms(pieces);
  const runs: Run[] = [];
  for (let at = 0; at < forms.length;) {
    const run = longestRun(forms, at);
    if (run === undefined) at += 1;
    else {
      runs.push(run);
      at += run.period * run.count;
    }
  }
  return runs;
}

/** The run from a place that covers most; the shorter period where two cover the same. */
function longestRun(forms: Int32Array, start: number): Run | undefined {
  let best: Run | undefined;
  for (let period = 1; period <= longestPeriod && start + period * fewestRecords <= forms.length; period += 1) {
    let end = start + period;
    while (end < forms.length && forms[end] === forms[end - period]) end += 1;
    const count = Math.floor((end - start) / period);
    if (count >= fewestRecords && (best === undefined || count * period > best.count * best.period)) best = { start, period, count };
  }
  return best;
}
