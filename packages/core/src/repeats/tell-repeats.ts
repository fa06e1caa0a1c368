import { findRuns, respelled, type Run, type RunGutter, type View } from './find-runs.ts';
import { readNumberedLine } from './numbered-line.ts';
import { readLines, type Line, type ShownLines, type ShownText } from './shown-lines.ts';

/** A text in which what stands already in earlier results is told by reference. */
export interface Told {
  readonly text: string;
  /** Lines that references stand for. */
  readonly lines: number;
}

/**
 * Tells by reference what a text repeats of the results before it, or of what the agent itself wrote into a call; undefined where it repeats nothing worth a reference.
 *
 * Lossless: nothing leaves the view, and `expandRepeats` gives the text back.
 */
export function tellRepeats(text: string, view: View): Told | undefined {
  const lines = readLines(text);
  const runs = findRuns(lines, view);
  if (runs.length === 0) return undefined;
  const out: string[] = [];
  const named = new Set<ShownText>();
  let next = 0;
  for (const run of runs) {
    for (; next <= run.start; next++) out.push(lines[next]?.raw ?? '');
    out.push(reference(run, view, named));
    next = run.start + run.lines;
  }
  for (; next < lines.length; next++) out.push(lines[next]?.raw ?? '');
  const told = { text: out.join('\n'), lines: runs.reduce((sum, run) => sum + run.lines - 1, 0) };
  // A text that spells references of its own could be read in two ways; it goes out as it is.
  return expandRepeats(told.text, view) === text ? told : undefined;
}

const notes: Readonly<Record<RunGutter, string>> = { same: '', numbered: ', numbered on', bare: ', without their numbers' };

/** Every token of a reference is paid on every turn: how many lines they are is told by their places there, and what the result was stands at its first mention only. */
function reference({ lines: count, place, gutter }: Run, { shown }: View, named: Set<ShownText>): string {
  const text = shown.textAt(place) as ShownText;
  const from = place - text.start + 2;
  const where =
    text.source === 'call' ? `${text.label} in call ${text.ordinal}` : `result ${text.ordinal}${named.has(text) ? '' : labelled(text)}`;
  named.add(text);
  return `[repeats lines ${from}-${from + count - 2} of ${where}${notes[gutter]}]`;
}

function labelled({ label }: ShownText): string {
  return label === '' ? '' : ` (${label})`;
}

const pattern =
  /^\[repeats lines (\d{1,8})-(\d{1,8}) of (?:result (\d{1,6})(?: \(.*\))?|([\w.-]{1,40}) in call (\d{1,6}))(, numbered on|, without their numbers)?\]$/;

/** Puts back what references stand for; undefined where one of them leads nowhere. */
export function expandRepeats(text: string, view: View): string | undefined {
  const out: string[] = [];
  for (const line of text.split('\n')) {
    const match = line.startsWith('[repeats ') ? pattern.exec(line) : null;
    if (match === null) out.push(line);
    else {
      const lines = referred(match, view, out.at(-1) ?? '');
      if (lines === undefined) return undefined;
      for (const each of lines) out.push(each);
    }
  }
  return out.join('\n');
}

function referred(match: RegExpExecArray, { shown, length }: View, before: string): readonly string[] | undefined {
  const [, from, to, , , , note = ''] = match;
  const text = referredText(match, shown);
  const count = Number(to) - Number(from) + 1;
  if (text === undefined || count < 1 || Number(from) < 1) return undefined;
  const start = text.start + Number(from) - 1;
  if (start + count > Math.min(length, text.start + text.lines)) return undefined;
  const gutter: RunGutter = note === notes.numbered ? 'numbered' : note === notes.bare ? 'bare' : 'same';
  const first = firstLine(before);
  if (gutter === 'numbered' && first.number === -1) return undefined;
  return Array.from({ length: count }, (_, offset) => respelled(shown.line(start + offset) as Line, gutter, first, offset + 1));
}

function referredText([, , , result, argument, call]: RegExpExecArray, shown: ShownLines): ShownText | undefined {
  return argument === undefined ? shown.result(Number(result)) : shown.argument(Number(call), argument);
}

/** The line before a reference, which says where its numbers begin. */
function firstLine(raw: string): Line {
  const read = readNumberedLine(raw);
  return read === undefined ? { raw, content: raw, number: -1 } : { raw, content: read.content, number: read.number };
}

/** Whether a text is one that `tellRepeats` wrote for this view: then it is told already (I8). */
export function isTold(text: string, view: View): boolean {
  if (!text.includes('[repeats lines ')) return false;
  const expanded = expandRepeats(text, view);
  return expanded !== undefined && expanded !== text && tellRepeats(expanded, view)?.text === text;
}
