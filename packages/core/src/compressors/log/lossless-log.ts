import { readColourless } from './lines/terminal-text.ts';

/** A log that says all it said in fewer characters. */
export interface LosslessLog {
  readonly text: string;
  /** `folded` where colours went: their codes do not stand in the text. */
  readonly literals: 'whole' | 'folded';
}

const opening = '[whole log';
const header = /^\[whole log(?:; \d+ colour codes left out)?(?:; \[×N\]: the line above N times)?\]$/;
const repeat = /^\[×(\d{1,9})\]$/;
/** Characters that a run must save to be told by a count. */
const leastSaved = 12;

/** Whether a text is one of ours: it is not made shorter again (I8). */
export function isLosslessLog(text: string): boolean {
  return text.startsWith(opening) && header.test(text.slice(0, Math.max(0, text.indexOf('\n'))));
}

/**
 * Writes a log without colours and with runs of equal lines told once, or undefined where there is neither.
 *
 * {@link decodeLosslessLog} gives back every character but the colours (I10). A log that itself holds a line such as `[×3]` is declined.
 *
 * @example writeLosslessLog('wait\nwait\nwait\ndone') // undefined: a count would save too little
 */
export function writeLosslessLog(source: string): LosslessLog | undefined {
  const { text, codes } = readColourless(source);
  const folded = foldRuns(text);
  if (folded === undefined || (codes === 0 && folded === text)) return undefined;
  const parts = [
    opening,
    codes === 0 ? '' : `; ${codes} colour codes left out`,
    folded === text ? '' : '; [×N]: the line above N times',
    ']\n',
  ];
  return { text: parts.join('') + folded, literals: codes === 0 ? 'whole' : 'folded' };
}

/** Undoes {@link writeLosslessLog}, but for the colours. */
export function decodeLosslessLog(form: string): string {
  const lines = form.split('\n').slice(1);
  const out: string[] = [];
  for (const line of lines) {
    const times = repeat.exec(line)?.[1];
    if (times === undefined) out.push(line);
    else for (let again = 1; again < Number(times); again += 1) out.push(out.at(-1)!);
  }
  return out.join('\n');
}

/** Tells runs of equal lines by a count; undefined where a line of the log could be read as such a count. */
function foldRuns(text: string): string | undefined {
  const parts: string[] = [];
  let told = 0;
  for (let start = 0; start <= text.length;) {
    const end = lineEnd(text, start);
    if (text.startsWith('[×', start) && repeat.test(text.slice(start, end))) return undefined;
    const last = lastOfRun(text, start, end);
    const again = (last - start) / (end + 1 - start);
    if (last - start >= leastSaved) {
      parts.push(text.slice(told, end), `\n[×${again + 1}]`);
      told = last + end - start;
    }
    start = last + end + 1 - start;
  }
  if (told === 0) return text;
  parts.push(text.slice(told));
  return parts.join('');
}

/** Where the last of the equal lines begins of which the first is `text[start..end)`. */
function lastOfRun(text: string, start: number, end: number): number {
  const step = end + 1 - start;
  let last = start;
  let line: string | undefined;
  while (last + step <= text.length && lineEnd(text, last + step) === last + step + end - start) {
    line ??= text.slice(start, end);
    if (!text.startsWith(line, last + step)) break;
    last += step;
  }
  return last;
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed < 0 ? text.length : feed;
}
