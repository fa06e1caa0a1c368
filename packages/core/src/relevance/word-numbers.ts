import { longestWord } from './scan-words.ts';

/** Numbers different words from 0 in the order in which they come. */
export interface WordNumbers {
  /** How many there are. */
  readonly count: number;
  /** The number of the word `codes[start..end)`, a new one if it did not come before; -1 where there is no room for another. Longer ones are known by their beginning, as terms are. */
  of(codes: Uint16Array, start: number, end: number): number;
}

const firstSlots = 256;
const firstCharacters = 2048;
/** Where so many others have its place a word gets none, so that no text can make all look-ups slow. */
const mostSteps = 32;

/**
 * Makes an empty numbering. Words are told apart by their code units, without making strings of them: a text repeats its words, and most are looked up many times.
 *
 * @param most words that get a number
 */
export function createWordNumbers(most: number): WordNumbers {
  /** The number of a word by its hash, one up, 0 for none; open addressing. */
  let slots = new Int32Array(firstSlots);
  let hashes = new Int32Array(firstSlots / 2);
  /** The code units of word `n` stand from `ends[n]` to before `ends[n + 1]`. */
  let ends = new Int32Array(firstSlots / 2 + 1);
  let pool = new Uint16Array(firstCharacters);
  let count = 0;

  const grow = (): void => {
    slots = new Int32Array(2 * slots.length);
    hashes = larger(hashes, new Int32Array(slots.length / 2));
    ends = larger(ends, new Int32Array(slots.length / 2 + 1));
    for (let word = 0; word < count; word += 1) {
      let slot = hashes[word]! & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = word + 1;
    }
  };
  const isWord = (word: number, codes: Uint16Array, start: number, end: number): boolean => {
    let at = ends[word]!;
    if (ends[word + 1]! - at !== end - start) return false;
    for (let place = start; place < end; place += 1, at += 1) if (pool[at] !== codes[place]) return false;
    return true;
  };
  return {
    get count() {
      return count;
    },
    of(codes, start, wholeEnd) {
      const end = Math.min(wholeEnd, start + longestWord);
      let hash = 0x811c9dc5 | 0;
      for (let place = start; place < end; place += 1) hash = Math.imul(hash ^ codes[place]!, 0x01000193);
      hash ^= hash >>> 15;
      let slot = hash & (slots.length - 1);
      let steps = 0;
      for (; slots[slot] !== 0 && steps < mostSteps; slot = (slot + 1) & (slots.length - 1), steps += 1) {
        const word = slots[slot]! - 1;
        if (hashes[word] === hash && isWord(word, codes, start, end)) return word;
      }
      if (count === most || steps === mostSteps) return -1;
      const used = ends[count]!;
      if (used + longestWord > pool.length) pool = larger(pool, new Uint16Array(2 * pool.length));
      for (let place = start; place < end; place += 1) pool[used + place - start] = codes[place]!;
      slots[slot] = count + 1;
      hashes[count] = hash;
      count += 1;
      ends[count] = used + end - start;
      if (2 * count === slots.length) grow();
      return count - 1;
    },
  };
}

function larger<List extends Int32Array | Uint16Array>(list: List, room: List): List {
  room.set(list);
  return room;
}
