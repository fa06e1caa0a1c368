import { codeTable } from '../text/code-table.ts';
import { classOfCode, lineBreak, other, space } from '../tokens/character-class.ts';

/** Not part of a word. */
export const outside = 0;
/** A letter, digit or mark of a script that puts spaces between words. */
export const inWord = 1;
/** A letter of a script without spaces (Han, Kana, Hangul, Thai …): such words are read as pairs of letters. */
export const unspaced = 2;

/** Blocks of scripts without spaces: Thai and Lao, Myanmar, Hangul, Khmer, Han with Kana, Hangul syllables, Han compatibility, half-width Kana. */
const unspacedBlocks: readonly (readonly [from: number, to: number])[] = [
  [0x0e00, 0x0eff],
  [0x1000, 0x109f],
  [0x1100, 0x11ff],
  [0x1780, 0x17ff],
  [0x2e80, 0x2fdf],
  [0x3005, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7af],
  [0xf900, 0xfaff],
  [0xff66, 0xff9d],
];

/** The kinds of all single code units; by a table of our own, since a runtime's changes with its version (I4). */
const kinds = codeTable((code) => {
  if (!isWordCharacter(code)) return outside;
  return unspacedBlocks.some(([from, to]) => code >= from && code <= to) ? unspaced : inWord;
});

/**
 * What a code unit is to a scanner of words. A surrogate counts as part of a word if its character is a letter or digit; pairs stay together since both halves say so.
 */
export function wordKind(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code < 0xd800 || code > 0xdfff) return kinds[code]!;
  const character = text.codePointAt(code < 0xdc00 ? index : index - 1) ?? 0;
  return character > 0xffff && isWordCharacter(character) ? inWord : outside;
}

/** The same for a code unit alone, for tables; a half of a surrogate pair is outside. */
export function kindOfCode(code: number): number {
  return kinds[code]!;
}

/** A letter, mark or number. */
function isWordCharacter(code: number): boolean {
  const kind = classOfCode(code);
  return kind !== other && kind !== space && kind !== lineBreak;
}
