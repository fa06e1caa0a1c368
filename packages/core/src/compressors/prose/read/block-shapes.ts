import { readLines } from '../../../detect/line.ts';
import { naturalLines, proseShare } from '../../../detect/prose-lines.ts';
import { isItem, isRow } from './line-marks.ts';
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
const signs = new Uint8Array(0x80);
for (const character of '{}()[]<>=;$|&\\/+*_') signs[character.charCodeAt(0)] = 1;
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
  if (first.text.length > longestTerm || (lines.length === 1 && behind === undefined)) return false;
  const least = first.indent + termIndent;
  if (lines.length === 1 && behind!.indent < least) return false;
  for (let at = 1; at < lines.length; at += 1) if (lines[at]!.indent < least) return false;
  if (isItem(first) || isRow(first)) return false;
  if (lines.length === 1 && isDirective(first.text)) return true;
  return first.text.trim().split(/\s+/).length <= mostTermWords && !/[.!?,;。！？][)"'”’*_]*$/.test(first.text);
}

/** Whether an indented paragraph is no language. */
export function isIndentedCode(lines: readonly TextLine[]): boolean {
  if (lines[0]!.indent < codeIndent) return false;
  let all = 0;
  let found = 0;
  for (const { text, end, opensAt } of lines) {
    all += end - opensAt;
    for (let at = opensAt - end + text.length; at < text.length; at += 1) if (signs[text.charCodeAt(at)] === 1) found += 1;
  }
  // Only between the two it matters whether the lines read like language.
  if (found < leastSigns * all) return false;
  if (found >= mostSignsOfLanguage * all) return true;
  const read = readLines(lines.map(({ text }) => text));
  return proseShare(read, naturalLines(read)) < leastNatural;
}

/** Whether terms are explained by lines that hang under them, as help texts and glossaries set them. */
export function hangingLines(lines: readonly TextLine[]): boolean {
  let least = Number.POSITIVE_INFINITY;
  for (const { indent } of lines) if (indent < least) least = indent;
  let hanging = 0;
  for (const { indent } of lines) if (indent >= least + hangingIndent) hanging += 1;
  return hanging >= fewestHanging;
}

/** Whether most lines name something and say what it is, each in its own line, as listings of packages, pages and commands do. */
export function areEntries(lines: readonly TextLine[]): boolean {
  return lines.length >= fewestEntries && holds(lines, leastEntries, isEntry);
}

/** Whether lines are the rows of what a command printed (sizes and paths, counts and names), each of which says its own: none reads like language. */
export function areRows(lines: readonly Pick<TextLine, 'text'>[]): boolean {
  if (lines.length < fewestPrinted || !holds(lines, mostPrinted, (text) => printed.test(text))) return false;
  return naturalLines(readLines(lines.map(({ text }) => text))).size <= leastPrinted * lines.length;
}

/** Whether something is true of so large a share of lines; ends where it can no longer be. */
function holds(lines: readonly Pick<TextLine, 'text'>[], share: number, isTrue: (text: string) => boolean): boolean {
  let left = lines.length;
  for (const { text } of lines) {
    if (isTrue(text)) continue;
    left -= 1;
    if (left < share * lines.length) return false;
  }
  return true;
}

/** Whether a line begins with a name and a dash. */
export function isEntry(line: string): boolean {
  return entry.test(line);
}
