import { windowLines, type Line } from './shown-lines.ts';

/**
 * The lines of a text that stand in it above a place and are shown there: what it repeats of itself may be told by them.
 *
 * Lines that a reference stands for are no place to refer to.
 */
export class OwnLines {
  readonly #lines: readonly Line[];
  readonly #ids = new Map<string, number>();
  readonly #idOf: Int32Array;
  readonly #windows = new Map<string, number>();
  readonly #hidden: Uint8Array;
  #indexed = 0;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#hidden = new Uint8Array(lines.length);
    this.#idOf = Int32Array.from(lines, ({ content }) => {
      const id = this.#ids.get(content) ?? this.#ids.size;
      this.#ids.set(content, id);
      return id;
    });
  }

  /** Where the window that begins at a line stands first above it, or -1. */
  placeAbove(index: number): number {
    for (; this.#indexed + windowLines <= index; this.#indexed++) {
      const key = this.#key(this.#indexed);
      if (this.#isShown(this.#indexed) && !this.#windows.has(key)) this.#windows.set(key, this.#indexed);
    }
    return this.#windows.get(this.#key(index)) ?? -1;
  }

  /** A line that is shown above another; undefined where a reference stands for it. */
  lineAbove(place: number, index: number): Line | undefined {
    return place < index && this.#hidden[place] === 0 ? this.#lines[place] : undefined;
  }

  hide(start: number, end: number): void {
    this.#hidden.fill(1, start, end);
  }

  #isShown(start: number): boolean {
    for (let offset = 0; offset < windowLines; offset++) if (this.#hidden[start + offset] === 1) return false;
    return true;
  }

  #key(start: number): string {
    return this.#idOf.subarray(start, start + windowLines).join();
  }
}
