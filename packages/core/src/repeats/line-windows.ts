import type { TextLines } from './text-lines.ts';

/** Lines that must be alike in a row before a run is looked at. */
export const windowLines = 3;

const empty = -1;
const smallestTable = 64;

/**
 * Remembers where windows of {@link windowLines} lines stand, in a table that grows with them.
 *
 * Windows are compared by the hashes of their lines: who finds one compares the letters.
 */
export class LineWindows {
  readonly #mostPlaces: number;
  #hashes = new Int32Array(0);
  #lines = 0;
  /** Of windows that are alike the first, by what they hash to: half of it is empty at least. */
  #slots = new Int32Array(smallestTable).fill(empty);
  #taken = 0;
  /** The places behind the first, by the first: most windows have none. */
  readonly #later = new Map<number, number[]>();

  /** @param mostPlaces how many places of one window are remembered, the earliest */
  constructor(mostPlaces: number) {
    this.#mostPlaces = mostPlaces;
  }

  /** Adds the lines of a text behind all others. */
  push({ hashes }: TextLines): void {
    const lines = this.#lines + hashes.length;
    if (lines > this.#hashes.length) {
      const longer = new Int32Array(Math.max(lines, 2 * this.#lines));
      longer.set(this.#hashes.subarray(0, this.#lines));
      this.#hashes = longer;
    }
    this.#hashes.set(hashes, this.#lines);
    this.#lines = lines;
    this.#makeRoom(this.#taken + hashes.length);
  }

  /** Remembers the window that begins at a line that was pushed. */
  remember(place: number): void {
    const slot = this.#slotOf(this.#hashes, place);
    const first = this.#slots[slot] ?? empty;
    if (first === empty) {
      this.#slots[slot] = place;
      this.#taken += 1;
    } else if (this.#mostPlaces > 1) {
      const later = this.#later.get(first);
      if (later === undefined) this.#later.set(first, [place]);
      else if (later.length + 1 < this.#mostPlaces) later.push(place);
    }
  }

  /** Where a window like the one at a line of a text is remembered first, or -1. */
  firstLike({ hashes }: TextLines, index: number): number {
    return this.#slots[this.#slotOf(hashes, index)] ?? empty;
  }

  /** Where windows like that one are remembered, the earliest first. */
  placesLike(lines: TextLines, index: number): readonly number[] {
    const first = this.firstLike(lines, index);
    return first === empty ? [] : [first, ...(this.#later.get(first) ?? [])];
  }

  /** The slot of the window that begins at a line, or the empty one where it would stand. */
  #slotOf(hashes: Int32Array, start: number): number {
    const mask = this.#slots.length - 1;
    let hash = 0;
    for (let offset = 0; offset < windowLines; offset++) hash = Math.imul(hash ^ hashes[start + offset]!, 0x9e3779b1) + offset;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (let place = this.#slots[slot]!; place !== empty; place = this.#slots[slot]!) {
      if (this.#isLike(place, hashes, start)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  #isLike(place: number, hashes: Int32Array, start: number): boolean {
    for (let offset = 0; offset < windowLines; offset++) if (this.#hashes[place + offset] !== hashes[start + offset]) return false;
    return true;
  }

  #makeRoom(windows: number): void {
    if (2 * windows <= this.#slots.length) return;
    const places = this.#slots;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * windows))).fill(empty);
    for (const place of places) if (place !== empty) this.#slots[this.#slotOf(this.#hashes, place)] = place;
  }
}
