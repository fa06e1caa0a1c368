import { charCodes } from '../../text/char-codes.ts';
import { rowKind, type SearchFile, type SearchLayout, type SearchResults } from './search-results.ts';

/** Results while they are read: each row is a note until it is known as something else. */
export interface Rows {
  readonly results: SearchResults;
  /** The file of a path, known or new. */
  readonly fileAt: (path: string) => number;
}

/** Where rows begin and end. */
export interface RowPlaces {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/** Finds the rows of a text; they end with LF or CR LF. */
export function findRows(text: string): RowPlaces {
  const codes = charCodes(text);
  let count = codes.length > 0 && codes[codes.length - 1] !== lineFeed ? 1 : 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count += 1;
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let row = 0, start = 0; row < count; row += 1) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    starts[row] = start;
    ends[row] = feed > start && codes[feed - 1] === carriageReturn ? feed - 1 : end;
    start = end + 1;
  }
  return { text, codes, count, starts, ends };
}

export function createRows({ text, codes, count, starts, ends }: RowPlaces, layout: SearchLayout): Rows {
  const files: SearchFile[] = [];
  const indexes = new Map<string, number>();
  const results: SearchResults = {
    layout,
    text,
    codes,
    count,
    files,
    kinds: new Uint8Array(count).fill(rowKind.note),
    fileOf: new Int32Array(count).fill(-1),
    starts,
    ends,
    numbers: starts.slice(),
    bodies: starts.slice(),
  };
  const fileAt = (path: string): number => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    indexes.set(path, files.length);
    files.push({ path, matches: 0, contexts: 0, first: -1, last: -1 });
    return files.length - 1;
  };
  return { results, fileAt };
}

/** `--` between groups of rows. */
export function isSeparator(codes: Uint16Array, start: number, end: number): boolean {
  return end - start === 2 && codes[start] === 0x2d && codes[start + 1] === 0x2d;
}
