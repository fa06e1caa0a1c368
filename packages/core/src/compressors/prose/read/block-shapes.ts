import { readLines } from '../../../detect/line.ts';
import { naturalLines, proseShare } from '../../../detect/prose-lines.ts';
import { indentOf, isItem, isRow } from './line-marks.ts';
import type { TextLine } from './text-lines.ts';

const longestIntroduction = 400;
/** A term is a line of no more words and characters, and what explains it stands deeper by at least so many columns. */
const mostTermWords = 8;
const longestTerm = 100;
const termIndent = 2;
/** Columns from which a block may be code. */
const codeIndent = 3;
/** So much of code are signs that language has few of; of lines that read like language, more. */
const leastNatural = 0.5;
const leastSigns = 0.04;
const mostSignsOfLanguage = 0.12;
const signs = /[{}()[\]<>=;$|&\\/+*_]/g;
/** Columns by which what explains a term hangs under it, and lines that do so in a list of terms. */
export const hangingIndent = 4;
const fewestHanging = 2;
/** A name and, behind a dash, what it is: `tar (1) - an archiving utility`. So many lines of a list begin like that. */
const entry = /^[ \t]*\S{1,60}(?: \(\w{1,12}\))?[ \t]+[-–—][ \t]+\S/;
const fewestEntries = 3;
/** A row of a command's output begins with a number, a size, a path, a hash or a word of the kind that no sentence begins with. */
const printed = /^\s*(?:[-+~]?\d|[0-9a-f]{7,40}\b|\.{0,2}\/|[-dl][rwx-]{9}|\S*[@/_]\S*(?:\s|$)|\S+(?:\t| {2,})\S)/;
const fewestPrinted = 5;
const mostPrinted = 0.8;
const leastPrinted = 0.2;
const leastEntries = 0.8;

/** Whether a short paragraph ends with a colon, or is a directive of reStructuredText: it belongs to what follows. */
export function introduces(lines: readonly TextLine[]): boolean {
  const first = lines[0]!;
  const last = lines.at(-1)!;
  if (last.end - first.start > longestIntroduction) return false;
  return /[:：]["”*_)]*$/.test(last.text.slice(-8)) || isDirective(first.text);
}

function isDirective(line: string): boolean {
  return /^\s*\.\. [\w:-]+::/.test(line);
}

/** Whether the first line of a paragraph is a term that all others, or the paragraph behind it, explain under it. */
export function isTerm(lines: readonly TextLine[], behind: TextLine | undefined): boolean {
  const first = lines[0]!;
  const deeper = lines.length > 1 ? lines.slice(1) : behind === undefined ? [] : [behind];
  if (deeper.length === 0 || first.text.length > longestTerm || isItem(first.text) || isRow(first.text)) return false;
  const least = indentOf(first.text) + termIndent;
  if (!deeper.every(({ text }) => indentOf(text) >= least)) return false;
  if (lines.length === 1 && isDirective(first.text)) return true;
  return first.text.trim().split(/\s+/).length <= mostTermWords && !/[.!?,;。！？][)"'”’*_]*$/.test(first.text);
}

/** Whether an indented paragraph is no language. */
export function isIndentedCode(lines: readonly TextLine[]): boolean {
  if (indentOf(lines[0]!.text) < codeIndent) return false;
  const texts = lines.map(({ text }) => text);
  const all = texts.reduce((sum, text) => sum + text.trim().length, 0);
  const found = texts.reduce((sum, text) => sum + (text.match(signs)?.length ?? 0), 0);
  const read = readLines(texts);
  return found >= (proseShare(read, naturalLines(read)) >= leastNatural ? mostSignsOfLanguage : leastSigns) * all;
}

/** Whether terms are explained by lines that hang under them, as help texts and glossaries set them. */
export function hangingLines(lines: readonly TextLine[]): boolean {
  const least = lines.reduce((narrowest, { text }) => Math.min(narrowest, indentOf(text)), Number.POSITIVE_INFINITY);
  return lines.filter(({ text }) => indentOf(text) >= least + hangingIndent).length >= fewestHanging;
}

/** Whether most lines name something and say what it is, each in its own line, as listings of packages, pages and commands do. */
export function areEntries(lines: readonly TextLine[]): boolean {
  return lines.length >= fewestEntries && lines.filter(({ text }) => isEntry(text)).length >= leastEntries * lines.length;
}

/** Whether lines are the rows of what a command printed (sizes and paths, counts and names), each of which says its own: none reads like language. */
export function areRows(lines: readonly TextLine[]): boolean {
  if (lines.length < fewestPrinted) return false;
  const texts = lines.map(({ text }) => text);
  return (
    texts.filter((text) => printed.test(text)).length >= mostPrinted * texts.length &&
    naturalLines(readLines(texts)).size <= leastPrinted * texts.length
  );
}

/** Whether a line begins with a name and a dash. */
export function isEntry(line: string): boolean {
  return entry.test(line);
}
