import { isNumbered, readNumberedLine } from './numbered-line.ts';

/** One line of a text: what it says, and its number where the text numbers its lines. */
export interface Line {
  readonly raw: string;
  readonly content: string;
  /** -1 where the text has no numbers. */
  readonly number: number;
}

/** Reads the lines of a text for comparison. */
export function readLines(text: string): readonly Line[] {
  const raw = text.split('\n');
  const numbered = isNumbered(raw);
  return raw.map((line) => {
    const read = numbered ? readNumberedLine(line) : undefined;
    return read === undefined ? { raw: line, content: line, number: -1 } : { raw: line, content: read.content, number: read.number };
  });
}

/** A result of the prompt, as it was rendered there. */
export interface ShownResult {
  /** Counted from 1 among the tool results of the prompt. */
  readonly ordinal: number;
  /** What called for it, in a few words. */
  readonly label: string;
  /** Where its first line stands in the table. */
  readonly start: number;
  readonly lines: number;
}

/** Lines that must be alike in a row before a run is looked at. */
export const windowLines = 3;

// Candidates per window; the earliest, so that what is added later never changes what was told before.
const candidatesPerWindow = 8;

/**
 * The lines that the results of a prompt show, in a table that only grows: prompts that begin alike share one, each knowing how far it may look.
 */
export class ShownLines {
  readonly #ids = new Map<string, number>();
  readonly #windows = new Map<string, number[]>();
  readonly #contents: number[] = [];
  readonly #lines: Line[] = [];
  readonly #results: ShownResult[] = [];

  get length(): number {
    return this.#lines.length;
  }

  /** A table of its own that ends after `length` lines, for a prompt that goes on differently. */
  cut(length: number): ShownLines {
    const copy = new ShownLines();
    for (const result of this.#results) {
      if (result.start + result.lines > length) break;
      copy.add(result.label, this.#lines.slice(result.start, result.start + result.lines));
    }
    return copy;
  }

  /** Adds a result as it was rendered. */
  add(label: string, lines: readonly Line[]): void {
    const start = this.#lines.length;
    this.#results.push({ ordinal: this.#results.length + 1, label, start, lines: lines.length });
    for (const line of lines) {
      const known = this.#ids.get(line.content);
      const id = known ?? this.#ids.size;
      if (known === undefined) this.#ids.set(line.content, id);
      this.#contents.push(id);
      this.#lines.push(line);
    }
    // A window never reaches into the next result: lines of two results do not stand in a row.
    for (let at = start; at + windowLines <= this.#contents.length; at++) {
      const key = this.#contents.slice(at, at + windowLines).join();
      const places = this.#windows.get(key);
      if (places === undefined) this.#windows.set(key, [at]);
      else if (places.length < candidatesPerWindow) places.push(at);
    }
  }

  /** Where the window that begins at `lines[index]` stands among the first `length` lines. */
  places(lines: readonly Line[], index: number, length: number): readonly number[] {
    const ids: number[] = [];
    for (let offset = 0; offset < windowLines; offset++) {
      const content = lines[index + offset]?.content;
      const id = content === undefined ? undefined : this.#ids.get(content);
      if (id === undefined) return [];
      ids.push(id);
    }
    return (this.#windows.get(ids.join()) ?? []).filter((place) => place + windowLines <= length);
  }

  line(place: number): Line | undefined {
    return this.#lines[place];
  }

  /** The result that holds a place. */
  resultAt(place: number): ShownResult | undefined {
    let low = 0;
    let high = this.#results.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#results[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#results[low];
  }

  result(ordinal: number): ShownResult | undefined {
    return this.#results[ordinal - 1];
  }
}
