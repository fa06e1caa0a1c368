/** A text can be made whose sequences all hash alike. Behind so many tries one counts as new: what is equal is then told twice, and nothing takes long. */
const MAXIMUM_TRIES = 64;

/**
 * Finds equal sequences of whole numbers, without making a string of each. A sequence may be begun inside another: it is closed before the outer one goes on.
 */
export class SequenceTable {
  /** Numbers of the sequences that are not closed yet, the inner behind the outer. */
  #open = new Int32Array(256);
  #openEnd = 0;
  /** The numbers of all different sequences, one behind another. */
  #pool = new Int32Array(1024);
  #poolEnd = 0;
  /** Where each different sequence begins in the pool, what it was called, and its hash. */
  readonly #starts: number[] = [];
  readonly #names: number[] = [];
  readonly #hashes: number[] = [];
  /** By hash the number of a sequence, from 1 on; 0 is free. */
  #slots = new Int32Array(256);

  /** Begins a sequence with a number; answers what `close` asks for. */
  begin(head: number): number {
    const from = this.#openEnd;
    this.push(head);
    return from;
  }

  push(number: number): void {
    if (this.#openEnd === this.#open.length) this.#open = doubled(this.#open);
    this.#open[this.#openEnd++] = number;
  }

  /** Closes the innermost sequence: what an equal one was called, or `name` where there was none. */
  close(from: number, name: number): number {
    const open = this.#open;
    const end = this.#openEnd;
    this.#openEnd = from;
    let hash = end - from;
    for (let at = from; at < end; at++) hash = (Math.imul(hash, 0x01000193) ^ (open[at] as number)) | 0;
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash ^= hash >>> 13;
    const mask = this.#slots.length - 1;
    for (let tried = 0; tried < MAXIMUM_TRIES; tried++) {
      const slot = (hash + tried) & mask;
      const entry = this.#slots[slot] as number;
      if (entry === 0) {
        this.#slots[slot] = this.#add(from, end, name, hash);
        if (this.#names.length * 2 > this.#slots.length) this.#grow();
        return name;
      }
      if (this.#isEqual(entry - 1, from, end)) return this.#names[entry - 1] as number;
    }
    return name;
  }

  #add(from: number, end: number, name: number, hash: number): number {
    while (this.#poolEnd + end - from > this.#pool.length) this.#pool = doubled(this.#pool);
    this.#starts.push(this.#poolEnd);
    this.#pool.set(this.#open.subarray(from, end), this.#poolEnd);
    this.#poolEnd += end - from;
    this.#names.push(name);
    this.#hashes.push(hash);
    return this.#names.length;
  }

  #isEqual(entry: number, from: number, end: number): boolean {
    const start = this.#starts[entry] as number;
    const length = (entry + 1 < this.#starts.length ? (this.#starts[entry + 1] as number) : this.#poolEnd) - start;
    if (length !== end - from) return false;
    const pool = this.#pool;
    const open = this.#open;
    for (let at = 0; at < length; at++) if (pool[start + at] !== open[from + at]) return false;
    return true;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let entry = 0; entry < this.#hashes.length; entry++) {
      const hash = this.#hashes[entry] as number;
      let tried = 0;
      while (tried < MAXIMUM_TRIES && slots[(hash + tried) & mask] !== 0) tried++;
      if (tried < MAXIMUM_TRIES) slots[(hash + tried) & mask] = entry + 1;
    }
    this.#slots = slots;
  }
}

function doubled(full: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(full.length * 2);
  larger.set(full);
  return larger;
}
