/** A set of words, known by a key that {@link nextKey} makes of their letters. */
export interface WordTable {
  has(key: number): boolean;
}

/** The key of no letters. */
export const firstKey = 0x811c9dc5 | 0;

/** The key of a word with one more small letter. */
export function nextKey(key: number, letter: number): number {
  return Math.imul(key ^ letter, 0x01000193);
}

/**
 * Makes a table of words in small letters.
 *
 * @param words with a space between two
 */
export function createWordTable(words: string): WordTable {
  const keys = new Set<number>();
  for (const word of words.split(' ')) {
    let key = firstKey;
    for (let at = 0; at < word.length; at += 1) key = nextKey(key, word.charCodeAt(at));
    keys.add(key);
  }
  // Most words are none of these: one bit for each value of the low bits tells it without a look-up.
  const bits = new Uint8Array(1 << 12);
  for (const key of keys) bits[key & 0xfff] = 1;
  return { has: (key) => bits[key & 0xfff] === 1 && keys.has(key) };
}

/** Whether a run of letters from `from` to before `at` touches a digit or `_`: it is part of a name then, and no word. */
export function standsInName(
  text: string,
  { start, from, at }: { readonly start: number; readonly from: number; readonly at: number },
): boolean {
  return isNameSign(text.charCodeAt(at)) || (from > start && isNameSign(text.charCodeAt(from - 1)));
}

/** A digit or `_`; NaN behind the end of the text is neither. */
function isNameSign(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
