import { readGutter, type Gutter } from './numbered-line.ts';

/** One line of a text: what it says, and its number where the text numbers its lines. */
export interface Line {
  readonly raw: string;
  readonly content: string;
  /** -1 where the text has no numbers. */
  readonly number: number;
}

/** Of a longer line so many units at either end are told apart, with its length: it is compared letter by letter before anything is told by it. */
const hashedAtEnd = 256;

/**
 * The lines of a text for comparison, as places in it: a log has a million of them, of which none is made a string before another one looks like it.
 *
 * A line is numbered where the one before it or behind it has the next number: a time or a year is none.
 */
export class TextLines {
  readonly text: string;
  readonly count: number;
  /** Of each line a number for what it says without its own: the same for the same content, hardly ever for another. */
  readonly hashes: Int32Array;
  readonly #starts: Int32Array;
  readonly #contents: Int32Array;
  readonly #numbers: Int32Array;

  constructor(text: string) {
    this.text = text;
    this.#starts = lineStarts(text);
    this.count = this.#starts.length - 1;
    this.#contents = this.#starts.slice(0, this.count);
    this.#numbers = new Int32Array(this.count).fill(-1);
    this.#readNumbers();
    this.hashes = new Int32Array(this.count);
    const units = unitsOf(text);
    for (let index = 0; index < this.count; index++) this.hashes[index] = hashOf(units, this.#contents[index] ?? 0, this.#end(index));
  }

  line(index: number): Line | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return {
      raw: this.text.slice(this.#starts[index], this.#end(index)),
      content: this.text.slice(this.#contents[index], this.#end(index)),
      number: this.#numbers[index] ?? -1,
    };
  }

  /** The lines from `first` up to, not with, `end` as they are written, without the feed behind the last. */
  between(first: number, end: number): string {
    return this.text.slice(this.#starts[first], this.#end(end - 1));
  }

  /** UTF-16 units of these lines as they are written, with the feeds behind them. */
  lengthBetween(first: number, end: number): number {
    return (this.#starts[end] ?? 0) - (this.#starts[first] ?? 0);
  }

  /** Whether two lines are written alike; where neither is numbered, most that are not are told apart without a string of either. */
  areAlike(index: number, other: number): boolean {
    const isPlain = !this.isNumbered(index) && !this.isNumbered(other);
    return (!isPlain || this.hashes[index] === this.hashes[other]) && this.between(index, index + 1) === this.between(other, other + 1);
  }

  isNumbered(index: number): boolean {
    return this.#numbers[index] !== -1;
  }

  #end(index: number): number {
    return (this.#starts[index + 1] ?? this.text.length + 1) - 1;
  }

  #readNumbers(): void {
    let [before, here]: (Gutter | undefined)[] = [undefined, this.#gutter(0)];
    for (let index = 0; index < this.count; index++) {
      const behind = this.#gutter(index + 1);
      if (here !== undefined && (before?.number === here.number - 1 || behind?.number === here.number + 1)) {
        this.#numbers[index] = here.number;
        this.#contents[index] = here.end;
      }
      [before, here] = [here, behind];
    }
  }

  #gutter(index: number): Gutter | undefined {
    return index < this.count ? readGutter(this.text, this.#starts[index] ?? 0) : undefined;
  }
}

/** Where each line begins, and behind them where one more would. */
function lineStarts(text: string): Int32Array {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  starts.push(text.length + 1);
  return new Int32Array(starts);
}

/** The units of a text as numbers: reading them is three times as fast as asking the text for each. */
function unitsOf(text: string): Uint8Array | Uint16Array {
  const bytes = new Uint8Array(text.length);
  const { read, written } = new TextEncoder().encodeInto(text, bytes);
  // As many bytes as units: all of them are ASCII.
  if (read === text.length && written === text.length) return bytes;
  const units = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return units;
}

function hashOf(units: Uint8Array | Uint16Array, start: number, end: number): number {
  const length = end - start;
  let hash = length;
  const firstEnd = Math.min(end, start + hashedAtEnd);
  for (let at = start; at < firstEnd; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  for (let at = Math.max(firstEnd, end - hashedAtEnd); at < end; at++) hash = Math.imul(hash ^ units[at]!, 0x01000193);
  return hash ^ (hash >>> 15);
}
