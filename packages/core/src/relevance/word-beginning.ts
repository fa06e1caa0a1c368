import { stablePrefix } from './stem.ts';
import type { ReadWords } from './word-starts.ts';

/** Words that begin as some terms do, whatever their case: a guard that lets few others pass, for all that look for terms among the words of a text. */
export interface BeginningTable {
  /** For the key of three letters a number above 0 where any term begins so, or as others of that key do. */
  readonly groups: Uint8Array;
  /** For each such number what may stand behind the three, as bits. */
  readonly fourths: Int32Array;
  /** How many numbers are taken. */
  made: number;
  /** Terms of one letter, as bits of their letters. */
  single: number;
}

/** The number of letters behind which anything may stand; it is also for all for which there is no number left. */
const anything = 0xff;
const letterMask = 0x1f;
const keys = 1 << 12;

/** The end of a word, any digit, and each letter whatever its case have a bit of their own; a capital may also begin the next part of a name. */
export const endBit = 1;
const digitBit = 1 << 27;
const fourthBits = Int32Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/\d/.test(character)) return digitBit;
  if (!/[a-z]/i.test(character)) return endBit;
  return (1 << (code & letterMask)) | (character < 'a' ? endBit : 0);
});

/** The bit of what stands at a place of a word in small letters, none behind its end. */
export function bitAt(word: string, at: number): number {
  return at < word.length ? (fourthBits[word.charCodeAt(at)] ?? -1) : 0;
}

const letterI = bitAt('i', 0);

/** Makes a table of how words begin that may have one of some terms. */
export function beginningTable(terms: Iterable<string>): BeginningTable {
  const table = { groups: new Uint8Array(keys), fourths: new Int32Array(anything + 1).fill(-1, anything), made: 0, single: 0 };
  for (const term of terms) addTerm(table, term);
  return table;
}

function addTerm(table: BeginningTable, term: string): void {
  if (term.length > stablePrefix) {
    // `copies` has the term copy.
    const isPlural = term.length === stablePrefix + 1 && term.endsWith('y');
    addBeginning(table, term, 0, bitAt(term, stablePrefix) | (isPlural ? letterI : 0));
    return;
  }
  if (term.length === stablePrefix) addBeginning(table, term, 0, -1);
  else if (term.length === 1) table.single |= 1 << (term.charCodeAt(0) & letterMask);
  else for (let third = 0; third <= letterMask; third += 1) allow(table, keyOf(term.charCodeAt(0), term.charCodeAt(1), third), -1);
}

/** Adds the three letters that stand at a place of a word in small letters. @param behind bits of what may stand behind them */
export function addBeginning(table: BeginningTable, word: string, at: number, behind: number): void {
  allow(table, keyOf(word.charCodeAt(at), word.charCodeAt(at + 1), word.charCodeAt(at + 2)), behind);
}

function allow(table: BeginningTable, key: number, behind: number): void {
  const { groups, fourths } = table;
  if (groups[key] === anything) return;
  if (behind === -1 || (groups[key] === 0 && table.made + 1 === anything)) {
    groups[key] = anything;
    return;
  }
  if (groups[key] === 0) groups[key] = table.made += 1;
  fourths[groups[key]!]! |= behind;
}

/** A key of the first letters of a word, in few bits: a small table is made soon and stays near. */
function keyOf(first: number, second: number, third: number): number {
  return ((first & letterMask) << 7) ^ ((second & letterMask) << 3) ^ (third & letterMask);
}

/**
 * Whether a word that begins at a place may begin as the table says. The low five bits of an ASCII letter are equal in both cases; words whose first letters are no ASCII always
 * may, since those may change beyond recognition in another case (the Kelvin sign is a k).
 */
export function mayBegin({ groups, fourths, single }: BeginningTable, codes: Uint16Array, at: number): boolean {
  if (at + stablePrefix >= codes.length) return true;
  const first = codes[at]!;
  const second = codes[at + 1]!;
  const third = codes[at + 2]!;
  if ((first | second | third) >= 0x80) return true;
  const group = groups[keyOf(first, second, third)]!;
  if (group === 0) return ((single >>> (first & letterMask)) & 1) === 1 && (fourthBits[second]! & endBit) !== 0;
  const fourth = codes[at + stablePrefix]!;
  return fourth >= 0x80 || (fourths[group]! & fourthBits[fourth]!) !== 0 || ((single >>> (first & letterMask)) & 1) === 1;
}

/** Which of the words of a text may begin as a table says, by their numbers, rising. */
export function wordsThatMayBegin(table: BeginningTable, { codes, starts, count }: ReadWords): Int32Array {
  const { groups, single } = table;
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
      if (groups[keyOf(first, second, third)] === 0 && (first | second | third) < 0x80 && ((single >>> (first & letterMask)) & 1) === 0)
        continue;
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
