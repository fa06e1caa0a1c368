import { doubled } from '../lines/doubled.ts';
import { mask, maskedToken } from './mask.ts';

const firstRoom = 1024;
/** Looked at for one word: where more others stand in its place than hardly ever, it gets a number of its own each time. */
const mostLooked = 64;
const zero = 0x30;
/** What is kept of a word, side by side: its hash, where it stood last, its length, and what it counts as where lines are compared. */
const size = 4;
const startField = 1;
const lengthField = 2;
const tokenField = 3;

/**
 * The different words of a log by number, in the order in which they are met. What is known of a word is worked out once for each number, not for each time that it stands
 * somewhere: logs say the same words again and again.
 */
export class WordTable {
  count = 0;
  #words = new Int32Array(size * firstRoom);
  /** Numbers by hash, plus one; 0 where none is. */
  #slots = new Int32Array(2 * firstRoom);
  readonly #codes: Uint16Array;

  constructor(codes: Uint16Array) {
    this.#codes = codes;
  }

  /** Where a word stands, for one. */
  start(number: number): number {
    return this.#words[size * number + startField]!;
  }

  length(number: number): number {
    return this.#words[size * number + lengthField]!;
  }

  /** What a word counts as where lines are compared: itself, or one of the `mask` values. */
  token(number: number): number {
    return this.#words[size * number + tokenField]!;
  }

  /**
   * The number of the word `codes[start..end)`.
   *
   * @param hash of its characters
   * @param parts what it is made of
   */
  numberOf(hash: number, start: number, end: number, parts: number): number {
    const slots = this.#slots;
    const words = this.#words;
    const codes = this.#codes;
    const length = end - start;
    const last = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & last;
    for (let look = 0; look < mostLooked; look += 1) {
      const known = slots[slot]! - 1;
      if (known < 0) return this.#add(slot, hash, start, length, parts);
      const at = size * known;
      if (words[at] === hash && words[at + lengthField] === length) {
        let from = words[at + startField]!;
        let to = start;
        while (to < end && codes[to] === codes[from]) {
          to += 1;
          from += 1;
        }
        if (to === end) {
          // The letters of a word that stands near are near as well.
          words[at + startField] = start;
          return known;
        }
      }
      slot = (slot + 1) & last;
    }
    return this.#add(-1, hash, start, length, parts);
  }

  #add(slot: number, hash: number, start: number, length: number, parts: number): number {
    const number = this.count;
    const at = size * number;
    if (at === this.#words.length) this.#words = doubled(this.#words);
    const words = this.#words;
    words[at] = hash;
    words[at + startField] = start;
    words[at + lengthField] = length;
    words[at + tokenField] = length === 1 && this.#codes[start] === zero ? mask.zero : maskedToken(hash, length, parts);
    this.count = number + 1;
    if (slot < 0) return number;
    if (2 * this.count <= this.#slots.length) this.#slots[slot] = this.count;
    else this.#spread();
    return number;
  }

  /** Gives the numbers twice the slots. */
  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      const hash = this.#words[size * number]!;
      let slot = (hash ^ (hash >>> 15)) & last;
      for (let look = 0; look < mostLooked && slots[slot] !== 0; look += 1) slot = (slot + 1) & last;
      if (slots[slot] === 0) slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}
