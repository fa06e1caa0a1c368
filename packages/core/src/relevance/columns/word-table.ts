/** A set of words, known by a key that {@link scanLetters} makes of them. */
export interface WordTable {
  has(key: number): boolean;
}

const offset = 0x811c9dc5 | 0;
const prime = 0x01000193;

/**
 * Makes a table of words in small letters.
 *
 * @param words with a space between two
 */
export function createWordTable(words: string): WordTable {
  const keys = new Set<number>();
  for (const word of words.split(' ')) {
    let key = offset;
    for (let at = 0; at < word.length; at += 1) key = Math.imul(key ^ word.charCodeAt(at), prime);
    keys.add(key);
  }
  // Most words are none of these: one bit for each value of the low bits tells it without a look-up.
  const bits = new Uint8Array(1 << 12);
  for (const key of keys) bits[key & 0xfff] = 1;
  return { has: (key) => bits[key & 0xfff] === 1 && keys.has(key) };
}

/**
 * Visits runs of ASCII letters, in small letters, as keys for a {@link WordTable}, until the visitor answers false. A run that touches a digit or `_` is part of a name
 * and is passed over.
 */
export function scanLetters(text: string, start: number, end: number, visit: (key: number, from: number) => boolean): void {
  let at = start;
  while (at < end) {
    let letter = text.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) {
      at += 1;
      continue;
    }
    const from = at;
    let key = offset;
    do {
      key = Math.imul(key ^ letter, prime);
      at += 1;
      letter = at < end ? text.charCodeAt(at) | 0x20 : 0;
    } while (letter >= 0x61 && letter <= 0x7a);
    if (isName(text.charCodeAt(at)) || (from > start && isName(text.charCodeAt(from - 1)))) continue;
    if (!visit(key, from)) return;
  }
}

/** A digit or `_`; NaN behind the end of the text is neither. */
function isName(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
