import type { TextUnits } from '../../relevance/selection/text-units.ts';

/** Where the words of all lines stand, as places in the text: those of line `n` are `first[n]` to before `first[n + 1]`. */
export interface WordIndex {
  readonly first: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Words of a line that are looked for. */
export const mostWords = 48;
const longestRead = 800;

/** Finds the words of all lines, as far as columns are looked for, in one pass. */
export function indexWords({ count, starts: lineStarts, ends: lineEnds }: TextUnits, codes: Uint16Array): WordIndex {
  const first = new Int32Array(count + 1);
  let starts = new Int32Array(Math.max(64, count * 8));
  let ends = new Int32Array(starts.length);
  let words = 0;
  for (let line = 0; line < count; line += 1) {
    first[line] = words;
    const end = Math.min(lineEnds[line]!, lineStarts[line]! + longestRead);
    const most = words + mostWords;
    if (starts.length < most) {
      starts = grown(starts, most);
      ends = grown(ends, most);
    }
    for (let at = lineStarts[line]!; at < end && words < most;) {
      while (at < end && isSpace(codes[at]!)) at += 1;
      if (at === end) break;
      starts[words] = at;
      while (at < end && !isSpace(codes[at]!)) at += 1;
      ends[words] = at;
      words += 1;
    }
  }
  first[count] = words;
  return { first, starts, ends };
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09;

function grown(array: Int32Array<ArrayBuffer>, least: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(least, array.length * 2));
  larger.set(array);
  return larger;
}
