import { createWordTable, firstKey, nextKey } from '../../relevance/columns/word-table.ts';

const words = 'error fail panic throw raise fatal deprecated fixme todo xxx hack bug security';
const table = createWordTable(words);
const longestWord = 10;

const letterBits = 5;
/** 1 for the first three letters of each word: most words of a text need no key. */
const beginnings = new Uint8Array(1 << (3 * letterBits));
for (const word of words.split(' ')) beginnings[beginningOf(word.charCodeAt(0), word.charCodeAt(1), word.charCodeAt(2))] = 1;

const isWordSign = Uint8Array.from({ length: 0x80 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

/** Whether a word that speaks of trouble or of work left stands in a part of a text: by itself, in any case. Linear, without making strings. */
export function tellsOfTrouble(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end;) {
    if (!isPart(codes[at]!)) {
      at += 1;
      continue;
    }
    const from = at;
    do at += 1;
    while (at < end && isPart(codes[at]!));
    const length = at - from;
    if (length < 3 || length > longestWord || beginnings[beginningOf(codes[from]!, codes[from + 1]!, codes[from + 2]!)] === 0) continue;
    let key = firstKey;
    for (let letter = from; letter < at; letter += 1) key = nextKey(key, codes[letter]! | 0x20);
    if (table.has(key)) return true;
  }
  return false;
}

function isPart(code: number): boolean {
  return code < 0x80 && isWordSign[code] === 1;
}

/** A key that the case of letters does not change. */
function beginningOf(first: number, second: number, third: number): number {
  return ((first & 31) << (2 * letterBits)) | ((second & 31) << letterBits) | (third & 31);
}
