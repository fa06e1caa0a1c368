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
  if (holdsCount(text)) return undefined;
  const parts: string[] = [];
  let told = 0;
  for (let start = 0, end = lineEnd(text, 0); start < text.length;) {
    const step = end + 1 - start;
    let next = end + 1;
    let nextEnd = lineEnd(text, next);
    while (nextEnd - next === end - start && next <= text.length && isSame(text, start, next, end - start)) {
      next += step;
      nextEnd = lineEnd(text, next);
    }
    if (next - step - start >= leastSaved) {
      parts.push(text.slice(told, end), `\n[×${(next - start) / step}]`);
      told = next - 1;
    }
    start = next;
    end = nextEnd;
  }
  if (told === 0) return text;
  parts.push(text.slice(told));
  return parts.join('');
}

function holdsCount(text: string): boolean {
  for (let at = text.indexOf('[×'); at >= 0; at = text.indexOf('[×', at + 1)) {
    if ((at === 0 || text[at - 1] === '\n') && repeat.test(text.slice(at, lineEnd(text, at)))) return true;
  }
  return false;
}

/** Whether so many characters at two places are the same: those of most lines of one length differ soon. */
function isSame(text: string, one: number, other: number, length: number): boolean {
  for (let at = 0; at < length; at += 1) if (text.charCodeAt(one + at) !== text.charCodeAt(other + at)) return false;
  return true;
}

function lineEnd(text: string, start: number): number {
  const feed = text.indexOf('\n', start);
  return feed < 0 ? text.length : feed;
}
