import { readQuantity } from '../../relevance/columns/quantity.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';
import type { WordIndex } from './word-index.ts';

/** Lines between empty lines, with the line that names their columns. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The line with the names of the columns, or -1. */
  readonly header: number;
}

/** A text's lines with the places of their words. */
export interface Listing {
  readonly units: TextUnits;
  readonly words: WordIndex;
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
export function isRuleLine({ units: { text, starts, ends } }: Listing, line: number): boolean {
  const end = Math.min(ends[line]!, starts[line]! + ruleCharacters);
  for (let at = starts[line]!; at < end; at += 1) if (!' \t-=+|'.includes(text[at]!)) return false;
  return true;
}

/** Names stand over what they name: most words begin or end where words of the next lines do; and names are no quantities. */
function isHeader(listing: Listing, line: number, leastWords: number): boolean {
  const { units, words } = listing;
  const from = words.first[line]!;
  const to = words.first[line + 1]!;
  if (to - from < leastWords || line + 1 >= units.count) return false;
  if (hasPlainNumber(listing, from, to)) return false;
  const names: string[] = [];
  for (let word = from; word < to; word += 1) names.push(units.text.slice(words.starts[word], words.ends[word]));
  // `[Nr]` names a column of numbers in brackets, `[ 3]` or `[INFO]` begin a line.
  if (/^(?:[-=+*]{2}|\[(?![A-Z][a-z]{1,5}\]$)|[<>]$)/.test(names[0]!)) return false;
  if (names.some((name) => readQuantity(name) !== undefined) || isLabelled(names) || !looksNamed(names, leastWords)) return false;
  return standsOver(listing, line);
}

/** Digits alone make a word that names no column; most lines that are no headers have one. */
function hasPlainNumber({ units: { text }, words }: Listing, from: number, to: number): boolean {
  for (let word = from; word < to; word += 1) {
    let at = words.starts[word]!;
    const end = words.ends[word]!;
    while (at < end && text.charCodeAt(at) >= 0x2d && text.charCodeAt(at) <= 0x3a) at += 1;
    if (at === end && text.charCodeAt(end - 1) >= 0x30) return true;
  }
  return false;
}

/** `label : value` and `label: value` name one thing, not columns. */
function isLabelled(names: readonly string[]): boolean {
  if (names[0]!.startsWith('#')) return false;
  return names[0]!.endsWith(':') || names.slice(1, 4).some((name) => name === ':' || name === '=' || name.endsWith(':'));
}

/** Capitals, `%`, `#` or `<…>` at the beginning of names. */
function looksNamed(names: readonly string[], leastWords: number): boolean {
  const named = names.filter((name) => /^[A-Z%#<+]/.test(name)).length;
  if (named >= names.length * (leastWords > 2 ? 0.7 : 0.4)) return true;
  return leastWords === 2 && names.length >= 3 && names.every((name) => /^[a-z_<>/%#.-]+$/i.test(name));
}

function standsOver({ units, words }: Listing, line: number): boolean {
  const from = words.first[line]!;
  const width = words.first[line + 1]! - from;
  const hits = new Int32Array(width);
  let rows = 0;
  for (let row = line + 1; row < units.count && rows < comparedRows; row += 1) {
    const first = words.first[row]!;
    const end = words.first[row + 1]!;
    if (first === end) break;
    if (isRuleLine({ units, words }, row)) continue;
    rows += 1;
    const shift = units.starts[row]! - units.starts[line]!;
    const starts = new Set<number>();
    const ends = new Set<number>();
    for (let word = first; word < end; word += 1) {
      starts.add(words.starts[word]! - shift);
      ends.add(words.ends[word]! - shift);
    }
    for (let word = 0; word < width; word += 1)
      if (starts.has(words.starts[from + word]!) || ends.has(words.ends[from + word]!)) hits[word]! += 1;
  }
  if (rows === 0) return false;
  return hits.filter((times) => times >= rows * 0.5).length >= width * alignedShare;
}
