import { characterClassRuns } from './character-class-table.ts';

/** The classes of characters that the split rules of o200k_base and cl100k_base tell apart. */
export const other = 0;
/** Upper or title case (Lu, Lt). */
export const upper = 1;
/** Lower case (Ll). */
export const lower = 2;
/** A letter without case (Lm, Lo): it may stand on either side of a word's change of case. */
export const letter = 3;
/** A mark (M): part of a word, yet not a letter. */
export const mark = 4;
export const number = 5;
/** White space other than a line break. */
export const space = 6;
/** CR or LF. */
export const lineBreak = 7;

const classBits = 3;
export const classMask = (1 << classBits) - 1;

/** The class of every character: 1.1 MB, filled in about a millisecond. */
const classes = readRuns(characterClassRuns);

/** Class and length of each ASCII character, packed as {@link classAt} packs them. */
const ascii = classes.slice(0, 0x80).map((kind) => kind | (1 << classBits));

/**
 * The class of the character at a position of valid UTF-8 (low three bits, see {@link classMask}) and its length in bytes (the rest, see {@link lengthOf}).
 */
export function classAt(bytes: Uint8Array, position: number): number {
  const byte = bytes[position]!;
  return byte < 0x80 ? ascii[byte]! : wideClassAt(bytes, position, byte);
}

/** The length in bytes of a character classified by {@link classAt}. */
export function lengthOf(packed: number): number {
  return packed >> classBits;
}

function wideClassAt(bytes: Uint8Array, position: number, first: number): number {
  const second = bytes[position + 1]! & 0x3f;
  if (first < 0xe0) return classOfCode(((first & 0x1f) << 6) | second) | (2 << classBits);
  const third = bytes[position + 2]! & 0x3f;
  if (first < 0xf0) return classOfCode(((first & 0x0f) << 12) | (second << 6) | third) | (3 << classBits);
  return classOfCode(((first & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[position + 3]! & 0x3f)) | (4 << classBits);
}

/** The class of a character by its code point. */
export function classOfCode(code: number): number {
  return classes[code]!;
}

function readRuns(runs: string): Uint8Array {
  const table = new Uint8Array(0x110000);
  let code = 0;
  for (let at = 0; at < runs.length;) {
    const kind = runs.charCodeAt(at) - 0x41;
    let end = at + 1;
    // Capitals begin runs; lengths are digits and small letters.
    while (end < runs.length && (runs.charCodeAt(end) < 0x41 || runs.charCodeAt(end) > 0x5a)) end += 1;
    const length = end === at + 1 ? 1 : Number.parseInt(runs.slice(at + 1, end), 36);
    table.fill(kind, code, code + length);
    code += length;
    at = end;
  }
  return table;
}
