import { countsNone, tellsTrouble } from '../../relevance/columns/trouble.ts';
import { createWordTable, firstKey, nextKey } from '../../relevance/columns/word-table.ts';

/** Bits of what the words of a unit say: something went wrong; or, near its beginning, what the thing is. */
export const said = { trouble: 1, telling: 2 } as const;

const tellingWords = createWordTable(
  'name version kind image host port url path type title message status state level risk severity enabled replicas',
);
const readForTrouble = 200;
const readForTelling = 40;

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
    let word = firstKey;
    let next: number = sort.letter;
    do {
      word = nextKey(word, codes[at]! | 0x20);
      at += 1;
      next = at < end ? sortOf(table, codes[at]!) : 0;
    } while (next === sort.letter);
    if (next === sort.inName) continue;
    if (at <= tellingEnd && tellingWords.has(word)) found |= said.telling;
    // What touches a digit or `_` is part of a name, and no word.
    if (from > start && sortOf(table, codes[from - 1]!) === sort.inName) continue;
    if (tellsTrouble(word, wordBefore) && !standsAfterNone(codes, from, start)) {
      found |= said.trouble;
      if (at > tellingEnd) break;
    }
    wordBefore = word;
  }
  return found;
}

function sortOf(table: Uint8Array, code: number): number {
  return code < 0x80 ? table[code]! : 0;
}

/** `0 ` before a word. */
function standsAfterNone(codes: Uint16Array, at: number, start: number): boolean {
  return at - start >= 2 && countsNone(at - 3 >= start ? codes[at - 3]! : 0, codes[at - 2]!, codes[at - 1]!);
}
