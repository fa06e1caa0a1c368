import type { WeightedTerm } from './question-terms.ts';
import { scanWords } from './scan-words.ts';
import { plainTerm, wordTerm } from './terms.ts';
import { keyOfMark, nameMark, pairMark, seamBefore, seamFrom, wordAt, type TextWords } from './text-words.ts';
import { beginningKey, beginningKeys, beyondAscii } from './word-beginning.ts';

/** Words whose terms are remembered: all that begin like one of the terms, in nearly any text. */
const mostKnown = 2048;
const longestKnown = 12;

/** Counts given terms in texts without making the terms of those texts. */
export interface Matcher {
  readonly terms: readonly WeightedTerm[];
  /**
   * Adds to `counts[offset + i]` how often term `i` stands in `text[start..end)`.
   *
   * @param text a text, or its words where they were read before
   * @returns the number of words and pairs seen, for length normalisation
   */
  count(
    text: string | TextWords,
    counts: Uint32Array,
    range?: { readonly start?: number; readonly end?: number; readonly offset?: number },
  ): number;
  /** How many terms the last call found, repeats included. */
  hits(): number;
}

/**
 * Makes a matcher. One pass over a text; a string is made only for words that begin like a term (some hundred megabytes a second on text that shares little).
 *
 * @example
 * const matcher = createMatcher(questionTerms('Which pods failed?'));
 * const counts = new Uint32Array(matcher.terms.length);
 * matcher.count('pod-1 failed, pod-2 runs', counts); // counts: [2, 1, 0]
 */
export function createMatcher(terms: readonly WeightedTerm[]): Matcher {
  const indexes = new Map(terms.map(({ term }, index) => [term, index]));
  const beginnings = new Uint8Array(beginningKeys);
  beginnings[beyondAscii] = 1;
  const pairs = new Uint8Array(1 << pairBits);
  for (const { term } of terms) {
    beginnings[beginningKey(term, 0, term.length)] = 1;
    pairs[pairKey(term, 0, term.length)] = 1;
  }
  let visited = '';
  let target: Uint32Array = new Uint32Array(0);
  let targetOffset = 0;
  let words = 0;
  let hits = 0;
  const known = new Map<string, number>();
  const add = (index: number): void => {
    if (index < 0) return;
    target[targetOffset + index]! += 1;
    hits += 1;
  };
  const hit = (term: string): void => add(indexes.get(term) ?? -1);
  // Stems cost more than looking a word up, and texts repeat their words.
  const hitWord = (start: number, end: number): void => {
    const word = visited.slice(start, end);
    let index = known.get(word);
    if (index === undefined) {
      index = indexes.get(wordTerm(visited, start, end)) ?? -1;
      if (known.size < mostKnown && word.length <= longestKnown) known.set(word, index);
    }
    add(index);
  };
  const visitor = {
    word(start: number, end: number) {
      words += 1;
      if (beginnings[beginningKey(visited, start, end)] === 1) hitWord(start, end);
    },
    name(start: number, end: number) {
      if (beginnings[beginningKey(visited, start, end)] === 1) hit(plainTerm(visited, start, end));
    },
    pair(start: number, end: number) {
      words += 1;
      if (pairs[pairKey(visited, start, end)] === 1) hit(visited.slice(start, end));
    },
  };
  let behind = 0;
  const countWords = (source: TextWords, start: number, end: number): void => {
    const { text, count, starts, ends, marks } = source;
    const table = beginnings;
    const from = seamFrom(source, start, end);
    const to = seamBefore(source, from, end);
    // What the range cuts in two is read anew.
    if (from > start) scanWords(text, start, from, visitor);
    const first = wordAt(source, from, behind);
    let names = 0;
    let at = first;
    for (; at < count && starts[at]! < to; at += 1) {
      const mark = marks[at]!;
      if ((mark & nameMark) !== 0) names += 1;
      if (table[mark & keyOfMark] === 0) continue;
      if (mark < nameMark) hitWord(starts[at]!, ends[at]!);
      else if (mark < pairMark) hit(plainTerm(text, starts[at]!, ends[at]!));
      else hit(text.slice(starts[at], ends[at]));
    }
    words += at - first - names;
    behind = at;
    if (to < end) scanWords(text, to, end, visitor);
  };
  return {
    terms,
    count(source, counts, { start = 0, end, offset = 0 } = {}) {
      const text = typeof source === 'string' ? source : source.text;
      visited = text;
      target = counts;
      targetOffset = offset;
      words = 0;
      hits = 0;
      if (typeof source === 'string') scanWords(text, start, end ?? text.length, visitor);
      else countWords(source, start, end ?? text.length);
      visited = '';
      return words;
    },
    hits: () => hits,
  };
}

const pairBits = 12;

/** A key of one or two letters of a script without spaces, which has no case. */
function pairKey(text: string, start: number, end: number): number {
  return (text.charCodeAt(start) * 31 + (end - start > 1 ? text.charCodeAt(start + 1) : 0)) & ((1 << pairBits) - 1);
}
