import type { WeightedTerm } from './question-terms.ts';
import { continuesName, scanWords, showWordAt, type WordVisitor } from './scan-words.ts';
import { stablePrefix } from './stem.ts';
import { createTermIndex } from './term-index.ts';
import { firstFrom, readWords, seamBefore, seamFrom, wordAt, type TextWords } from './text-words.ts';
import { beginningTable, mayBegin } from './word-beginning.ts';
import { addWordStarts, nameEnd, wordLimit, plainEnd, type ReadWords } from './word-starts.ts';

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
  /** Where terms stand in a text whose words were read: for who asks of many ranges of it. */
  find(words: TextWords): TermPlaces;
}

/** Where terms stand in a text, in its order; a name stands behind its parts. */
export interface TermPlaces {
  /** Where the word begins. */
  readonly places: readonly number[];
  /** Which term each is. */
  readonly terms: readonly number[];
}

/** The words of a text that is no longer than this are read anew, into room that is kept. */
const longestCopied = 8192;
const copied = new Uint16Array(longestCopied + stablePrefix + 1);
/** Shorter texts are read faster sign by sign than an encoder is called. */
const shortestEncoded = 32;
const encoder = new TextEncoder();
const encoded = new Uint8Array(longestCopied);
const found = { codes: copied, starts: new Int32Array(longestCopied + 1), count: 0 };

/**
 * Makes a matcher. One pass over a text; a string is made only for words that begin like a term (some hundred megabytes a second on text that shares little).
 *
 * @example
 * const matcher = createMatcher(questionTerms('Which pods failed?'));
 * const counts = new Uint32Array(matcher.terms.length);
 * matcher.count('pod-1 failed, pod-2 runs', counts); // counts: [2, 1, 0]
 */
export function createMatcher(terms: readonly WeightedTerm[]): Matcher {
  const index = createTermIndex(terms);
  const beginnings = beginningTable(terms.map(({ term }) => term));
  let visited = '';
  let target: Uint32Array = new Uint32Array(0);
  let targetOffset = 0;
  let words = 0;
  let hits = 0;
  let noted: { readonly places: number[]; readonly terms: number[] } | undefined;
  let place = 0;
  const add = (term: number): void => {
    if (term < 0) return;
    if (noted !== undefined) {
      noted.places.push(place);
      noted.terms.push(term);
      return;
    }
    target[targetOffset + term]! += 1;
    hits += 1;
  };
  const visitor: WordVisitor = {
    word: (start, end) => add(index.ofWord(visited, start, end)),
    name: (start, end) => add(index.ofName(visited, start, end)),
    pair: (start, end) => add(index.ofPair(visited, start, end)),
  };
  const counting: WordVisitor = {
    word(start, end) {
      words += 1;
      visitor.word(start, end);
    },
    name: visitor.name,
    pair(start, end) {
      words += 1;
      visitor.pair(start, end);
    },
  };
  /** Adds a word that may be a term, and the name that begins with it. The words were read of what stands in the text from `base` on. */
  const addWord = (read: ReadWords, word: number, { base, from, to }: Within): void => {
    const { codes, starts } = read;
    const start = starts[word]!;
    const end = plainEnd(codes, start, wordLimit(read, word, to));
    const last = end < 0 ? -1 : nameEnd(read, word, end, to);
    if (last < 0) {
      showWordAt(visited, base + start, { start: base + from, end: base + to }, visitor);
      return;
    }
    if (!beginsWithDigit(codes[start]!) || index.hasLength(codes, start, end))
      add(index.ofRead(visited, base + start, base + end, { codes, at: start }));
    if (last > end && index.hasLength(codes, start, last) && !continuesName(visited, base + start, base + from))
      visitor.name(base + start, base + last);
  };
  const addWords = (read: ReadWords, first: number, within: Within): number => {
    const { codes, starts, count } = read;
    let word = first;
    for (; word < count && starts[word]! < within.to; word += 1)
      if (mayBegin(beginnings, codes, starts[word]!)) addWord(read, word, within);
    words += word - first;
    return word;
  };
  const countText = (text: string, start: number, end: number): void => {
    const length = end - start;
    if (length > longestCopied) {
      visited = text.slice(start, end);
      addWords(readWords(visited), 0, { base: 0, from: 0, to: length });
    } else if (copyWords(text, start, length)) addWords(found, 0, { base: start, from: 0, to: length });
    else scanWords(text, start, end, counting);
  };
  let behind = 0;
  let likelyBehind = 0;
  let current: TextWords | undefined;
  let likely: Int32Array | undefined;
  /** Turns to another text. Where the words that may be any of the terms are known, no others are looked at. */
  const turnTo = (source: TextWords): void => {
    current = source;
    behind = 0;
    likelyBehind = 0;
    const { likely: known } = source;
    likely = known !== undefined && terms.every(({ term }) => known.terms.has(term)) ? known.words : undefined;
  };
  const addLikely = (source: TextWords, among: Int32Array, within: Within): void => {
    const { codes, starts, count } = source;
    const first = wordAt(source, within.from, behind);
    let word = first;
    while (word < count && starts[word]! < within.to) word += 1;
    words += word - first;
    behind = word;
    let at = firstFrom(among, first, likelyBehind);
    for (; at < among.length && among[at]! < word; at += 1)
      if (mayBegin(beginnings, codes, starts[among[at]!]!)) addWord(source, among[at]!, within);
    likelyBehind = at;
  };
  const countWords = (source: TextWords, start: number, end: number): void => {
    if (source !== current) turnTo(source);
    const from = seamFrom(source, start, end);
    const to = seamBefore(source, from, end);
    // What the range cuts in two is read anew.
    if (from > start) scanWords(visited, start, from, counting);
    const within = { base: 0, from, to };
    if (likely !== undefined) addLikely(source, likely, within);
    else behind = addWords(source, wordAt(source, from, behind), within);
    if (to < end) scanWords(visited, to, end, counting);
  };
  return {
    terms,
    count(source, counts, { start = 0, end, offset = 0 } = {}) {
      visited = typeof source === 'string' ? source : source.text;
      target = counts;
      targetOffset = offset;
      words = 0;
      hits = 0;
      if (typeof source === 'string') countText(source, start, end ?? source.length);
      else countWords(source, start, end ?? visited.length);
      visited = '';
      return words;
    },
    hits: () => hits,
    find(source) {
      const { text, codes, starts, count } = source;
      const within = { base: 0, from: 0, to: text.length };
      const list = { places: [], terms: [] };
      visited = text;
      noted = list;
      for (let word = 0; word < count; word += 1) {
        place = starts[word]!;
        if (mayBegin(beginnings, codes, place)) addWord(source, word, within);
      }
      noted = undefined;
      visited = '';
      return list;
    },
  };
}

/** Such words have no stem, and tables are full of them. */
function beginsWithDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

interface Within {
  /** Where in the text the first code unit stands. */
  readonly base: number;
  /** What is looked at, as places among the code units. */
  readonly from: number;
  readonly to: number;
}

/** Reads the words of a short text into {@link found}; false where it is not plain enough for that. */
function copyWords(text: string, start: number, length: number): boolean {
  if (length < shortestEncoded || !encodeAscii(text.slice(start, start + length)))
    for (let at = 0; at < length; at += 1) copied[at] = text.charCodeAt(start + at);
  copied.fill(0, length, length + stablePrefix + 1);
  found.count = 0;
  return addWordStarts(found, 0, { from: 0, stop: length, end: length }) === length;
}

/** Writes a text into {@link copied}; false where it is not all ASCII. */
function encodeAscii(text: string): boolean {
  const { length } = text;
  // Only ASCII has as many bytes as characters.
  const { read, written } = encoder.encodeInto(text, encoded);
  if (written !== length || read !== length) return false;
  for (let at = 0; at < length; at += 1) copied[at] = encoded[at]!;
  return true;
}
