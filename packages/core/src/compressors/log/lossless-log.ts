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
  const out: string[] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length;) {
    const line = lines[at]!;
    if (line.startsWith('[×') && repeat.test(line)) return undefined;
    let end = at + 1;
    while (end < lines.length && lines[end] === line) end += 1;
    out.push(line);
    if ((end - at - 1) * (line.length + 1) < leastSaved) for (let again = 1; again < end - at; again += 1) out.push(line);
    else out.push(`[×${end - at}]`);
    at = end;
  }
  return out.join('\n');
}
