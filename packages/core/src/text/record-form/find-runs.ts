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
  const next = nextOfForm(forms);
  const runs: Run[] = [];
  for (let at = 0; at < forms.length;) {
    const run = longestRun(forms, next, at);
    if (run === undefined) at += 1;
    else {
      runs.push(run);
      at += run.period * run.count;
    }
  }
  return runs;
}

/** For each piece the next one of its form; behind all where there is none. */
function nextOfForm(forms: Int32Array): Int32Array {
  const next = new Int32Array(forms.length);
  const last = new Int32Array(forms.length + 1).fill(forms.length);
  for (let at = forms.length - 1; at >= 0; at -= 1) {
    const form = forms[at]!;
    next[at] = last[form]!;
    last[form] = at;
  }
  return next;
}

/** The run from a place that covers most; the shorter period where two cover the same. A period leads from its piece to one of the same form. */
function longestRun(forms: Int32Array, next: Int32Array, start: number): Run | undefined {
  let best: Run | undefined;
  for (let to = next[start]!; to - start <= longestPeriod && start + (to - start) * fewestRecords <= forms.length; to = next[to]!) {
    const period = to - start;
    let end = to + 1;
    while (end < forms.length && forms[end] === forms[end - period]) end += 1;
    const count = Math.floor((end - start) / period);
    if (count >= fewestRecords && (best === undefined || count * period > best.count * best.period)) best = { start, period, count };
  }
  return best;
}
