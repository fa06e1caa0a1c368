import type { WeightedTerm } from './question-terms.ts';
import { wordEnd } from './scan-words.ts';
import { stablePrefix } from './stem.ts';
import { plainTerm, wordTerm } from './terms.ts';
import { readWords, type TextWords } from './text-words.ts';
import { addBeginning, beginningTable, bitAt, endBit, wordsThatMayBegin, type BeginningTable } from './word-beginning.ts';
import { createWordNumbers } from './word-numbers.ts';
import { plainEnd, wordLimit } from './word-starts.ts';

/** What a kindred word counts beside the word that it resembles. */
const kinWeight = 0.4;
/** A word of the question has so many of them at most: more say that its beginning is common. */
const mostKin = 6;
/** An abbreviation keeps at least so many letters (`const`, `auth`; `mem` is one of few), and leaves at least two out. */
const leastAbbreviation = 3;
const leastLeftOut = 2;
/** A longer word of the text begins with at least so many letters of the question's word (`link` in `linkcheck`). */
const leastBeginning = 4;
/** A word of the text that the question's word ends with has at least so many (`command` in subcommand). */
const leastEnding = 6;
/** Words that part later than this are forms of one word, if they share the larger part of both. */
const leastShared = 5;
const leastSharedPart = 0.6;
const readCharacters = 1 << 20;
/** What names of libraries begin with. */
const library = 'lib';
const mostWords = 20_000;
/** What may stand behind a stem of three letters: its word's end, or the first letter of an ending. */
const lostEndings = endBit | bitAt('i', 0) | bitAt('s', 0) | bitAt('e', 0) | bitAt('l', 0);

/**
 * Words of a text that begin as a word of the question does: abbreviations (`const` for constants, `app` for application), compounds (`linkcheck` for links) and forms that a
 * stem does not bring together (`exclusion` for excluded). They stand at a lower weight behind the question's own terms and before looser ones. One pass over the words of the beginning of the text.
 *
 * @example withKin('linkcheck_ignore', questionTerms('Which links?')) // link at 1, linkcheck at 0.4
 */
export function withKin(text: string, asked: readonly WeightedTerm[]): readonly WeightedTerm[] {
  return readAskedWords(text.slice(0, readCharacters), asked).terms;
}

/**
 * Reads the words of a text, and what is looked for in it {@link withKin with its kin}; which words can be any of that is found once for all who look for it there.
 *
 * @param codes the code units of the text, where they were read before
 * @param others terms that are looked for as well and have no kin
 */
export function readAskedWords(
  text: string,
  asked: readonly WeightedTerm[],
  { codes, others = [] }: { readonly codes?: Uint16Array; readonly others?: Iterable<string> } = {},
): { readonly words: TextWords; readonly terms: readonly WeightedTerm[] } {
  const words = readWords(text, codes);
  const known = new Set(asked.map(({ term }) => term));
  const sought = new Set([...known, ...others]);
  const kindred = asked.filter(({ term, weight }) => weight === 1 && /^[a-z]{3,}$/.test(term)).map(({ term }) => term);
  const table = beginningTable(sought);
  for (const word of kindred) addKin(table, word);
  if (kindred.length > 0) addBeginning(table, library, 0, -1);
  const likely = wordsThatMayBegin(table, words);
  const kin = kindred.length === 0 ? [] : kinOf(kindred, vocabulary(words, likely, kindred), known);
  for (const term of kin) sought.add(term);
  return {
    words: { ...words, likely: { words: likely, terms: sought } },
    terms: kin.length === 0 ? asked : [...asked, ...kin.map((term) => ({ term, weight: kinWeight }))].sort((a, b) => b.weight - a.weight),
  };
}

function kinOf(words: readonly string[], met: ReadonlyMap<string, number>, known: ReadonlySet<string>): readonly string[] {
  const found = new Set<string>();
  for (const word of words) {
    const kin = [...met].filter(([other]) => !known.has(other) && (isKin(word, other) || isLibraryOf(word, other)));
    if (kin.length > mostKin) kin.sort((a, b) => shared(word, b[0]) - shared(word, a[0]) || a[1] - b[1] || (a[0] < b[0] ? -1 : 1));
    for (const [other] of kin.slice(0, mostKin)) found.add(other);
  }
  return [...found];
}

function isKin(word: string, other: string): boolean {
  const common = shared(word, other);
  if (common === other.length) return common >= leastAbbreviation && word.length - common >= leastLeftOut;
  if (common === word.length) return common >= leastBeginning;
  if (other.length >= leastEnding && word.length - other.length >= leastLeftOut && word.endsWith(other)) return true;
  return common >= leastShared && common >= leastSharedPart * Math.max(word.length, other.length);
}

/** Whether a name is that of the word's library, as packages and files call them (`libarchive13`, `libssl3`). */
function isLibraryOf(word: string, name: string): boolean {
  if (!name.startsWith(library)) return false;
  const subject = name.slice(library.length).replace(/\d+$/, '');
  return subject === word || isKin(word, subject);
}

/** First letters of kindred words: those of the word, and those of its endings that are words long enough. */
function beginningsOf(term: string): readonly string[] {
  const found = [term.slice(0, stablePrefix)];
  for (let at = leastLeftOut; at + leastEnding <= term.length; at += 1) found.push(term.slice(at, at + stablePrefix));
  return found;
}

/** Adds how words begin that can be kindred to a word at all: a stem of three letters may have lost an ending of its word, and a longer one has at least four letters in common. */
function addKin(table: BeginningTable, word: string): void {
  const fourth = bitAt(word, stablePrefix);
  // `copies` has the term copy.
  addBeginning(table, word, 0, lostEndings | bitAt(word, stablePrefix - 1) | fourth | (word[stablePrefix] === 'y' ? bitAt('i', 0) : 0));
  for (let at = leastLeftOut; at + leastEnding <= word.length; at += 1) addBeginning(table, word, at, bitAt(word, at + stablePrefix));
}

function shared(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** The terms of a text that share their first letters with one of the kindred words, in the order in which they come, with how often. */
function vocabulary(read: TextWords, likely: Int32Array, kindred: readonly string[]): ReadonlyMap<string, number> {
  const { text, codes, starts } = read;
  const beginnings = new Set(kindred.flatMap(beginningsOf));
  const limit = Math.min(text.length, readCharacters);
  // Words as they are spelled first: a stem costs more than looking a word up, and texts repeat their words.
  const numbers = createWordNumbers(mostWords);
  const firsts: number[] = [];
  const ends: number[] = [];
  const times: number[] = [];
  for (const word of likely) {
    const start = starts[word]!;
    if (start >= limit) break;
    const plain = plainEnd(codes, start, wordLimit(read, word, limit));
    const end = plain < 0 ? wordEnd(text, start, limit) : plain;
    if (end - start < stablePrefix) continue;
    const number = numbers.of(codes, start, end);
    if (number < 0) continue;
    if (number === firsts.length) {
      firsts.push(start);
      ends.push(end);
      times.push(0);
    }
    times[number]! += 1;
  }
  const met = new Map<string, number>();
  for (let number = 0; number < numbers.count; number += 1) {
    const word = text.slice(firsts[number], ends[number]);
    if (word.charCodeAt(0) > 127) continue;
    const beginning = plainTerm(word, 0, stablePrefix);
    if (!beginnings.has(beginning) && (beginning !== library || !beginnings.has(plainTerm(word, library.length, 2 * stablePrefix))))
      continue;
    const term = wordTerm(word, 0, word.length);
    met.set(term, (met.get(term) ?? 0) + times[number]!);
  }
  return met;
}
