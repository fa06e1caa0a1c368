import { doubled } from '../lines/doubled.ts';

const firstRoom = 512;
/** Looked at for one key: where more others stand in its place than hardly ever, it counts as new. */
const mostLooked = 64;

/** Numbers keys of two hashes: equal keys have the same number, and numbers count up from 0 as new ones come. A map of numbers beyond 31 bits takes five times as long. */
export class KeyNumbers {
  count = 0;
  #lows = new Int32Array(firstRoom);
  #highs = new Int32Array(firstRoom);
  /** Numbers by their keys, plus one; 0 where none is. */
  #slots = new Int32Array(2 * firstRoom);

  /** The number of a key; of a new one that is the count of those before it. */
  numberOf(low: number, high: number): number {
    const slots = this.#slots;
    const last = slots.length - 1;
    let slot = slotOf(low, high) & last;
    for (let look = 0; look < mostLooked; look += 1) {
      const known = slots[slot]! - 1;
      if (known < 0) return this.#add(slot, low, high);
      if (this.#lows[known] === low && this.#highs[known] === high) return known;
      slot = (slot + 1) & last;
    }
    return this.#add(-1, low, high);
  }

  #add(slot: number, low: number, high: number): number {
    const number = this.count;
    if (number === this.#lows.length) {
      this.#lows = doubled(this.#lows);
      this.#highs = doubled(this.#highs);
    }
    this.#lows[number] = low;
    this.#highs[number] = high;
    this.count = number + 1;
    if (slot >= 0) this.#slots[slot] = number + 1;
    if (2 * this.count > this.#slots.length) this.#spread();
    return number;
  }

  /** Gives the numbers twice the slots. */
  #spread(): void {
    const slots = new Int32Array(2 * this.#slots.length);
    const last = slots.length - 1;
    for (let number = 0; number < this.count; number += 1) {
      let slot = slotOf(this.#lows[number]!, this.#highs[number]!) & last;
      for (let look = 0; look < mostLooked && slots[slot] !== 0; look += 1) slot = (slot + 1) & last;
      if (slots[slot] === 0) slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Spread by both hashes, so that keys which share one of them stand apart. */
function slotOf(low: number, high: number): number {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
