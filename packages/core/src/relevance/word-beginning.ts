import { stablePrefix } from './stem.ts';

/** How many keys there are: a table of so many cells tells which words can be one of some terms. */
export const beginningKeys = 1 << (5 * stablePrefix);

/** The key of words whose first letters may change beyond recognition in another case (the Kelvin sign is a k): they are always looked up. */
export const beyondAscii = beginningKeys - 1;

/**
 * A key of a word's first letters that their case does not change: the low five bits of an ASCII letter are equal in both cases. Words of different keys begin
 * differently; words of one key may.
 */
export function beginningKey(text: string, start: number, end: number): number {
  let key = 0;
  for (let index = 0; index < stablePrefix; index += 1) {
    const code = start + index < end ? text.charCodeAt(start + index) : 0;
    if (code >= 0x80) return beyondAscii;
    key = (key << 5) | (code & 31);
  }
  return key;
}

/** The same from the codes of a text, without a loop, since it is made of each word of a text. */
export function codesKey(codes: Uint16Array, start: number, end: number): number {
  const first = codes[start]!;
  const second = start + 1 < end ? codes[start + 1]! : 0;
  const third = start + 2 < end ? codes[start + 2]! : 0;
  return (first | second | third) >= 0x80 ? beyondAscii : ((first & 31) << 10) | ((second & 31) << 5) | (third & 31);
}
