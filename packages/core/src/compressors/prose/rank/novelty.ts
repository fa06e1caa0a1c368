/** What a passage adds to those before it. */
export interface Novelty {
  /** The share of its words that stand in no passage before it, 0 to 1; less for short passages. */
  readonly fresh: number;
  /** How many words of some length are new: none (0) to many (1). */
  readonly terms: number;
  /** The share of its pairs of neighbouring words that stand in a passage before it, 0 to 1: near 1 it was said already. */
  readonly repeated: number;
}

/** Remembers what was said, passage by passage. */
export interface NoveltyReader {
  /**
   * Takes the next passage in.
   *
   * @param words keys of its words; of those that are no longer needed the array may be filled anew
   * @param long 1 for words of some length
   */
  take(words: Int32Array, long: Uint8Array, length: number): Novelty;
}

/** Bits of the tables of hashes: some for each character of a text, so that few words are taken for one another, within bounds. */
const bitsPerCharacter = 4;
const fewestBits = 16;
const mostBits = 24;
const multiplier = 0x9e3779b1;
/** Passages of fewer words are too short to be told repeats of anything. */
const leastWords = 5;
/** Added to the length of each: one fresh word among three says little. */
const shortWords = 4;
/** So many new terms are many. */
const manyTerms = 3;

const nothing: Novelty = { fresh: 0, terms: 0, repeated: 0 };

/** Makes a reader that finds what is said again, by hashes of words and of pairs of words in tables of bits. Linear. */
export function createNoveltyReader(characters: number): NoveltyReader {
  const bits = Math.min(mostBits, Math.max(fewestBits, Math.ceil(Math.log2(bitsPerCharacter * Math.max(1, characters)))));
  const shift = 32 - bits;
  const seenWords = new Uint32Array(1 << (bits - 5));
  const seenPairs = new Uint32Array(1 << (bits - 5));
  return {
    take(words, long, length) {
      if (length === 0) return nothing;
      let freshWords = 0;
      let freshTerms = 0;
      let seen = 0;
      let before = 0;
      for (let index = 0; index < length; index += 1) {
        const word = words[index]!;
        const cell = Math.imul(word, multiplier) >>> shift;
        if ((seenWords[cell >>> 5]! & (1 << (cell & 31))) === 0) {
          freshWords += 1;
          freshTerms += long[index]!;
        }
        if (index > 0) {
          const pair = pairOf(before, word) >>> shift;
          seen += (seenPairs[pair >>> 5]! >>> (pair & 31)) & 1;
        }
        before = word;
      }
      // What a passage says twice is new both times.
      for (let index = 0; index < length; index += 1) {
        const word = words[index]!;
        const cell = Math.imul(word, multiplier) >>> shift;
        seenWords[cell >>> 5]! |= 1 << (cell & 31);
        if (index > 0) {
          const pair = pairOf(before, word) >>> shift;
          seenPairs[pair >>> 5]! |= 1 << (pair & 31);
        }
        before = word;
      }
      return {
        fresh: freshWords / (length + shortWords),
        terms: Math.min(1, freshTerms / manyTerms),
        repeated: length < leastWords ? 0 : seen / (length - 1),
      };
    },
  };
}

/** A key of two neighbouring words, other in the other order. */
function pairOf(first: number, second: number): number {
  return Math.imul(Math.imul(first ^ (first >>> 15), multiplier) ^ second, multiplier);
}
