import { unitKind } from './config-outline.ts';

/** What a line of a configuration is by itself; one object is filled anew for each line. */
export interface ConfigLine {
  /** A value of {@link unitKind}. */
  kind: number;
  isSection: boolean;
  /** Whether an item of a list begins with it. */
  isItem: boolean;
  /** Begins another document: what stands above is no part of it. */
  isBreak: boolean;
  /** Blanks and tabs before it. */
  indent: number;
  /** Where the key of an entry, or the whole of a section, begins and ends; both 0 where there is none. */
  nameStart: number;
  nameEnd: number;
}

const longestHead = 200;
const mostBeforeSection = 40;
const longestKey = 101;
const mostBefore = 20;
const section = /^\[{1,2}[^\]=]{1,120}\]{1,2}\s*(?:[#;].{0,80})?$/;

const sort = { keyStart: 1, key: 2, space: 4, quote: 8, bracket: 16, comment: 32 } as const;

/** What characters may be; all beyond ASCII but spaces are none of these. */
const sorts = Uint8Array.from({ length: 0x100 }, (_, code) => {
  const character = String.fromCharCode(code);
  return (
    (/[\w$@./*:<-]/.test(character) && code < 0x80 ? sort.keyStart | sort.key : 0) |
    (/[> ]/.test(character) ? sort.key : 0) |
    (/\s/.test(character) ? sort.space : 0) |
    (/["']/.test(character) ? sort.quote : 0) |
    (/[\]})]/.test(character) ? sort.bracket : 0) |
    (/[#;!]/.test(character) ? sort.comment : 0)
  );
});

const tab = 0x09;
const blank = 0x20;
const plus = 0x2b;
const comma = 0x2c;
const dash = 0x2d;
const dot = 0x2e;
const slash = 0x2f;
const colon = 0x3a;
const semicolon = 0x3b;
const equals = 0x3d;
const opens = 0x5b;

/** A line as its text and its codes. */
export interface LinePlace {
  readonly text: string;
  readonly codes: Uint16Array;
}

/** Reads the beginning of a line. */
export function readLine({ text, codes }: LinePlace, start: number, lineEnd: number, line: ConfigLine): void {
  const end = Math.min(lineEnd, start + longestHead);
  let at = start;
  while (at < end && (codes[at] === blank || codes[at] === tab)) at += 1;
  line.indent = at - start;
  while (at < end && isSpace(codes[at]!)) at += 1;
  line.kind = unitKind.blank;
  line.isSection = false;
  line.isItem = false;
  line.isBreak = false;
  line.nameStart = 0;
  line.nameEnd = 0;
  if (at === end) return;
  const first = codes[at]!;
  line.isItem = first === dash && codes[at + 1] === blank && at + 1 < end;
  line.isBreak = at === start && (first === dash || first === dot) && isBreak(codes, start, end);
  if (first === opens) {
    line.isSection = at - start <= mostBeforeSection && section.test(text.slice(at, end));
    if (line.isSection) {
      line.kind = unitKind.entry;
      line.nameStart = at;
      line.nameEnd = trimmedEnd(codes, at, end);
      return;
    }
  }
  const what = sortOf(first);
  if ((what & sort.comment) !== 0 || (first === slash && codes[at + 1] === slash)) line.kind = unitKind.comment;
  else if ((what & sort.bracket) !== 0 && closes(codes, at, end)) line.kind = unitKind.closing;
  else {
    line.kind = unitKind.text;
    readEntry(codes, at, end, line);
  }
}

function sortOf(code: number): number {
  return code < 0x100 ? sorts[code]! : isSpace(code) ? sort.space : 0;
}

function isSpace(code: number): boolean {
  if (code < 0x80) return code === blank || (code >= tab && code <= 0x0d);
  return code === 0xa0 || code === 0xfeff || (code >= 0x1680 && /\s/.test(String.fromCharCode(code)));
}

/** `---` or `...`, and nothing behind it. */
function isBreak(codes: Uint16Array, start: number, end: number): boolean {
  if (end < start + 3 || codes[start + 1] !== codes[start] || codes[start + 2] !== codes[start]) return false;
  return trimmedEnd(codes, start, end) === start + 3;
}

/** Brackets, and behind them a comma at most. */
function closes(codes: Uint16Array, start: number, end: number): boolean {
  let at = start;
  while (at < end && (sortOf(codes[at]!) & sort.bracket) !== 0) at += 1;
  if (codes[at] === comma || codes[at] === semicolon) at += 1;
  while (at < end && isSpace(codes[at]!)) at += 1;
  return at >= end;
}

function trimmedEnd(codes: Uint16Array, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isSpace(codes[end - 1]!)) end -= 1;
  return end;
}

/** An entry has a key: the shortest beginning that a colon or an equals sign stands behind. */
function readEntry(codes: Uint16Array, start: number, end: number, line: ConfigLine): void {
  let key = start;
  while (key + 1 < end && codes[key] === dash && codes[key + 1] === blank) key += 2;
  if (codes[key] === 0x65 && isExport(codes, key, end)) key += exported.length;
  if (key < end && (sortOf(codes[key]!) & sort.quote) !== 0) key += 1;
  if (key >= end || (sortOf(codes[key]!) & sort.keyStart) === 0) return;
  for (let at = key + 1; at < end && at - key <= longestKey; at += 1) {
    const code = codes[at]!;
    const what = sortOf(code);
    const mayEnd = code === colon || code === equals || code === plus || (what & (sort.space | sort.quote)) !== 0;
    if (mayEnd && isSeparator(codes, (what & sort.quote) !== 0 ? at + 1 : at, end)) {
      line.kind = unitKind.entry;
      line.nameStart = key;
      line.nameEnd = at;
      return;
    }
    if ((what & sort.key) === 0) return;
  }
}

/** Whether blanks and then a separator stand at a place. */
function isSeparator(codes: Uint16Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && at - from < mostBefore && isSpace(codes[at]!)) at += 1;
  if (at >= end) return false;
  return codes[at] === colon || codes[at] === equals || (codes[at] === plus && codes[at + 1] === equals);
}

const exported = 'export ';

function isExport(codes: Uint16Array, start: number, end: number): boolean {
  if (start + exported.length > end) return false;
  for (let at = 0; at < exported.length; at += 1) if (codes[start + at] !== exported.charCodeAt(at)) return false;
  return true;
}
