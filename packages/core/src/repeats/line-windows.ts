import type { TextLines } from './text-lines.ts';

/** Lines that must be alike in a row before a run is looked at. */
export const windowLines = 3;

/**
 * Remembers where windows of {@link windowLines} lines stand.
 *
 * Windows are told apart by a number made of the hashes of their lines, so that none takes a string: who finds one compares the letters.
 */
export class LineWindows {
  readonly #mostPlaces: number;
  readonly #first = new Map<number, number>();
  /** The places behind the first: most windows have none. */
  readonly #later = new Map<number, number[]>();

  /** @param mostPlaces how many places of one window are remembered, the earliest */
  constructor(mostPlaces: number) {
    this.#mostPlaces = mostPlaces;
  }

  /** Remembers the window that begins at a line of a text, at a place of the caller's. */
  remember({ hashes }: TextLines, index: number, place: number): void {
    const window = windowAt(hashes, index);
    const later = this.#later.get(window);
    if (!this.#first.has(window)) this.#first.set(window, place);
    else if (later === undefined && this.#mostPlaces > 1) this.#later.set(window, [place]);
    else if (later !== undefined && later.length + 1 < this.#mostPlaces) later.push(place);
  }

  /** Where a window like the one at a line of a text is remembered first, or -1. */
  firstLike({ hashes }: TextLines, index: number): number {
    return this.#first.get(windowAt(hashes, index)) ?? -1;
  }

  /** Where windows like that one are remembered, the earliest first. */
  placesLike({ hashes }: TextLines, index: number): readonly number[] {
    const window = windowAt(hashes, index);
    const first = this.#first.get(window);
    return first === undefined ? [] : [first, ...(this.#later.get(window) ?? [])];
  }
}

function windowAt(hashes: Int32Array, start: number): number {
  let window = 0;
  for (let offset = 0; offset < windowLines; offset++) {
    window = Math.imul(window ^ hashes[start + offset]!, 0x9e3779b1);
    window ^= window >>> 15;
  }
  return window;
}
