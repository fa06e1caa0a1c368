import type { WeightedTerm } from './question-terms.ts';
import { scanWords } from './scan-words.ts';
import { stablePrefix } from './stem.ts';
import { plainTerm, wordTerm } from './terms.ts';
import { nameMark, readWords, seamBefore, type TextWords } from './text-words.ts';
import { beginningKey, beginningKeys, beyondAscii } from './word-beginning.ts';

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
const libraryKey = beginningKey(library, 0, library.length);
const mostWords = 20_000;

/**
 * Words of a text that begin as a word of the question does: abbreviations (`const` for constants, `app` for application), compounds (`linkcheck` for links) and forms that a
 * stem does not bring together (`exclusion` for excluded). They stand at a lower weight behind the question's own terms and before looser ones. One pass over the words of the beginning of the text.
 *
 * @param text a text, or its words where they were read before
 * @example withKin('linkcheck_ignore', questionTerms('Which links?')) // link at 1, linkcheck at 0.4
 */
export function withKin(text: string | TextWords, asked: readonly WeightedTerm[]): readonly WeightedTerm[] {
  const words = asked.filter(({ term, weight }) => weight === 1 && /^[a-z]{3,}$/.test(term));
  if (words.length === 0) return asked;
  const known = new Set(asked.map(({ term }) => term));
  const kin = kinOf(
    words.map(({ term }) => term),
    vocabulary(typeof text === 'string' ? readWords(text.slice(0, readCharacters)) : text, words),
    known,
  );
  return kin.length === 0 ? asked : [...asked, ...kin.map((term) => ({ term, weight: kinWeight }))].sort((a, b) => b.weight - a.weight);
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

function shared(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at += 1;
  return at;
}

/** The terms of a text that share their first letters with one of the words, in the order in which they come, with how often. */
function vocabulary(found: TextWords, words: readonly WeightedTerm[]): ReadonlyMap<string, number> {
  const { text, count, starts, ends, marks } = found;
  const beginnings = new Set(words.flatMap(({ term }) => beginningsOf(term)));
  const keys = new Uint8Array(beginningKeys);
  for (const beginning of beginnings) keys[beginningKey(beginning, 0, stablePrefix)] = 1;
  keys[beyondAscii] = 1;
  // Words as they are spelled first: a stem costs more than looking a word up, and texts repeat their words.
  const spelled = new Map<string, number>();
  const visit = (start: number, end: number, key: number): void => {
    if (end - start < stablePrefix) return;
    if (keys[key] === 0 && (key !== libraryKey || keys[beginningKey(text, start + library.length, end)] === 0)) return;
    const word = text.slice(start, end);
    const times = spelled.get(word);
    if (times !== undefined || spelled.size < mostWords) spelled.set(word, (times ?? 0) + 1);
  };
  const limit = Math.min(text.length, readCharacters);
  const seam = seamBefore(found, 0, limit);
  for (let at = 0; at < count && starts[at]! < seam; at += 1) if (marks[at]! < nameMark) visit(starts[at]!, ends[at]!, marks[at]!);
  // A word that goes on behind what is read is known by its beginning.
  const word = (start: number, end: number): void => visit(start, end, beginningKey(text, start, end));
  scanWords(text, seam, limit, { word, name: () => undefined, pair: () => undefined });
  const met = new Map<string, number>();
  for (const [word, times] of spelled) {
    if (word.charCodeAt(0) > 127) continue;
    const beginning = plainTerm(word, 0, stablePrefix);
    if (!beginnings.has(beginning) && (beginning !== library || !beginnings.has(plainTerm(word, library.length, 2 * stablePrefix))))
      continue;
    const term = wordTerm(word, 0, word.length);
    met.set(term, (met.get(term) ?? 0) + times);
  }
  return met;
}
