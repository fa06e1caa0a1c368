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

/** Class and length of each ASCII character, packed as {@link classAt} packs them. */
const ascii = Uint8Array.from({ length: 0x80 }, (_, code) => classOf(code) | (1 << classBits));

/** Classes of 256 characters each, filled when one of them is first met: the whole of Unicode would cost a start of many milliseconds. */
const pages: (Uint8Array | undefined)[] = [];

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
  if (first < 0xe0) return pageClass(((first & 0x1f) << 6) | second) | (2 << classBits);
  const third = bytes[position + 2]! & 0x3f;
  if (first < 0xf0) return pageClass(((first & 0x0f) << 12) | (second << 6) | third) | (3 << classBits);
  return pageClass(((first & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[position + 3]! & 0x3f)) | (4 << classBits);
}

function pageClass(code: number): number {
  const index = code >> 8;
  const page = (pages[index] ??= Uint8Array.from({ length: 256 }, (_, low) => classOf((index << 8) | low)));
  return page[code & 0xff]!;
}

function classOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (code === 0x0a || code === 0x0d) return lineBreak;
  // White_Space as Unicode has it: JavaScript's \s lacks U+0085 and has U+FEFF.
  if (/\p{White_Space}/u.test(character)) return space;
  if (/\p{Ll}/u.test(character)) return lower;
  if (/[\p{Lu}\p{Lt}]/u.test(character)) return upper;
  if (/\p{L}/u.test(character)) return letter;
  if (/\p{M}/u.test(character)) return mark;
  return /\p{N}/u.test(character) ? number : other;
}
