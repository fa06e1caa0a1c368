import { expandRepeats } from './expand-repeats.ts';
import { findRuns, type Run, type View } from './find-runs.ts';
import { mayRefer, writeReference, type Place } from './reference.ts';
import type { ShownText } from './shown-lines.ts';
import { TextLines } from './text-lines.ts';

/** A text in which what stands already in earlier results is told by reference. */
export interface Told {
  readonly text: string;
  /** Lines that references stand for. */
  readonly lines: number;
}

/**
 * Tells by reference what a text repeats of the results before it, of what the agent itself wrote into a call, or of itself; undefined where it repeats nothing worth a reference.
 *
 * Lossless: nothing leaves the view, and `expandRepeats` gives the text back. A text that spells references of its own could be read in two ways; it goes out as it is.
 */
export function tellRepeats(text: string, view: View): Told | undefined {
  const lines = new TextLines(text);
  const runs = findRuns(lines, view);
  if (runs.length === 0) return undefined;
  const told = tellRuns(lines, runs, view);
  return expandRepeats(told.text, view) === text ? told : undefined;
}

function tellRuns(lines: TextLines, runs: readonly Run[], view: View): Told {
  const out: string[] = [];
  const named = new Set<ShownText>();
  // Where a line of the text stands in what goes out, counted from 1.
  const placeOut = new Int32Array(lines.count);
  let [next, linesOut] = [0, 0];
  const show = (end: number): void => {
    if (next < end) out.push(lines.between(next, end));
    for (; next < end; next++) placeOut[next] = linesOut += 1;
  };
  for (const { start, lines: count, place, of, gutter } of runs) {
    show(start + 1);
    const text = of === 'itself' ? undefined : view.shown.textAt(place);
    const from = (text === undefined ? (placeOut[place] ?? 0) : place - text.start + 1) + 1;
    out.push(writeReference({ from, to: from + count - 2, place: placeOf(text, named), gutter }));
    linesOut += 1;
    next = start + count;
  }
  show(lines.count);
  return { text: out.join('\n'), lines: runs.reduce((sum, run) => sum + run.lines - 1, 0) };
}

/** What a result was stands at its first mention in a text only. */
function placeOf(text: ShownText | undefined, named: Set<ShownText>): Place {
  if (text === undefined) return { in: 'this text' };
  const { source, ordinal, label } = text;
  if (source === 'call') return { in: 'call', ordinal, argument: label };
  const isNamed = named.has(text);
  named.add(text);
  return { in: 'result', ordinal, label: isNamed ? '' : label };
}

/** Whether a text is one that `tellRepeats` wrote for this view: then it is told already (I8). */
export function isTold(text: string, view: View): boolean {
  if (!mayRefer(text)) return false;
  const expanded = expandRepeats(text, view);
  return expanded !== undefined && expanded !== text && tellRepeats(expanded, view)?.text === text;
}
