import { windowLines } from './line-windows.ts';
import { renumberGutter } from './numbered-line.ts';
import { OwnLines } from './own-lines.ts';
import type { ShownLines } from './shown-lines.ts';
import type { Line, TextLines } from './text-lines.ts';

/**
 * How the lines of a run stand to those it repeats: the `same` bytes, the same content under numbers that count on from the run's first line (`numbered`), or
 * the same content without the numbers that stand there (`bare`).
 */
export type RunGutter = 'same' | 'numbered' | 'bare';

/** Lines of a text that stand already, in a row, in an earlier result, in what the agent wrote, or further up in the text itself. */
export interface Run {
  /** The first line in the text, counted from 0. */
  readonly start: number;
  readonly lines: number;
  /** The same line in the table of what is shown, or in the text itself. */
  readonly place: number;
  readonly of: 'shown' | 'itself';
  readonly gutter: RunGutter;
}

/** How far a prompt may look into a table of shown lines. */
export interface View {
  readonly shown: ShownLines;
  readonly length: number;
}

// A reference takes about 20 tokens, and code about four characters a token: what it replaces must be worth more.
const leastCharacters = { shown: 100, itself: 150 } as const;

/**
 * Finds the runs, from the first line on, each as long as it goes: linear, since every window has a bounded number of candidates and a run that was looked at is passed whole.
 */
export function findRuns(lines: TextLines, view: View): readonly Run[] {
  const runs: Run[] = [];
  const own = new OwnLines(lines);
  let index = 0;
  while (index + windowLines <= lines.count) {
    const shown = longestRun(lines, index, view);
    const run = shown !== undefined && worth(lines, shown) ? shown : (ownRun(lines, index, own) ?? shown);
    if (run !== undefined && worth(lines, run)) {
      runs.push(run);
      own.hide(run.start + 1, run.start + run.lines);
    }
    index += run?.lines ?? 1;
  }
  return runs;
}

/** What stands further up in the text itself, letter by letter or under other numbers. */
function ownRun(lines: TextLines, start: number, own: OwnLines): Run | undefined {
  const place = own.placeAbove(start);
  if (place < 0 || lines.isNumbered(start) !== lines.isNumbered(place)) return undefined;
  return lines.isNumbered(start) ? ownNumberedRun(lines, start, place, own) : ownPlainRun(lines, start, place, own);
}

/**
 * Line by line: were a run taken as far as the hashes agree and compared at its end, lines made to share one would have the rest of a text compared for each of them.
 */
function ownPlainRun(lines: TextLines, start: number, place: number, own: OwnLines): Run | undefined {
  let count = 0;
  while (start + count < lines.count && own.isShownAbove(place + count, start) && lines.areAlike(start + count, place + count)) count += 1;
  return count < windowLines ? undefined : { start, lines: count, place, of: 'itself', gutter: 'same' };
}

function ownNumberedRun(lines: TextLines, start: number, place: number, own: OwnLines): Run | undefined {
  const [first, there] = [lines.line(start) as Line, lines.line(place) as Line];
  if (!own.isShownAbove(place, start) || there.content !== first.content) return undefined;
  const gutter = gutterOf(first, there);
  let count = 1;
  while (own.isShownAbove(place + count, start)) {
    if (lines.line(start + count)?.raw !== respelled(lines.line(place + count) as Line, gutter, first, count)) break;
    count += 1;
  }
  return count < windowLines ? undefined : { start, lines: count, place, of: 'itself', gutter };
}

function longestRun(lines: TextLines, start: number, { shown, length }: View): Run | undefined {
  let best: Run | undefined;
  for (const place of shown.places(lines, start, length)) {
    const { start: startOfText, lines: shownLines } = shown.textAt(place);
    const at = place - startOfText;
    const [first, there] = [lines.line(start) as Line, shownLines.line(at) as Line];
    if (first.content !== there.content) continue;
    const end = Math.min(length - startOfText, shownLines.count);
    const gutter = gutterOf(first, there);
    let count = 1;
    while (at + count < end && lines.line(start + count)?.raw === respelled(shownLines.line(at + count) as Line, gutter, first, count))
      count += 1;
    if (count >= windowLines && count > (best?.lines ?? 0)) best = { start, lines: count, place, of: 'shown', gutter };
  }
  return best;
}

function gutterOf(here: Line, there: Line): RunGutter {
  if (here.raw === there.raw) return 'same';
  return here.number === -1 ? 'bare' : 'numbered';
}

/** A shown line as a run spells it, so many lines behind the run's first. */
export function respelled({ raw, content }: Line, gutter: RunGutter, first: Line, offset: number): string {
  if (gutter === 'same') return raw;
  if (gutter === 'bare') return content;
  return renumberGutter(first.raw.slice(0, first.raw.length - first.content.length), first.number + offset) + content;
}

/** The run's first line stays in the text, as what the reader looks for above; the rest is what the reference replaces. */
function worth(lines: TextLines, { start, lines: count, of }: Run): boolean {
  if (lines.lengthBetween(start + 1, start + count) < leastCharacters[of]) return false;
  let characters = 0;
  for (let index = start + 1; index < start + count; index++) {
    characters += (lines.line(index)?.content.trim().length ?? 0) + 1;
    if (characters >= leastCharacters[of]) return true;
  }
  return false;
}
