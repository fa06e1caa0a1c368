import { renumberGutter } from './numbered-line.ts';
import { windowLines, type Line, type ShownLines } from './shown-lines.ts';

/** Lines of a text that stand already, in a row, in an earlier result. */
export interface Run {
  /** The first line in the text, counted from 0. */
  readonly start: number;
  readonly lines: number;
  /** The same line in the table of what is shown. */
  readonly place: number;
}

/** How far a prompt may look into a table of shown lines. */
export interface View {
  readonly shown: ShownLines;
  readonly length: number;
}

// A reference takes about 25 tokens: what it replaces must be worth several of them.
const leastCharacters = 240;

/**
 * Finds the runs, from the first line on, each as long as it goes: linear, since every window has a bounded number of candidates and a run that was looked at is passed whole.
 */
export function findRuns(lines: readonly Line[], view: View): readonly Run[] {
  const runs: Run[] = [];
  let index = 0;
  while (index + windowLines <= lines.length) {
    const run = longestRun(lines, index, view);
    if (run === undefined) index += 1;
    else {
      if (worth(lines, run)) runs.push(run);
      index += run.lines;
    }
  }
  return runs;
}

function longestRun(lines: readonly Line[], start: number, { shown, length }: View): Run | undefined {
  let best: Run | undefined;
  for (const place of shown.places(lines, start, length)) {
    const end = Math.min(length, endOfResult(shown, place));
    let count = 0;
    while (place + count < end && start + count < lines.length && alike(lines, start, count, shown, place)) count += 1;
    if (count >= windowLines && count > (best?.lines ?? 0)) best = { start, lines: count, place };
  }
  return best;
}

/** Whether a line of the text is the one that stands there, its number shifted by as much as that of the run's first line. */
function alike(lines: readonly Line[], start: number, offset: number, shown: ShownLines, place: number): boolean {
  const [first, here] = [lines[start], lines[start + offset]];
  const [anchor, there] = [shown.line(place), shown.line(place + offset)];
  if (first === undefined || here === undefined || anchor === undefined || there === undefined) return false;
  if (here.content !== there.content) return false;
  if (here.number === -1 && there.number === -1) return true;
  if (here.number === -1 || there.number === -1) return false;
  return here.number - there.number === first.number - anchor.number && here.raw === renumbered(there, here.number);
}

/** A shown line as it would stand with another number. */
export function renumbered({ raw, content }: Line, number: number): string {
  return renumberGutter(raw.slice(0, raw.length - content.length), number) + content;
}

function endOfResult(shown: ShownLines, place: number): number {
  const result = shown.resultAt(place);
  return result === undefined ? place : result.start + result.lines;
}

/** The run's first line stays in the text, as what the reader looks for above; the rest is what the reference replaces. */
function worth(lines: readonly Line[], { start, lines: count }: Run): boolean {
  let characters = 0;
  for (let index = start + 1; index < start + count; index++) {
    characters += (lines[index]?.content.trim().length ?? 0) + 1;
    if (characters >= leastCharacters) return true;
  }
  return false;
}
