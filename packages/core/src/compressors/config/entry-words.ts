import { countsNone, tellsTrouble, troubleVocabulary } from '../../relevance/columns/trouble.ts';
import { createWordTable, firstKey, nextKey } from '../../relevance/columns/word-table.ts';

/** Bits of what the words of a unit say: something went wrong; or, near its beginning, what the thing is. */
export const said = { trouble: 1, telling: 2 } as const;

const telling = 'name version kind image host port url path type title message status state level risk severity enabled replicas';
const tellingWords = createWordTable(telling);
const readForTrouble = 200;
const readForTelling = 40;

/** First letters that are looked at, and the bits of each. */
const lettersOfBeginning = 3;
const letterBits = 5;
/** 1 for the beginnings of all words that say anything here: most words need no key. */
const beginnings = new Uint8Array(1 << (lettersOfBeginning * letterBits));
for (const word of `${telling} not ${Object.values(troubleVocabulary).join(' ')}`.split(' '))
  beginnings[beginningOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;

const sort = { letter: 1, inName: 2 } as const;
const sorts = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z]/.test(character) ? sort.letter : /[\d_]/.test(character) ? sort.inName : 0;
});

/**
 * Reads the words at the beginning of a unit in one pass.
 *
 * @param content behind its indentation
 */
export function readEntryWords(codes: Uint16Array, start: number, unitEnd: number, content: number): number {
  const table = sorts;
  const end = Math.min(unitEnd, start + readForTrouble);
  const tellingEnd = Math.min(unitEnd, content + readForTelling);
  let found = 0;
  let wordBefore = 0;
  for (let at = content; at < end;) {
    if (sortOf(table, codes[at]!) !== sort.letter) {
      at += 1;
      continue;
    }
    const from = at;
    do at += 1;
    while (at < end && sortOf(table, codes[at]!) === sort.letter);
    if (at < end && sortOf(table, codes[at]!) === sort.inName) continue;
    const word = mayTell(codes, from, at) ? keyOf(codes, from, at) : 0;
    if (word !== 0 && at <= tellingEnd && tellingWords.has(word)) found |= said.telling;
    // What touches a digit or `_` is part of a name, and no word.
    if (from > start && sortOf(table, codes[from - 1]!) === sort.inName) continue;
    if (word !== 0 && tellsTrouble(word, wordBefore) && !standsAfterNone(codes, from, start)) {
      found |= said.trouble;
      if (at > tellingEnd) break;
    }
    wordBefore = word;
  }
  return found;
}

/** Whether a word begins as one that says anything; short ones are all looked up. */
function mayTell(codes: Uint16Array, from: number, to: number): boolean {
  if (to - from < lettersOfBeginning) return true;
  return beginnings[beginningOf(codes[from]!, codes[from + 1]!, codes[from + 2]!)] === 1;
}

/** A key that the case of letters does not change. */
function beginningOf(first: number, second: number, third: number): number {
  return ((first & 31) << (2 * letterBits)) | ((second & 31) << letterBits) | (third & 31);
}

function keyOf(codes: Uint16Array, from: number, to: number): number {
  let key = firstKey;
  for (let at = from; at < to; at += 1) key = nextKey(key, codes[at]! | 0x20);
  return key;
}

function sortOf(table: Uint8Array, code: number): number {
  return code < 0x80 ? table[code]! : 0;
}

/** `0 ` before a word. */
function standsAfterNone(codes: Uint16Array, at: number, start: number): boolean {
  return at - start >= 2 && countsNone(at - 3 >= start ? codes[at - 3]! : 0, codes[at - 2]!, codes[at - 1]!);
}
