import type { WeightedTerm } from './question-terms.ts';
import { longestWord } from './scan-words.ts';
import { plainTerm, wordTerm } from './terms.ts';
import { createWordNumbers } from './word-numbers.ts';

/** Words whose terms are remembered: all that begin like one of the terms, in nearly any text. */
const mostKnown = 2048;
const unknown = -2;

/** Which of given terms a word, a name or a pair of a text is: its place among them, -1 for none. */
export interface TermIndex {
  ofWord(text: string, start: number, end: number): number;
  /** The same for a word of which the code units were read, from `codes[at]` on. */
  ofRead(text: string, start: number, end: number, read: { readonly codes: Uint16Array; readonly at: number }): number;
  ofName(text: string, start: number, end: number): number;
  ofPair(text: string, start: number, end: number): number;
  /** Whether any term is as long as `codes[start..end)`, which is not stemmed: a name, or what begins with a digit. */
  hasLength(codes: Uint16Array, start: number, end: number): boolean;
}

/** Makes the index of some terms. */
export function createTermIndex(terms: readonly WeightedTerm[]): TermIndex {
  const indexes = new Map(terms.map(({ term }, index) => [term, index]));
  const pairs = new Set<number>();
  const lengths = new Uint8Array(longestWord);
  for (const { term } of terms) {
    if (term.length <= 2) pairs.add(pairKey(term, 0, term.length));
    lengths[lengthKey(term.length)] = 1;
  }
  // Stems cost more than looking a word up, and texts repeat their words.
  const numbers = createWordNumbers(mostKnown);
  let known = new Int16Array(32).fill(unknown);
  const ofWord = (text: string, start: number, end: number): number => indexes.get(wordTerm(text, start, end)) ?? -1;
  return {
    ofWord,
    ofRead(text, start, end, { codes, at }) {
      const number = numbers.of(codes, at, at + end - start);
      if (number < 0) return ofWord(text, start, end);
      if (number >= known.length) {
        const larger = new Int16Array(2 * known.length).fill(unknown);
        larger.set(known);
        known = larger;
      }
      if (known[number] === unknown) known[number] = ofWord(text, start, end);
      return known[number]!;
    },
    ofName: (text, start, end) => indexes.get(plainTerm(text, start, end)) ?? -1,
    ofPair: (text, start, end) => (pairs.has(pairKey(text, start, end)) ? (indexes.get(text.slice(start, end)) ?? -1) : -1),
    hasLength: (codes, start, end) => lengths[lengthKey(end - start)] === 1 || !isAscii(codes, start, end),
  };
}

/** Without its accents a word may be longer or shorter. */
function isAscii(codes: Uint16Array, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (codes[at]! >= 0x80) return false;
  return true;
}

/** Terms are cut to their longest length. */
function lengthKey(length: number): number {
  return Math.min(length, longestWord) - 1;
}

/** A key of one or two letters of a script without spaces, which has no case. */
function pairKey(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) << 16) | (end - start > 1 ? text.charCodeAt(start + 1) : 0);
}
