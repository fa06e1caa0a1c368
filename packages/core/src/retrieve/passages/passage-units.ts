import { cutBefore } from '../../text/cut.ts';
import type { LineIndex } from '../../text/lines.ts';

/** The pieces of a text that are ranked and shown whole: lines, and windows of lines that are too long for that. */
export interface PassageUnits {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The line of each unit, from 0. */
  readonly lines: Int32Array;
  /** The unit above that a unit belongs to (less indented, a heading, a file's name), or -1. */
  readonly parents: Int32Array;
}

/** A longer line is cut into windows of about this many code units, at ends of sentences where there are some. */
const windowLength = 360;

/** Cuts a text into units. Linear. */
export function cutUnits(text: string, lines: LineIndex): PassageUnits {
  const starts: number[] = [];
  const ends: number[] = [];
  const numbers: number[] = [];
  for (let line = 0; line < lines.count; line += 1) {
    const end = lines.end(line);
    for (let start = lines.start(line); ;) {
      const stop = end - start <= windowLength * 1.5 ? end : windowEnd(text, start, end);
      starts.push(start);
      ends.push(stop);
      numbers.push(line);
      start = stop;
      if (start >= end) break;
    }
  }
  const units = { count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends), lines: Int32Array.from(numbers) };
  return { ...units, parents: findParents(text, units) };
}

/** The end of a sentence (or of a word, or any place) between half a window and a whole one. */
function windowEnd(text: string, start: number, end: number): number {
  let word = -1;
  for (let at = Math.min(end - 1, start + windowLength); at > start + windowLength / 2; at -= 1) {
    const code = text.charCodeAt(at - 1);
    const space = text.charCodeAt(at) === 0x20;
    if (space && (code === 0x2e || code === 0x3f || code === 0x21)) return at + 1;
    if (code === 0x3002 || code === 0x3e || code === 0x7d) return at;
    if (word < 0 && (space || code === 0x2c)) word = space ? at + 1 : at;
  }
  return word > 0 ? word : cutBefore(text, start + windowLength);
}

/** Indentation makes parents, and so do headings and the lines that name a file in diffs and searches. */
function findParents(text: string, { count, starts, ends, lines }: Omit<PassageUnits, 'parents'>): Int32Array {
  const parents = new Int32Array(count).fill(-1);
  const open: { readonly unit: number; readonly level: number }[] = [];
  for (let unit = 0; unit < count; unit += 1) {
    if (unit > 0 && lines[unit] === lines[unit - 1]) {
      parents[unit] = parents[unit - 1]!;
      continue;
    }
    const level = levelOf(text, starts[unit]!, ends[unit]!);
    if (level === undefined) continue;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    parents[unit] = open.at(-1)?.unit ?? -1;
    if (open.length < 64) open.push({ unit, level });
  }
  return parents;
}

/** Headings before all, deeper ones after higher ones; then the indentation. Undefined for blank lines. */
function levelOf(text: string, start: number, end: number): number | undefined {
  let at = start;
  while (at < end && (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09)) at += 1;
  if (at === end) return undefined;
  if (at > start) return Math.min(100, at - start);
  if (text.startsWith('# ', start) || text.startsWith('diff --git ', start)) return -9;
  if (text.startsWith('@@ ', start)) return -2;
  for (let depth = 2; depth <= 6; depth += 1) if (text.startsWith(`${'#'.repeat(depth)} `, start)) return depth - 9;
  return 0;
}
