import { lineOf, type SourceLines } from './source-lines.ts';

const gutter = /^ {0,8}(\d{1,7})(?:\t|→|: ?|\| ?| {2})|^\s*$/;
const share = 0.95;

/**
 * The width of the gutter with a line's number, for each line of a range, where `cat -n` or a file viewer put one before every line.
 *
 * Numbers must count up by one: the numbers of search hits have gaps.
 *
 * @returns undefined where the lines are not numbered
 */
export function gutterWidths(lines: SourceLines, first: number, last: number): Uint32Array | undefined {
  const widths = new Uint32Array(Math.max(0, last - first + 1));
  let expected = -1;
  let numbered = 0;
  let wrong = 0;
  for (let line = first; line <= last; line += 1) {
    const match = gutter.exec(lineOf(lines, line).slice(0, 40));
    const number = match?.[1] === undefined ? undefined : Number(match[1]);
    if (match === null || (number !== undefined && expected >= 0 && number !== expected)) wrong += 1;
    if (number !== undefined) {
      numbered += 1;
      expected = number + 1;
      widths[line - first] = match?.[0].length ?? 0;
    } else if (expected >= 0) expected += 1;
    if (wrong > 2 + (1 - share) * widths.length || (line - first > 4 && numbered === 0)) return undefined;
  }
  return numbered >= 3 && numbered >= widths.length * 0.6 ? widths : undefined;
}
