/** Not part of a word. */
export const outside = 0;
/** A letter, digit or mark of a script that puts spaces between words. */
export const inWord = 1;
/** A letter of a script without spaces (Han, Kana, Hangul, Thai …): such words are read as pairs of letters. */
export const unspaced = 2;

const pages: (Uint8Array | undefined)[] = [];

/**
 * What a code unit beyond ASCII is to a scanner of words. A surrogate counts as part of a word if its character is a letter or digit; pairs stay together since both
 * halves say so. Tables of 256 units are made when first met.
 */
export function wordKind(text: string, index: number): number {
  const code = text.charCodeAt(index);
  if (code >= 0xd800 && code <= 0xdfff) return surrogateKind(text, index, code);
  const page = (pages[code >> 8] ??= Uint8Array.from({ length: 256 }, (_, low) => kindOf(String.fromCharCode((code & 0xff00) | low))));
  return page[code & 0xff]!;
}

function surrogateKind(text: string, index: number, code: number): number {
  const character = text.codePointAt(code < 0xdc00 ? index : index - 1) ?? 0;
  return character > 0xffff && /[\p{L}\p{N}]/u.test(String.fromCodePoint(character)) ? inWord : outside;
}

function kindOf(character: string): number {
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(character)) {
    return /[\p{L}\p{M}]/u.test(character) ? unspaced : outside;
  }
  return /[\p{L}\p{M}\p{N}]/u.test(character) ? inWord : outside;
}
