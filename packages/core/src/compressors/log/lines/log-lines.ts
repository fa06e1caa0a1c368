import { readRunnerStamps } from './runner-stamps.ts';
import { readTerminalText, type TerminalText } from './terminal-text.ts';

/** The lines of a log as places in its text; nothing is copied. Lines are numbered from 0 here and from 1 wherever a reader sees them. */
export interface LogLines {
  readonly terminal: TerminalText;
  readonly text: string;
  readonly count: number;
  /** Where the shown part of a line begins: behind the time that a CI runner put before every line, if `stamps` says so. */
  readonly starts: Int32Array;
  /** Where a line ends, its break left out. */
  readonly ends: Int32Array;
  /** The first and last time that a runner put before lines, and before how many; undefined where lines are shown with all they have. */
  readonly stamps: RunnerStamps | undefined;
}

export interface RunnerStamps {
  readonly lines: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Splits a log into lines.
 *
 * @param stamps `fold` leaves out the times of a CI runner where nearly every line has one; `keep` shows them.
 */
export function readLogLines(source: string, stamps: 'fold' | 'keep'): LogLines {
  const terminal = readTerminalText(source);
  const { text } = terminal;
  const count = countLines(text);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let line = 0, start = 0; line < count; line += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    starts[line] = start;
    ends[line] = end > start && text.charCodeAt(end - 1) === 0x0d ? end - 1 : end;
    start = end + 1;
  }
  return { terminal, text, count, starts, ends, stamps: stamps === 'fold' ? readRunnerStamps(text, starts, ends) : undefined };
}

/** A break at the very end begins no further line. */
function countLines(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; count += 1) {
    const feed = text.indexOf('\n', at);
    at = feed < 0 ? text.length : feed + 1;
  }
  return count;
}

/** The shown text of a line. */
export function lineText({ text, starts, ends }: LogLines, line: number): string {
  return text.slice(starts[line], ends[line]);
}

/** The beginning of a line's shown text, for patterns that need no more. */
export function lineHead({ text, starts, ends }: LogLines, line: number, characters: number): string {
  const start = starts[line]!;
  return text.slice(start, Math.min(ends[line]!, start + characters));
}
