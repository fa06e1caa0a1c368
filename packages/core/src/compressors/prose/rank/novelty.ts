import { scanWords } from '../../../relevance/scan-words.ts';
import type { Passages } from '../read/passages.ts';

/** What a passage adds to those before it. */
export interface Novelty {
  /** The share of its words that stand in no passage before it, 0 to 1; less for short passages. */
  readonly fresh: Float64Array;
  /** How many words of some length are new: none (0) to many (1). */
  readonly terms: Float64Array;
  /** The share of its pairs of neighbouring words that stand in a passage before it, 0 to 1: near 1 it was said already. */
  readonly repeated: Float64Array;
}

/** Sizes of the tables of hashes, for short texts and for long ones. */
const smallBits = 16;
const largeBits = 20;
const longText = 100_000;
const multiplier = 0x9e3779b1;
const longestHashed = 24;
/** A passage of which so many words are read is long enough to be known by them. */
const mostWords = 4096;
/** Passages of fewer words are too short to be told repeats of anything. */
const leastWords = 5;
/** Added to the length of each: one fresh word among three says little. */
const shortWords = 4;
/** Words of so many letters are terms; so many new terms are many. */
const longWord = 6;
const manyTerms = 3;

/** Finds what is said again, by hashes of words and of pairs of words in tables of fixed size. Linear. */
export function readNovelty({ text, count, starts, ends }: Passages): Novelty {
  const bits = text.length > longText ? largeBits : smallBits;
  const mask = (1 << bits) - 1;
  const seenWords = new Uint8Array(1 << bits);
  const seenPairs = new Uint8Array(1 << bits);
  const fresh = new Float64Array(count);
  const repeated = new Float64Array(count);
  const terms = new Float64Array(count);
  const words = new Int32Array(mostWords);
  const long = new Uint8Array(mostWords);
  let length = 0;
  const collect = (start: number, end: number): void => {
    if (length === mostWords) return;
    long[length] = end - start >= longWord ? 1 : 0;
    words[length++] = hashOf(text, start, end);
  };
  const visitor = { word: collect, name: () => undefined, pair: collect };
  for (let passage = 0; passage < count; passage += 1) {
    length = 0;
    scanWords(text, starts[passage]!, ends[passage]!, visitor);
    if (length === 0) continue;
    let freshWords = 0;
    let freshTerms = 0;
    let seen = 0;
    for (let index = 0; index < length; index += 1) {
      if (seenWords[words[index]! >>> (32 - bits)] === 0) {
        freshWords += 1;
        freshTerms += long[index]!;
      }
      if (index > 0) seen += seenPairs[pairOf(words[index - 1]!, words[index]!) & mask]!;
    }
    terms[passage] = Math.min(1, freshTerms / manyTerms);
    fresh[passage] = freshWords / (length + shortWords);
    repeated[passage] = length < leastWords ? 0 : seen / (length - 1);
    for (let index = 0; index < length; index += 1) {
      seenWords[words[index]! >>> (32 - bits)] = 1;
      if (index > 0) seenPairs[pairOf(words[index - 1]!, words[index]!) & mask] = 1;
    }
  }
  return { fresh, terms, repeated };
}

function pairOf(first: number, second: number): number {
  return Math.imul(first ^ (second >>> 7), multiplier) ^ second;
}

/** A hash of a word in which ASCII letters count alike in both cases. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < Math.min(end, start + longestHashed); at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit < 0x80 ? unit | 0x20 : unit), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 15), multiplier);
}
