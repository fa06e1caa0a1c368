import { scanWords } from '../../../relevance/scan-words.ts';
import type { Passages } from '../read/passages.ts';

/** What a passage adds to those before it. */
export interface Novelty {
  /** The share of its words that stand in no passage before it, 0 to 1; less for short passages. */
  readonly fresh: Float64Array;
  /** The share of its pairs of neighbouring words that stand in a passage before it, 0 to 1: near 1 it was said already. */
  readonly repeated: Float64Array;
}

const bits = 20;
const mask = (1 << bits) - 1;
const multiplier = 0x9e3779b1;
const longestHashed = 24;
/** Passages of fewer words are too short to be told repeats of anything. */
const leastWords = 5;
/** Added to the length of each: one fresh word among three says little. */
const shortWords = 4;

/** Finds what is said again, by hashes of words and of pairs of words in tables of fixed size. Linear. */
export function readNovelty({ text, count, starts, ends }: Passages): Novelty {
  const seenWords = new Uint8Array(1 << bits);
  const seenPairs = new Uint8Array(1 << bits);
  const fresh = new Float64Array(count);
  const repeated = new Float64Array(count);
  const words: number[] = [];
  const collect = (start: number, end: number): void => void words.push(hashOf(text, start, end));
  const visitor = { word: collect, name: () => undefined, pair: collect };
  for (let passage = 0; passage < count; passage += 1) {
    words.length = 0;
    scanWords(text, starts[passage]!, ends[passage]!, visitor);
    if (words.length === 0) continue;
    let freshWords = 0;
    for (const word of words) if (seenWords[word >>> (32 - bits)] === 0) freshWords += 1;
    let seen = 0;
    for (let index = 1; index < words.length; index += 1) seen += seenPairs[pairOf(words[index - 1]!, words[index]!)]!;
    fresh[passage] = freshWords / (words.length + shortWords);
    repeated[passage] = words.length < leastWords ? 0 : seen / (words.length - 1);
    for (const word of words) seenWords[word >>> (32 - bits)] = 1;
    for (let index = 1; index < words.length; index += 1) seenPairs[pairOf(words[index - 1]!, words[index]!)] = 1;
  }
  return { fresh, repeated };
}

function pairOf(first: number, second: number): number {
  return (Math.imul(first ^ (second >>> 7), multiplier) ^ second) & mask;
}

/** A hash of a word in which ASCII letters count alike in both cases. */
function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < Math.min(end, start + longestHashed); at += 1) {
    const unit = text.charCodeAt(at);
    hash = Math.imul(hash ^ (unit < 0x80 ? unit | 0x20 : unit), 0x01000193);
  }
  return Math.imul(hash ^ (hash >>> 15), multiplier) >>> 0;
}
