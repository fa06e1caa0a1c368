import { findRuns, renumbered, type Run, type View } from './find-runs.ts';
import { readLines, type Line } from './shown-lines.ts';

/** A text in which what stands already in earlier results is told by reference. */
export interface Told {
  readonly text: string;
  /** Lines that references stand for. */
  readonly lines: number;
}

/**
 * Tells by reference what a text repeats of the results before it; undefined where it repeats nothing worth a reference.
 *
 * Lossless: nothing leaves the view, and `expandRepeats` gives the text back.
 */
export function tellRepeats(text: string, view: View): Told | undefined {
  const lines = readLines(text);
  const runs = findRuns(lines, view);
  if (runs.length === 0) return undefined;
  const out: string[] = [];
  let next = 0;
  for (const run of runs) {
    for (; next <= run.start; next++) out.push(lines[next]?.raw ?? '');
    out.push(reference(lines, run, view));
    next = run.start + run.lines;
  }
  for (; next < lines.length; next++) out.push(lines[next]?.raw ?? '');
  const told = { text: out.join('\n'), lines: runs.reduce((sum, run) => sum + run.lines - 1, 0) };
  // A text that spells references of its own could be read in two ways; it goes out as it is.
  return expandRepeats(told.text, view) === text ? told : undefined;
}

function reference(lines: readonly Line[], { start, lines: count, place }: Run, { shown }: View): string {
  const result = shown.resultAt(place);
  const from = place - (result?.start ?? 0) + 2;
  const here = `${start + 2}-${start + count}`;
  const there = `${from}-${from + count - 2}`;
  const numbers = numbersOf(lines, start, count);
  return `[lines ${here}${numbers} repeat lines ${there} of result ${result?.ordinal ?? 0}${result?.label ? ` (${result.label})` : ''}]`;
}

function numbersOf(lines: readonly Line[], start: number, count: number): string {
  const first = lines[start + 1]?.number ?? -1;
  const last = lines[start + count - 1]?.number ?? -1;
  return first === -1 ? '' : `, numbered ${first} to ${last},`;
}

const pattern =
  /^\[lines (\d{1,8})-(\d{1,8})(?:, numbered (\d{1,8}) to \d{1,8},)? repeat lines (\d{1,8})-(\d{1,8}) of result (\d{1,6})(?: \(.*\))?\]$/;

/** Puts back what references stand for; undefined where one of them leads nowhere. */
export function expandRepeats(text: string, view: View): string | undefined {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const match = line.startsWith('[lines ') ? pattern.exec(line) : null;
    if (match === null) out.push(line);
    else {
      const lines = referred(match, view);
      if (lines === undefined) return undefined;
      for (const each of lines) out.push(each);
    }
  }
  return out.join('\n');
}

function referred(
  [, hereFrom, hereTo, number, thereFrom, thereTo, ordinal]: RegExpExecArray,
  { shown, length }: View,
): readonly string[] | undefined {
  const result = shown.result(Number(ordinal));
  const count = Number(hereTo) - Number(hereFrom) + 1;
  if (result === undefined || count < 1 || Number(thereTo) - Number(thereFrom) + 1 !== count) return undefined;
  const start = result.start + Number(thereFrom) - 1;
  if (start + count > Math.min(length, result.start + result.lines)) return undefined;
  return Array.from({ length: count }, (_, offset) => {
    const there = shown.line(start + offset) as Line;
    return number === undefined ? there.raw : renumbered(there, Number(number) + offset);
  });
}

/** Whether a text is one that `tellRepeats` wrote for this view: then it is told already (I8). */
export function isTold(text: string, view: View): boolean {
  if (!text.includes('[lines ')) return false;
  const expanded = expandRepeats(text, view);
  return expanded !== undefined && expanded !== text && tellRepeats(expanded, view)?.text === text;
}
