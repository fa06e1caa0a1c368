import { LineWindows, windowLines } from './line-windows.ts';
import type { TextLines } from './text-lines.ts';

/**
 * The lines of a text that stand in it above a place and are shown there: what it repeats of itself may be told by them.
 *
 * Lines that a reference stands for are no place to refer to.
 */
export class OwnLines {
  readonly #lines: TextLines;
  readonly #windows = new LineWindows(1);
  readonly #hidden: Uint8Array;
  #indexed = 0;

  constructor(lines: TextLines) {
    this.#lines = lines;
    this.#hidden = new Uint8Array(lines.count);
  }

  /** Where the window that begins at a line stands first above it, or -1. */
  placeAbove(index: number): number {
    for (; this.#indexed + windowLines <= index; this.#indexed++)
      if (this.#isShown(this.#indexed)) this.#windows.remember(this.#lines, this.#indexed, this.#indexed);
    return this.#windows.firstLike(this.#lines, index);
  }

  /** Whether a line that stands above another is shown: a reference may refer to it. */
  isShownAbove(place: number, index: number): boolean {
    return place < index && this.#hidden[place] === 0;
  }

  hide(start: number, end: number): void {
    this.#hidden.fill(1, start, end);
  }

  #isShown(start: number): boolean {
    for (let offset = 0; offset < windowLines; offset++) if (this.#hidden[start + offset] === 1) return false;
    return true;
  }
}
