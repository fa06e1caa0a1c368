import type { WordTable } from '../pattern/word-table.ts';

/** A unit behind a number is no longer than this; what is longer makes it a name. */
const longestUnit = 3;
const unread = Number.POSITIVE_INFINITY;

/** The numbers that words are, by the numbers of the words: read once for each word. */
export interface WordNumbers {
  /** The number of which a word is all but a short unit; NaN where it is none. */
  of(word: number): number;
}

/** Makes a reader of the numbers that words are. */
export function wordNumbers(table: WordTable, codes: Uint16Array): WordNumbers {
  const numbers = new Float64Array(table.count).fill(unread);
  return {
    of(word) {
      let number = numbers[word]!;
      if (number === unread) {
        const start = table.start(word);
        number = numberIn(codes, start, start + table.length(word));
        numbers[word] = number;
      }
      return number;
    },
  };
}

function numberIn(codes: Uint16Array, start: number, end: number): number {
  let value = 0;
  let scale = 0;
  let at = start;
  for (; at < end; at += 1) {
    const code = codes[at]!;
    if (code >= 0x30 && code <= 0x39) {
      value = value * 10 + (code - 0x30);
      if (scale > 0) scale *= 10;
    } else if (code === 0x2e && scale === 0 && at > start) scale = 1;
    else break;
  }
  if (at === start || at - start > 15 || end - at > longestUnit) return Number.NaN;
  for (let unit = at; unit < end; unit += 1) {
    const code = codes[unit]! | 0x20;
    if (codes[unit]! !== 0x25 && (code < 0x61 || code > 0x7a)) return Number.NaN;
  }
  return scale > 1 ? value / scale : value;
}
