import { createWordTable, firstKey, nextKey, standsInName, type WordTable } from './word-table.ts';

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
const zero = 0x30;

/**
 * Whether a text speaks of something that went wrong. Looks at whole words, `not found` among them, and not at `no errors` or `0 failed`. Linear, without making strings.
 */
export function speaksOfTrouble(text: string, start = 0, end = text.length): boolean {
  return (findWords(text, start, end) & foundTrouble) !== 0;
}

/** Bits of what {@link findWords} found. */
export const foundTrouble = 1;
export const foundOther = 2;

/** Looks in one pass for {@link speaksOfTrouble trouble} and for any of other words; ends as soon as nothing more can be found. */
export function findWords(text: string, start: number, end: number, others?: WordTable): number {
  const stop = Math.min(end, start + longestRead);
  const most = others === undefined ? foundTrouble : foundTrouble | foundOther;
  let before = 0;
  let found = 0;
  for (let at = start; at < stop && found !== most;) {
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
    if (troubleWords.has(word) ? !denials.has(before) && !isNone(text, from, start) : not.has(before) && afterNot.has(word))
      found |= foundTrouble;
    if (others?.has(word) === true) found |= foundOther;
    before = word;
  }
  return found;
}

/** `0 ` before a word at a place of `text[start..]`. */
export function isNone(text: string, at: number, start: number): boolean {
  if (at - start < 2 || text.charCodeAt(at - 1) !== 0x20 || text.charCodeAt(at - 2) !== zero) return false;
  const before = at - 3 >= start ? text.charCodeAt(at - 3) : 0x20;
  return !(before >= 0x30 && before <= 0x39) && before !== 0x2e;
}
