import { charCodes } from '../../../text/char-codes.ts';
import { doubled } from './doubled.ts';
import { readRunnerStamps, type RunnerStamps } from './runner-stamps.ts';
import { readTerminalText, type TerminalText } from './terminal-text.ts';

/** The lines of a log as places in its text; nothing is copied. Lines are numbered from 0 here and from 1 wherever a reader sees them. */
export interface LogLines {
  readonly terminal: TerminalText;
  readonly text: string;
  /** The characters of the text: several passes read each of them, which takes three times as long from a string. */
  readonly codes: Uint16Array;
  readonly count: number;
  /** Where what a program wrote begins: behind the time that a CI runner put before every line. */
  readonly starts: Int32Array;
  /** Where the shown part of a line begins: the same, or the beginning of the line where times are kept. */
  readonly shownStarts: Int32Array;
  /** Where a line ends, its break left out. */
  readonly ends: Int32Array;
  /** What of each line is not shown; undefined where lines are shown with all they have. */
  readonly stamps: RunnerStamps | undefined;
}

/**
 * Splits a log into lines.
 *
 * @param stamps `fold` leaves out the times of a CI runner where nearly every line has one; `keep` shows them.
 */
export function readLogLines(source: string, stamps: 'fold' | 'keep'): LogLines {
  const terminal = readTerminalText(source);
  const { text } = terminal;
  const codes = charCodes(text);
  const { starts, ends } = splitLines(text);
  const whole = starts.slice();
  const found = readRunnerStamps({ text, codes, ends }, starts);
  const folds = stamps === 'fold' ? found : undefined;
  return { terminal, text, codes, count: starts.length, starts, shownStarts: folds === undefined ? whole : starts, ends, stamps: folds };
}

const charactersPerLine = 32;

/** Where lines begin and end. A break at the very end begins no further line. */
function splitLines(text: string): { starts: Int32Array; ends: Int32Array } {
  let starts = new Int32Array(Math.ceil(text.length / charactersPerLine) + 16);
  let ends = starts.slice();
  let count = 0;
  for (let start = 0; start < text.length; count += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (count === starts.length) [starts, ends] = [doubled(starts), doubled(ends)];
    starts[count] = start;
    ends[count] = end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
    start = end + 1;
  }
  return { starts: starts.slice(0, count), ends: ends.slice(0, count) };
}

/** What a program wrote in a line. */
export function lineText({ text, starts, ends }: LogLines, line: number): string {
  return text.slice(starts[line], ends[line]);
}

/** A line as it is shown. */
export function shownText({ text, shownStarts, ends }: LogLines, line: number): string {
  return text.slice(shownStarts[line], ends[line]);
}

/** The beginning of what a program wrote in a line, for patterns that need no more. */
export function lineHead({ text, starts, ends }: LogLines, line: number, characters: number): string {
  const start = starts[line]!;
  return text.slice(start, Math.min(ends[line]!, start + characters));
}
