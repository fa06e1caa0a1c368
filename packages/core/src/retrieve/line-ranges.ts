/** Lines from `first` to `last`, both counted from 1 and both meant. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** More ranges than this are not a question but a list. */
const mostRanges = 32;

/**
 * Reads which lines are meant: `120-164`, `120-`, `-20` (the last 20), `7`, `L3-L5`, `3:5`, `3..5`, several with commas, or `[first, last]`.
 *
 * Clamped to a text of `count` lines, in order, without overlap. Undefined where nothing can be read; empty where the text has no such lines.
 */
export function readLineRanges(lines: string | readonly number[], count: number): readonly LineRange[] | undefined {
  const text = typeof lines === 'string' ? lines : lines.length === 2 ? `${lines[0]}-${lines[1]}` : lines.join(',');
  const ranges: LineRange[] = [];
  for (const part of text.split(/[,;]/).slice(0, mostRanges)) {
    const match = /^\D*?(-?)(\d+)?(?:\s*(?:-|:|\.{2,3}|–|to)\s*\D?(\d+)?)?\D*$/.exec(part.trim().slice(0, 64));
    if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined;
    const range = rangeOf(part, match, count);
    if (range.first <= range.last && range.last >= 1 && range.first <= count) ranges.push(range);
  }
  return merge(ranges);
}

function rangeOf(part: string, match: RegExpExecArray, count: number): LineRange {
  const [, minus, first, last] = match;
  if (first !== undefined && minus === '-') return { first: Math.max(1, count - Number(first) + 1), last: count };
  if (first === undefined) return { first: Math.max(1, count - Number(last) + 1), last: count };
  if (last !== undefined) return ordered(Number(first), Number(last), count);
  const open = /[-:–]\s*$|\.\.\s*$/.test(part.trim());
  return open
    ? ordered(Number(first), Math.max(count, Number(first)), count)
    : ordered(Number(first), Number(first), Math.max(count, Number(first)));
}

function ordered(a: number, b: number, count: number): LineRange {
  return { first: Math.max(1, Math.min(a, b)), last: Math.min(count, Math.max(a, b)) };
}

function merge(ranges: LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const range of ranges.sort((a, b) => a.first - b.first || a.last - b.last)) {
    const before = merged.at(-1);
    if (before !== undefined && range.first <= before.last + 1)
      merged[merged.length - 1] = { first: before.first, last: Math.max(before.last, range.last) };
    else merged.push(range);
  }
  return merged;
}
