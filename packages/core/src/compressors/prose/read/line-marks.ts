import { classOfCode, letter, lower, number, upper } from '../../../tokens/character-class.ts';
import type { TextLine } from './text-lines.ts';

/** Lines of which no more is looked at by patterns. */
const longestMarked = 200;
const longestTitle = 100;
/** The name before a turn: so many characters and blanks, and digits of the number before it. */
const longestName = 54;
const mostBlanksInName = 7;
const mostDigits = 6;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const asterisk = 0x2a;
const space = 0x20;
const colon = 0x3a;
const wideColon = 0xff1a;

/** Headings of Markdown, of AsciiDoc and wikis, of POD and of LaTeX. */
const markedHeading = /^(?:(#{1,6})(?:[ \t]|$)|(={1,6})[ \t]+\S|=head([1-6])\b|\\((?:sub){0,2})(?:chapter|section)\*?\{)/;
const underline = /^([=\-~^"*+#'`:._])\1{2,}[ \t]*$/;
const item = /^[ \t]*(?:[-*+•‣▪]|\d{1,3}[.)]|[a-z][.)])[ \t]+\S/;
/** An option of a command, as its help explains it: `-v, --verbose   say more`. */
const option = /^[ \t]*--?[A-Za-z][\w-]*/;
const rule = /^[ \t]*(?:[-*_][ \t]*){3,}$/;
const tableFrame = /^[ \t]*(?:[|+]?[ \t]*:?[-=]{2,}[-|+:= \t]*|[┌├└╔╠╚╭╰╞][─━═┬┼┴┐┤┘╦╬╩╗╣╝╮╯╪╡]+)$/;
/** What a character can be at the beginning or the end of a line, as bits: patterns are tried only on lines where it may be what they look for. */
const sign = {
  heading: 1,
  underline: 2,
  item: 4,
  row: 8,
  box: 16,
  numberEnd: 32,
  sentenceEnd: 64,
  closer: 128,
  blank: 256,
  title: 512,
  name: 1024,
  firstOfName: 2048,
} as const;
const signs = new Uint16Array(0x10000);
for (const [bit, characters] of [
  [sign.heading, '#=\\'],
  [sign.underline, '=-~^"*+#\'`:._'],
  [sign.item, '-*+•‣▪'],
  [sign.row, '|│║'],
  [sign.box, '+┌├└╔╠╚╭╰╞'],
  [sign.numberEnd, '.)'],
  // What a title does not end with, and what may stand behind it.
  [sign.sentenceEnd, '.!?,;:。！？…'],
  [sign.closer, ')"\'”’*_]'],
  [sign.blank, ' \t'],
  [sign.title, '[(“"¿'],
  [sign.name, ".'’()_ -"],
] as const)
  for (const character of characters) signs[character.charCodeAt(0)]! |= bit;
for (let code = 0; code < signs.length; code += 1) {
  const found = classOfCode(code);
  if (found === lower || found === number || found === upper || found === letter) signs[code]! |= sign.name;
  if (found === upper || found === letter) signs[code]! |= sign.firstOfName;
}
const longestNumber = 3;
const capitalBeyondAscii = /^[\p{Lu}\p{Lo}\p{N}]/u;

/** Whether a character is one of some signs; none stands behind the end of a line. */
const is = (code: number, bit: number): boolean => ((signs[code] ?? 0) & bit) !== 0;

/** The level of a heading that marks tell, 1 to 6; 0 for any other line. */
export function headingLevel(line: string): number {
  if (!is(line.charCodeAt(0), sign.heading)) return 0;
  const [, hashes, equals, head, subs] = markedHeading.exec(line.slice(0, longestMarked)) ?? [];
  if (head !== undefined) return Number(head);
  if (subs !== undefined) return 1 + subs.length / 3;
  return (hashes ?? equals ?? '').length;
}

/** The sign that a line repeats to underline a title; empty for any other line. */
export function underlineSign(line: string): string {
  if (!is(line.charCodeAt(0), sign.underline) || line.charCodeAt(1) !== line.charCodeAt(0)) return '';
  return underline.exec(line.slice(0, longestMarked))?.[1] ?? '';
}

/** Whether a line begins an item of a list, or what explains an option of a command. */
export function isItem({ text, opens, opensAt, start }: TextLine): boolean {
  return mayOpenItem(text, opens, opensAt - start) && isItemText(text);
}

function isItemText(line: string): boolean {
  const head = line.slice(0, longestMarked);
  return (item.test(head) || option.test(head)) && !rule.test(head);
}

/** Whether an item can begin with a character: most lines begin with a letter that no dot or bracket follows. */
function mayOpenItem(line: string, opens: number, at: number): boolean {
  if (opens >= 0x61 && opens <= 0x7a) return is(line.charCodeAt(at + 1), sign.numberEnd);
  if (!isDigit(opens)) return is(opens, sign.item);
  let behind = at + 1;
  while (behind < at + longestNumber && isDigit(line.charCodeAt(behind))) behind += 1;
  return is(line.charCodeAt(behind), sign.numberEnd);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Whether a line is a row of a table of Markdown or reStructuredText. */
export function isRow({ text, opens, opensAt, start }: TextLine): boolean {
  return is(opens, sign.row) && text.indexOf(String.fromCharCode(opens), opensAt - start + 1) > 0;
}

/** Whether a line is a row of a table, or its frame in boxes. */
export function isTableRow(line: TextLine): boolean {
  return isRow(line) || (is(line.opens, sign.box) && isTableFrame(line.text));
}

/** Whether a line only frames a table (`|---|---|`). */
export function isTableFrame(line: string): boolean {
  return tableFrame.test(line.slice(0, longestMarked));
}

/** Whether a line alone looks like a title of what follows: short, without the end of a sentence. */
export function isTitleLike(line: string): boolean {
  const opens = line.charCodeAt(0);
  return (
    line.length > 0 &&
    line.length <= longestTitle &&
    opensTitle(line, opens) &&
    !endsSentence(line) &&
    !(mayOpenItem(line, opens, 0) && isItemText(line))
  );
}

function opensTitle(line: string, code: number): boolean {
  if (is(code, sign.title)) return true;
  return code < 0x80 ? isDigit(code) || (code >= 0x41 && code <= 0x5a) : capitalBeyondAscii.test(line);
}

/** Whether a line ends with the end of a sentence or of a part of one, quotes and brackets behind it. */
function endsSentence(line: string): boolean {
  let last = line.length - 1;
  while (last >= 0 && is(line.charCodeAt(last), sign.blank)) last -= 1;
  while (last >= 0 && is(line.charCodeAt(last), sign.closer)) last -= 1;
  return last >= 0 && is(line.charCodeAt(last), sign.sentenceEnd);
}

/**
 * How long the name before a turn is, its colon and the space behind it included (`[12] Ann Lee: `); 0 where the line begins with none.
 *
 * @param codes the code units of the text that the line stands in
 */
export function speakerLength(codes: Uint16Array, { start, end }: TextLine): number {
  let at = behindNumber(codes, start, end);
  if (at < end && codes[at] === asterisk && codes[at + 1] === asterisk) at += 2;
  if (at >= end || !is(codes[at]!, sign.firstOfName)) return 0;
  let blanks = 0;
  const stop = Math.min(end, at + 1 + longestName);
  const name = at;
  for (at += 1; at < stop && is(codes[at]!, sign.name); at += 1) if (codes[at] === space) blanks += 1;
  if (at < end && codes[at] === asterisk && codes[at + 1] === asterisk) at += 2;
  if (at >= end || blanks > mostBlanksInName || at === name) return 0;
  const isWide = codes[at] === wideColon;
  if (!isWide && codes[at] !== colon) return 0;
  at += 1;
  if (!isWide && at < end && codes[at] === asterisk && codes[at + 1] === asterisk) at += 2;
  if (at < end && !is(codes[at]!, sign.blank)) return 0;
  while (at < end && is(codes[at]!, sign.blank)) at += 1;
  return at - start;
}

/** Behind a number in brackets (`[12] `) at the beginning of a line; the beginning where there is none. */
function behindNumber(codes: Uint16Array, start: number, end: number): number {
  if (codes[start] !== openBracket) return start;
  let at = start + 1;
  while (at < end && at <= start + mostDigits && isDigit(codes[at]!)) at += 1;
  if (at === start + 1 || codes[at] !== closeBracket) return start;
  at += 1;
  while (at < end && is(codes[at]!, sign.blank)) at += 1;
  return at;
}
