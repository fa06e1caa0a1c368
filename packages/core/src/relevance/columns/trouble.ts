import { createWordTable, firstKey, nextKey, standsInName } from './word-table.ts';

/** Words in small letters that speak of trouble, not names or keys that mention it, and those before or behind which other words do not or do: for who reads words anyway. */
export const troubleVocabulary = {
  trouble:
    'error errors err fail failed failing failure failures fatal panic crash crashed crashloopbackoff oomkilled killed abort aborted denied refused unreachable timeout timed ' +
    'degraded unhealthy down dead zombie defunct corrupt corrupted missing invalid unmet extraneous conflict conflicts vulnerability vulnerabilities critical severe masked ' +
    'broken reject rejected expired evicted pending unknown imagepullbackoff errimagepull warn warning removed deleted deprecated locked suspicious alert',
  /** Trouble behind `not`. */
  afterNot: 'found ready loaded running available installed',
  /** No trouble behind these. */
  denials: 'no without',
} as const;

const troubleWords = createWordTable(troubleVocabulary.trouble);
const afterNot = createWordTable(troubleVocabulary.afterNot);
const denials = createWordTable(troubleVocabulary.denials);
const not = createWordTable('not');

const longestRead = 300;

/**
 * Whether a text speaks of something that went wrong. Looks at whole words, `not found` among them, and not at `no errors` or `0 failed`. Linear, without making strings.
 */
export function speaksOfTrouble(text: string, start = 0, end = text.length): boolean {
  const stop = Math.min(end, start + longestRead);
  let before = 0;
  for (let at = start; at < stop;) {
    let letter = text.charCodeAt(at) | 0x20;
    if (letter < 0x61 || letter > 0x7a) {
      at += 1;
      continue;
    }
    const from = at;
    let word = firstKey;
    do {
      word = nextKey(word, letter);
      at += 1;
      letter = at < stop ? text.charCodeAt(at) | 0x20 : 0;
    } while (letter >= 0x61 && letter <= 0x7a);
    if (standsInName(text, { start, from, at })) continue;
    if (tellsTrouble(word, before) && !isNone(text, from, start)) return true;
    before = word;
  }
  return false;
}

/**
 * Whether a word speaks of trouble, unless a {@link countsNone count of none} stands right before it.
 *
 * @param word the key of its letters
 * @param before the key of the word before it, or 0
 */
export function tellsTrouble(word: number, before: number): boolean {
  return troubleWords.has(word) ? !denials.has(before) : afterNot.has(word) && not.has(before);
}

/** Whether three code units end in `0 `, the last sign of a number; the first is 0 where there is none. */
export function countsNone(first: number, second: number, third: number): boolean {
  return third === 0x20 && second === 0x30 && !(first >= 0x30 && first <= 0x39) && first !== 0x2e;
}

/** `0 ` before a word at a place of `text[start..]`. */
export function isNone(text: string, at: number, start: number): boolean {
  return at - start >= 2 && countsNone(at - 3 >= start ? text.charCodeAt(at - 3) : 0, text.charCodeAt(at - 2), text.charCodeAt(at - 1));
}
