import { readNumberedLine } from './numbered-line.ts';

/** One line of a text: what it says, and its number where the text numbers its lines. */
export interface Line {
  readonly raw: string;
  readonly content: string;
  /** -1 where the text has no numbers. */
  readonly number: number;
}

/** Reads the lines of a text for comparison. A line is numbered where the one before it or behind it has the next number: a time or a year is none. */
export function readLines(text: string): readonly Line[] {
  const raw = text.split('\n');
  const read = raw.map((line) => readNumberedLine(line));
  return raw.map((line, index) => {
    const numbered = read[index];
    return numbered !== undefined && (read[index - 1]?.number === numbered.number - 1 || read[index + 1]?.number === numbered.number + 1)
      ? { raw: line, content: numbered.content, number: numbered.number }
      : { raw: line, content: line, number: -1 };
  });
}

/** A text that a prompt shows: a result as it was rendered there, or a text in the input of a call. */
export interface ShownText {
  readonly source: 'result' | 'call';
  /** Counted from 1 among the tool results of the prompt; for a call, the number of the result that answers it. */
  readonly ordinal: number;
  /** What called for a result, in a few words; the argument of a call. */
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
  readonly #texts: ShownText[] = [];
  readonly #results: ShownText[] = [];
  readonly #arguments = new Map<string, ShownText>();

  get length(): number {
    return this.#lines.length;
  }

  /** A table of its own that ends after `length` lines, for a prompt that goes on differently. */
  cut(length: number): ShownLines {
    const copy = new ShownLines();
    for (const { source, label, start, lines } of this.#texts) {
      if (start + lines > length) break;
      copy.add(label, this.#lines.slice(start, start + lines), source);
    }
    return copy;
  }

  /** Adds a result as it was rendered, or a text of the call that the next result answers. */
  add(label: string, lines: readonly Line[], source: ShownText['source'] = 'result'): void {
    const start = this.#lines.length;
    const text: ShownText = { source, ordinal: this.#results.length + 1, label, start, lines: lines.length };
    this.#texts.push(text);
    if (source === 'result') this.#results.push(text);
    else this.#arguments.set(`${text.ordinal} ${label}`, text);
    for (const line of lines) {
      const known = this.#ids.get(line.content);
      const id = known ?? this.#ids.size;
      if (known === undefined) this.#ids.set(line.content, id);
      this.#contents.push(id);
      this.#lines.push(line);
    }
    // A window never reaches into the next text: lines of two texts do not stand in a row.
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

  /** The text that holds a place. */
  textAt(place: number): ShownText | undefined {
    let low = 0;
    let high = this.#texts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#texts[middle]?.start ?? 0) <= place) low = middle;
      else high = middle - 1;
    }
    return this.#texts[low];
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
