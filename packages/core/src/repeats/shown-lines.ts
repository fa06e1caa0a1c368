import { LineWindows, windowLines } from './line-windows.ts';
import type { TextLines } from './text-lines.ts';

/** A text that a prompt shows: a result as it was rendered there, or a text in the input of a call. */
export interface ShownText {
  readonly source: 'result' | 'call';
  /** Counted from 1 among the tool results of the prompt; for a call, the number of the result that answers it. */
  readonly ordinal: number;
  /** What called for a result, in a few words; the argument of a call. */
  readonly label: string;
  /** Where its first line stands in the table. */
  readonly start: number;
  readonly lines: TextLines;
}

// Candidates per window; the earliest, so that what is added later never changes what was told before.
const candidatesPerWindow = 8;

/**
 * The lines that the results of a prompt show, in a table that only grows: prompts that begin alike share one, each knowing how far it may look.
 */
export class ShownLines {
  readonly #windows = new LineWindows(candidatesPerWindow);
  readonly #texts: ShownText[] = [];
  readonly #results: ShownText[] = [];
  readonly #arguments = new Map<string, ShownText>();
  #length = 0;

  /** Lines in the table. */
  get length(): number {
    return this.#length;
  }

  /** A table of its own that ends after `length` lines, for a prompt that goes on differently. */
  cut(length: number): ShownLines {
    const copy = new ShownLines();
    for (const { source, label, start, lines } of this.#texts) {
      if (start + lines.count > length) break;
      copy.add(label, lines, source);
    }
    return copy;
  }

  /** Adds a result as it was rendered, or a text of the call that the next result answers. */
  add(label: string, lines: TextLines, source: ShownText['source'] = 'result'): void {
    const start = this.#length;
    const text: ShownText = { source, ordinal: this.#results.length + 1, label, start, lines };
    this.#texts.push(text);
    if (source === 'result') this.#results.push(text);
    else this.#arguments.set(`${text.ordinal} ${label}`, text);
    this.#length += lines.count;
    // A window never reaches into the next text: lines of two texts do not stand in a row.
    for (let index = 0; index + windowLines <= lines.count; index++) this.#windows.remember(lines, index, start + index);
  }

  /** Where the window that begins at a line of a text stands among the first `length` lines. */
  places(lines: TextLines, index: number, length: number): readonly number[] {
    return length === 0 ? [] : this.#windows.placesLike(lines, index).filter((place) => place + windowLines <= length);
  }

  /** The text that holds a place of the table. */
  textAt(place: number): ShownText {
    let low = 0;
    let high = this.#texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#texts[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#texts[low] as ShownText;
  }

  /** A result by its number. */
  result(ordinal: number): ShownText | undefined {
    return this.#results[ordinal - 1];
  }

  /** An argument of the call that a result answers. */
  argument(ordinal: number, label: string): ShownText | undefined {
    return this.#arguments.get(`${ordinal} ${label}`);
  }
}
