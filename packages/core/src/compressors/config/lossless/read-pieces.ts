import { createPieceCutter, type PieceCutter, type Pieces } from '../../../text/record-form/index.ts';
import { charCodes } from '../../../text/char-codes.ts';
import { valueStart } from './value-start.ts';

/** A longer line of XML is cut before its elements. */
const longLine = 400;
/** A longer stretch is no record. */
const longestPiece = 4000;

/** Cuts a configuration into its lines with their values: behind the key of an entry, in quotes of an element's attributes, between its tags. */
export function readPieces(text: string, codes: Uint16Array = charCodes(text)): Pieces {
  return text.trimStart().startsWith('<') ? xmlPieces(text, codes) : linePieces(text, codes);
}

/** The lines of YAML, TOML, INI and their like, or of an outline. */
export function linePieces(text: string, codes: Uint16Array = charCodes(text)): Pieces {
  const cutter = createPieceCutter(text, codes);
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    const value = end - start > longestPiece ? -1 : valueStart(codes, start, end);
    if (value >= 0) cutter.value(value, Math.max(value, valueEnd(codes, start, end)));
    cutter.piece(end);
    start = end;
  }
  return cutter.pieces();
}

const quote = 0x22;
const apostrophe = 0x27;
const comma = 0x2c;

/** Where the value of a line ends: before its break, a comma and a quote. */
function valueEnd(codes: Uint16Array, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && isSpace(codes[end - 1]!)) end -= 1;
  if (end > start && codes[end - 1] === comma) end -= 1;
  return end > start && (codes[end - 1] === quote || codes[end - 1] === apostrophe) ? end - 1 : end;
}

/** A blank, a tab or a break. */
function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d;
}

function xmlPieces(text: string, codes: Uint16Array): Pieces {
  const cutter = createPieceCutter(text, codes);
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    if (end - start <= longLine) addElement(cutter, codes, start, end);
    else {
      let from = start;
      for (let at = start + 1; at < end - 1; at += 1) {
        if (codes[at] !== opens || !beginsName(codes[at + 1]!)) continue;
        addElement(cutter, codes, from, at);
        from = at;
      }
      addElement(cutter, codes, from, end);
    }
    start = end;
  }
  return cutter.pieces();
}

/** A letter or `_`. */
function beginsName(code: number): boolean {
  return ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) || code === 0x5f;
}

const opens = 0x3c;
const closes = 0x3e;
const slash = 0x2f;

/** A piece of XML: its values are those of attributes and the texts between tags. */
function addElement(cutter: PieceCutter, codes: Uint16Array, start: number, end: number): void {
  if (end - start <= longestPiece) cutValues(cutter, codes, start, end);
  cutter.piece(end);
}

function cutValues(cutter: PieceCutter, codes: Uint16Array, start: number, end: number): void {
  let inTag = false;
  for (let at = start; at < end; at += 1) {
    const sign = codes[at]!;
    if (inTag && sign === quote) {
      const close = find(codes, quote, at + 1, end);
      if (close < 0) return;
      cutter.value(at + 1, close);
      at = close;
    } else if (sign === opens) inTag = true;
    else if (sign === closes) {
      inTag = false;
      const next = find(codes, opens, at, end);
      if (next < 0) return;
      if (next > at + 1 && codes[next + 1] === slash && next + 1 < end) cutter.value(at + 1, next);
      at = next - 1;
    }
  }
}

function find(codes: Uint16Array, sign: number, from: number, end: number): number {
  for (let at = from; at < end; at += 1) if (codes[at] === sign) return at;
  return -1;
}
