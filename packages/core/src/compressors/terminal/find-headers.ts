import { readQuantity } from '../../relevance/columns/quantity.ts';
import type { Listing } from './listing.ts';
import { signTable } from './sign-table.ts';

/** Lines between empty lines, with the line that names their columns. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The line with the names of the columns, or -1. */
  readonly header: number;
}

/** Lines of a block that may stand before its header. */
const mostBefore = 7;
const comparedRows = 8;
const alignedShare = 0.6;
/** A row that is no rule is known by this many of its characters. */
const ruleCharacters = 200;

/** Cuts a text into blocks at empty lines and at lines that name columns anew, and finds the header of each. Linear. */
export function findBlocks(listing: Listing): readonly Block[] {
  const blocks: Block[] = [];
  const { count } = listing.units;
  for (let line = 0; line < count;) {
    if (isEmpty(listing, line)) {
      line += 1;
      continue;
    }
    const start = line;
    let header = -1;
    for (; line < count && !isEmpty(listing, line); line += 1) {
      if (header < 0 && line - start <= mostBefore) {
        if (isHeader(listing, line, 2)) header = line;
      } else if (line > start + 1 && header !== line - 1 && isHeader(listing, line, 4)) break;
    }
    blocks.push({ start, end: line, header });
  }
  return blocks;
}

/** Whether a line has no words. */
function isEmpty({ words: { first } }: Listing, line: number): boolean {
  return first[line] === first[line + 1];
}

/** Whether a line is a rule under a heading or between rows. */
export function isRuleLine({ units: { starts, ends }, codes }: Listing, line: number): boolean {
  const end = Math.min(ends[line]!, starts[line]! + ruleCharacters);
  for (let at = starts[line]!; at < end; at += 1) if (ruleSigns[codes[at]!] === 0) return false;
  return true;
}

const ruleSigns = signTable(' \t-=+|');

/** Names stand over what they name: most words begin or end where words of the next lines do; and names are no quantities. */
function isHeader(listing: Listing, line: number, leastWords: number): boolean {
  const { units, words } = listing;
  const from = words.first[line]!;
  const to = words.first[line + 1]!;
  if (to - from < leastWords || line + 1 >= units.count) return false;
  if (hasPlainNumber(listing, from, to) || !looksNamed(listing, from, to, leastWords)) return false;
  const names: string[] = [];
  for (let word = from; word < to; word += 1) names.push(units.text.slice(words.starts[word], words.ends[word]));
  // `[Nr]` names a column of numbers in brackets, `[ 3]` or `[INFO]` begin a line.
  if (/^(?:[-=+*]{2}|\[(?![A-Z][a-z]{1,5}\]$)|[<>]$)/.test(names[0]!)) return false;
  if (names.some((name) => readQuantity(name) !== undefined) || isLabelled(names)) return false;
  return standsOver(listing, line);
}

/** Digits alone make a word that names no column; most lines that are no headers have one. */
function hasPlainNumber({ codes, words }: Listing, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) {
    let at = words.starts[word]!;
    const end = words.ends[word]!;
    while (at < end && codes[at]! >= 0x2d && codes[at]! <= 0x3a) at += 1;
    if (at === end && codes[end - 1]! >= 0x30) return true;
  }
  return false;
}

/** `label : value` and `label: value` name one thing, not columns. */
function isLabelled(names: readonly string[]): boolean {
  if (names[0]!.startsWith('#')) return false;
  return names[0]!.endsWith(':') || names.slice(1, 4).some((name) => name === ':' || name === '=' || name.endsWith(':'));
}

/** Capitals, `%`, `#` or `<…>` at the beginning of names. */
function looksNamed({ codes, words }: Listing, from: number, to: number, leastWords: number): boolean {
  let named = 0;
  for (let word = from; word < to; word += 1) if (nameBeginnings[codes[words.starts[word]!]!] === 1) named += 1;
  if (named >= (to - from) * (leastWords > 2 ? 0.7 : 0.4)) return true;
  if (leastWords !== 2 || to - from < 3) return false;
  for (let word = from; word < to; word += 1)
    for (let at = words.starts[word]!; at < words.ends[word]!; at += 1) if (nameSigns[codes[at]!] === 0) return false;
  return true;
}

const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const nameBeginnings = signTable(`${capitals}%#<+`);
const nameSigns = signTable(`${capitals}${capitals.toLowerCase()}_<>/%#.-`);

function standsOver(listing: Listing, line: number): boolean {
  const { units, words } = listing;
  const from = words.first[line]!;
  const width = words.first[line + 1]! - from;
  const hits = new Int32Array(width);
  let rows = 0;
  for (let row = line + 1; row < units.count && rows < comparedRows; row += 1) {
    const first = words.first[row]!;
    const end = words.first[row + 1]!;
    if (first === end) break;
    if (isRuleLine(listing, row)) continue;
    rows += 1;
    countAligned(listing, { from, width, first, end, shift: units.starts[row]! - units.starts[line]! }, hits);
  }
  if (rows === 0) return false;
  return hits.filter((times) => times >= rows * 0.5).length >= width * alignedShare;
}

interface Alignment {
  /** The first name and how many there are. */
  readonly from: number;
  readonly width: number;
  /** The words of the row: `first` to before `end`. */
  readonly first: number;
  readonly end: number;
  /** What a place in the row lies behind the one above it. */
  readonly shift: number;
}

/** Counts for each name whether a word of the row begins or ends where it does; words and names are in their order. */
function countAligned({ words: { starts, ends } }: Listing, { from, width, first, end, shift }: Alignment, hits: Int32Array): void {
  let begins = first;
  let stops = first;
  for (let name = 0; name < width; name += 1) {
    const start = starts[from + name]! + shift;
    const stop = ends[from + name]! + shift;
    while (begins < end && starts[begins]! < start) begins += 1;
    while (stops < end && ends[stops]! < stop) stops += 1;
    if ((begins < end && starts[begins] === start) || (stops < end && ends[stops] === stop)) hits[name]! += 1;
  }
}
