import { stablePrefix } from './stem.ts';
import type { ReadWords } from './word-starts.ts';

/** Words that begin as some terms do, whatever their case: a guard that lets few others pass, for all that look for terms among the words of a text. */
export interface BeginningTable {
  /** For the key of three letters a number above 0 where any term begins so. */
  readonly groups: Uint8Array;
  /** For each such number what may stand behind the three: bits as in {@link fourthBits}. */
  readonly fourths: Int32Array;
}

const anything = 0xff;
const letterMask = 0x1f;
const everyLetter = Array.from({ length: letterMask + 1 }, (_, letter) => letter);

/** The end of a word, any digit, and each letter whatever its case have a bit of their own; a capital may also begin the next part of a name. */
const endBit = 1;
const digitBit = 1 << 27;
const fourthBits = Int32Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return digitBit;
  if (!/[a-z]/i.test(character)) return endBit;
  return (1 << (code & letterMask)) | (character < 'a' ? endBit : 0);
});

/**
 * Makes the table of some beginnings of words in small letters: their first four letters count. A fourth `$` stands for the end of a word.
 */
export function beginningTable(beginnings: Iterable<string>): BeginningTable {
  const groups = new Uint8Array((letterMask + 1) ** stablePrefix);
  const fourths = new Int32Array(anything + 1).fill(-1, anything);
  let made = 0;
  const allow = (key: number, fourth: number): void => {
    if (fourth === -1 || (groups[key] === 0 && made + 1 === anything)) groups[key] = anything;
    else if (groups[key] === 0) groups[key] = made += 1;
    if (groups[key] !== anything) fourths[groups[key]!]! |= fourth;
  };
  for (const beginning of beginnings) {
    const [first, second, third] = [0, 1, 2].map((at) => (at < beginning.length ? [beginning.charCodeAt(at) & letterMask] : everyLetter));
    const fourth = beginning.length > stablePrefix ? (fourthBits[beginning.charCodeAt(stablePrefix)] ?? -1) : -1;
    for (const one of first!) for (const two of second!) for (const three of third!) allow((one << 10) | (two << 5) | three, fourth);
  }
  return { groups, fourths };
}

/** How words begin that may have a term: of a stem the letters that it leaves alone. */
export function termBeginnings(term: string): readonly string[] {
  // `copies` has the term copy.
  return term.length === stablePrefix + 1 && term.endsWith('y') ? [term, `${term.slice(0, stablePrefix)}i`] : [term];
}

/**
 * Whether a word that begins at a place may begin as the table says. The low five bits of an ASCII letter are equal in both cases; words whose first letters are no ASCII always
 * may, since those may change beyond recognition in another case (the Kelvin sign is a k).
 */
export function mayBegin({ groups, fourths }: BeginningTable, codes: Uint16Array, at: number): boolean {
  if (at + stablePrefix >= codes.length) return true;
  const first = codes[at]!;
  const second = codes[at + 1]!;
  const third = codes[at + 2]!;
  if ((first | second | third) >= 0x80) return true;
  const group = groups[((first & letterMask) << 10) | ((second & letterMask) << 5) | (third & letterMask)]!;
  if (group === 0) return false;
  const fourth = codes[at + stablePrefix]!;
  return fourth >= 0x80 || (fourths[group]! & fourthBits[fourth]!) !== 0;
}

/** Which of the words of a text may begin as a table says, by their numbers, rising. */
export function wordsThatMayBegin(table: BeginningTable, { codes, starts, count }: ReadWords): Int32Array {
  const { groups } = table;
  const safe = codes.length - stablePrefix;
  let found = new Int32Array(64);
  let used = 0;
  for (let word = 0; word < count; word += 1) {
    const at = starts[word]!;
    if (at < safe) {
      const first = codes[at]!;
      const second = codes[at + 1]!;
      const third = codes[at + 2]!;
      // Nearly all words end here: without a call, and with the table in a register.
      const group = groups[((first & letterMask) << 10) | ((second & letterMask) << 5) | (third & letterMask)]!;
      if (group === 0 && (first | second | third) < 0x80) continue;
    }
    if (!mayBegin(table, codes, at)) continue;
    if (used === found.length) {
      const larger = new Int32Array(4 * used);
      larger.set(found);
      found = larger;
    }
    found[used] = word;
    used += 1;
  }
  return found.subarray(0, used);
}
