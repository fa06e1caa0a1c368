import { readQuantity } from '../../relevance/columns/quantity.ts';
import { unitText, type TextUnits } from '../../relevance/selection/text-units.ts';

/** The words of a line and where they stand. */
export interface Word {
  readonly start: number;
  readonly end: number;
}

/** Lines between empty lines, with the line that names their columns. */
export interface Block {
  readonly start: number;
  readonly end: number;
  /** The line with the names of the columns, or -1. */
  readonly header: number;
}

const mostWords = 64;
const longestRead = 800;
/** Lines of a block that may stand before its header. */
const mostBefore = 7;
const comparedRows = 8;
const alignedShare = 0.6;

/** The words of a line, as far as columns are looked for. */
export function wordsOf(line: string): readonly Word[] {
  const words: Word[] = [];
  const length = Math.min(line.length, longestRead);
  for (let at = 0; at < length && words.length < mostWords;) {
    while (at < length && isSpace(line.charCodeAt(at))) at += 1;
    const start = at;
    while (at < length && !isSpace(line.charCodeAt(at))) at += 1;
    if (at > start) words.push({ start, end: at });
  }
  return words;
}

const isSpace = (code: number): boolean => code === 0x20 || code === 0x09;

/** Cuts a text into blocks at empty lines and at lines that name columns anew, and finds the header of each. Linear. */
export function findBlocks(units: TextUnits): readonly Block[] {
  const blocks: Block[] = [];
  for (let line = 0; line < units.count;) {
    if (isEmpty(units, line)) {
      line += 1;
      continue;
    }
    const start = line;
    let header = -1;
    for (; line < units.count && !isEmpty(units, line); line += 1) {
      if (header < 0 && line - start <= mostBefore) {
        if (isHeader(units, line, 2)) header = line;
      } else if (line > start + 1 && header !== line - 1 && isHeader(units, line, 4)) break;
    }
    blocks.push({ start, end: line, header });
  }
  return blocks;
}

const isEmpty = ({ text, starts, ends }: TextUnits, line: number): boolean => starts[line] === ends[line] || (ends[line]! - starts[line]! < 3 && text.slice(starts[line], ends[line]).trim() === '');

/** Names stand over what they name: most words begin or end where words of the next lines do; and names are no quantities. */
function isHeader(units: TextUnits, line: number, leastWords: number): boolean {
  const start = units.starts[line]!;
  if (!mayName(units.text.charCodeAt(start)) || line + 1 >= units.count) return false;
  const text = unitText(units, line).slice(0, longestRead);
  if (/^\s*(?:[-=+*]{2}|\[|[<>] )/.test(text)) return false;
  const words = wordsOf(text);
  if (words.length < leastWords) return false;
  const names = words.map(({ start: from, end }) => text.slice(from, end));
  if (names.some((name) => readQuantity(name) !== undefined) || isLabelled(names) || !looksNamed(names, leastWords)) return false;
  return standsOver(units, line, words);
}

/** Small letters begin most lines of most texts; names of columns hardly ever follow them in the middle of a block. */
function mayName(code: number): boolean {
  return code === 0x20 || code === 0x23 || code === 0x25 || code === 0x7c || code >= 0x41;
}

/** `label : value` and `label: value` name one thing, not columns. */
function isLabelled(names: readonly string[]): boolean {
  if (names[0]!.startsWith('#')) return false;
  return names[0]!.endsWith(':') || names.slice(1, 4).some((name) => name === ':' || name === '=' || name.endsWith(':'));
}

/** Capitals, `%`, `#` or `<…>` at the beginning of names. */
function looksNamed(names: readonly string[], leastWords: number): boolean {
  const named = names.filter((name) => /^[A-Z%#<+]/.test(name)).length;
  return named >= names.length * (leastWords > 2 ? 0.7 : 0.4) || (leastWords === 2 && names.every((name) => /^[a-z_<>/%#.-]+$/i.test(name)) && names.length >= 3);
}

function standsOver(units: TextUnits, line: number, words: readonly Word[]): boolean {
  let rows = 0;
  const hits = new Int32Array(words.length);
  for (let row = line + 1; row < units.count && rows < comparedRows; row += 1) {
    if (isEmpty(units, row)) break;
    const text = unitText(units, row);
    if (/^[\s\-=+|]+$/.test(text.slice(0, longestRead))) continue;
    rows += 1;
    const below = wordsOf(text);
    const starts = new Set(below.map(({ start }) => start));
    const ends = new Set(below.map(({ end }) => end));
    words.forEach(({ start, end }, index) => {
      if (starts.has(start) || ends.has(end)) hits[index]! += 1;
    });
  }
  if (rows === 0) return false;
  return hits.filter((times) => times >= rows * 0.5).length >= words.length * alignedShare;
}
