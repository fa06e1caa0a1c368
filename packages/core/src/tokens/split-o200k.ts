import {
  classAt,
  classMask,
  classOfCode,
  lengthOf,
  letter,
  lineBreak,
  lower,
  mark,
  number,
  other,
  space,
  upper,
} from './character-class.ts';
import { apostrophe, contractionEnd, numberEnd, scanSpace, symbolsEnd } from './split-shared.ts';

const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const slash = 0x2f;
const blank = 0x20;

/**
 * The split rule of o200k_base, by hand: OpenAI's tiktoken states it as a regular expression, of which JavaScript's engine differs in `\s` and
 * overflows its stack on a run of some million letters. Alternatives in the order of that rule; two passes over any byte at most.
 */
export function o200kPieceEnd(bytes: Uint8Array, start: number, end: number): number {
  return asciiWordEnd(bytes, start) || asciiOtherEnd(bytes, start, end) || anyPieceEnd(bytes, start, end);
}

/**
 * The end of a word of ASCII letters, with the one sign before it, as {@link wordEnd} finds it: most pieces are such words, and this needs no more than a look at each
 * byte, since the zero after the text ends its last word. 0 where it is no such word or where what follows could belong to it.
 */
function asciiWordEnd(bytes: Uint8Array, start: number): number {
  let at = start;
  let byte = bytes[at]!;
  // Letters of either case, by one bit.
  if (((byte | 0x20) - 0x61) >>> 0 >= 26) {
    if (byte >= 0x80 || (byte - 0x30) >>> 0 < 10 || byte === lineFeed || byte === carriageReturn) return 0;
    at += 1;
    byte = bytes[at]!;
    if (((byte | 0x20) - 0x61) >>> 0 >= 26) return 0;
  }
  while ((byte - 0x41) >>> 0 < 26) byte = bytes[(at += 1)]!;
  while ((byte - 0x61) >>> 0 < 26) byte = bytes[(at += 1)]!;
  return byte < 0x80 && byte !== apostrophe ? at : 0;
}

const beyondAscii = 0xff;
/** The classes of bytes, as far as they are characters. */
const byteClasses = Uint8Array.from({ length: 0x100 }, (_, byte) => (byte < 0x80 ? classOfCode(byte) : beyondAscii));

/**
 * The end of a number, of a run of signs or of white space that is all ASCII, as {@link anyPieceEnd} finds it where no {@link asciiWordEnd word} begins. 0 where it begins with a letter or
 * where what follows could belong to it.
 */
function asciiOtherEnd(bytes: Uint8Array, start: number, end: number): number {
  const first = byteClasses[bytes[start]!]!;
  if (first === number) {
    let at = start + 1;
    while (at < start + 3 && byteClasses[bytes[at]!] === number) at += 1;
    return at < start + 3 && bytes[at]! >= 0x80 ? 0 : at;
  }
  if (first !== other && first !== space && first !== lineBreak) return 0;
  // A word that does not end as a plain one.
  const second = byteClasses[bytes[start + 1]!]!;
  if (first !== lineBreak && (second === upper || second === lower)) return 0;
  const from = bytes[start] === blank ? start + 1 : start;
  if (first === other || (from > start && from < end && byteClasses[bytes[from]!] === other)) {
    let at = from;
    while (at < end && byteClasses[bytes[at]!] === other) at += 1;
    return bytes[at]! >= 0x80 ? 0 : breaksAndSlashesEnd(bytes, at, end);
  }
  let at = start;
  let afterBreak = 0;
  for (let kind = first; at < end && (kind === space || kind === lineBreak); kind = byteClasses[bytes[at]!]!) {
    at += 1;
    if (kind === lineBreak) afterBreak = at;
  }
  if (bytes[at]! >= 0x80) return 0;
  if (afterBreak > 0) return afterBreak;
  return at < end && at - 1 > start ? at - 1 : at;
}

function anyPieceEnd(bytes: Uint8Array, start: number, end: number): number {
  const kind = classAt(bytes, start) & classMask;
  if (kind === number) return numberEnd(bytes, start, end);
  if (kind !== lineBreak) {
    const word = wordEnd(bytes, start, end);
    if (word > start) return contractionEnd(bytes, word, end);
    const symbols = symbolsEnd(bytes, start, end);
    if (symbols > start) return breaksAndSlashesEnd(bytes, symbols, end);
  }
  const run = scanSpace(bytes, start, end);
  if (run.lineBreak >= 0) return run.lineBreak;
  // `\s+(?!\S)`: the last space stays with the word after it.
  return run.end < end && run.last > start ? run.last : run.end;
}

/**
 * One character that is neither letter nor number, if any, then capitals, then small letters; letters without case and marks are both. The rule asks first for
 * a word that ends in at least one of the latter, and takes capitals alone only where there is none.
 */
function wordEnd(bytes: Uint8Array, start: number, end: number): number {
  const packedFirst = classAt(bytes, start);
  const first = packedFirst & classMask;
  const afterFirst = start + lengthOf(packedFirst);
  const from = first === upper || first === lower || first === letter ? start : afterFirst;
  let position = from;
  let afterCaseless = -1;
  while (position < end) {
    const packed = classAt(bytes, position);
    const kind = packed & classMask;
    if (kind === lower) return smallLettersEnd(bytes, position, end);
    if (kind !== upper && kind !== letter && kind !== mark) break;
    position += lengthOf(packed);
    if (kind !== upper) afterCaseless = position;
  }
  if (afterCaseless >= 0) return afterCaseless;
  if (first === mark) return afterFirst;
  return position > from ? position : start;
}

function smallLettersEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  while (position < end) {
    const packed = classAt(bytes, position);
    const kind = packed & classMask;
    if (kind !== lower && kind !== letter && kind !== mark) break;
    position += lengthOf(packed);
  }
  return position;
}

function breaksAndSlashesEnd(bytes: Uint8Array, start: number, end: number): number {
  let position = start;
  for (; position < end; position += 1) {
    const byte = bytes[position];
    if (byte !== lineFeed && byte !== carriageReturn && byte !== slash) break;
  }
  return position;
}
