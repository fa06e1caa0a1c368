import { longestWord } from './scan-words.ts';

/** Numbers different words from 0 in the order in which they come. */
export interface WordNumbers {
  /** How many there are. */
  readonly count: number;
  /** The number of the word `codes[start..end)`, a new one if it did not come before; -1 where there is no room for another. Longer ones are known by their beginning, as terms are. */
  of(codes: Uint16Array, start: number, end: number): number;
}

const firstRoom = 64;
const firstCharacters = 1024;
/** Where so many others have its place a word gets none, so that no text can make all look-ups slow. */
const mostSteps = 32;

/**
 * Makes an empty numbering. Words are told apart by their code units, without making strings of them: a text repeats its words, and most are looked up many times.
 *
 * @param most words that get a number
 */
export function createWordNumbers(most: number): WordNumbers {
  let room = firstRoom;
  /** One up the number of a word by its hash, open addressing; behind them the hashes; behind these where the code units of each word begin in the pool. */
  let table = new Int32Array(4 * room + 1);
  let pool = new Uint16Array(firstCharacters);
  let count = 0;

  const grow = (): void => {
    const before = table;
    const hashesBefore = 2 * room;
    room *= 2;
    table = new Int32Array(4 * room + 1);
    table.set(before.subarray(hashesBefore, hashesBefore + count), 2 * room);
    table.set(before.subarray(1.5 * room, 1.5 * room + count + 1), 3 * room);
    for (let word = 0; word < count; word += 1) {
      let slot = table[2 * room + word]! & (2 * room - 1);
      while (table[slot] !== 0) slot = (slot + 1) & (2 * room - 1);
      table[slot] = word + 1;
    }
  };
  const isWord = (word: number, codes: Uint16Array, start: number, end: number): boolean => {
    let at = table[3 * room + word]!;
    if (table[3 * room + word + 1]! - at !== end - start) return false;
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
      const mask = 2 * room - 1;
      let slot = hash & mask;
      let steps = 0;
      for (; table[slot] !== 0 && steps < mostSteps; slot = (slot + 1) & mask, steps += 1) {
        const word = table[slot]! - 1;
        if (table[2 * room + word] === hash && isWord(word, codes, start, end)) return word;
      }
      if (count === most || steps === mostSteps) return -1;
      const used = table[3 * room + count]!;
      if (used + longestWord > pool.length) {
        const larger = new Uint16Array(2 * pool.length);
        larger.set(pool);
        pool = larger;
      }
      for (let place = start; place < end; place += 1) pool[used + place - start] = codes[place]!;
      table[slot] = count + 1;
      table[2 * room + count] = hash;
      count += 1;
      table[3 * room + count] = used + end - start;
      if (count === room) grow();
      return count - 1;
    },
  };
}
