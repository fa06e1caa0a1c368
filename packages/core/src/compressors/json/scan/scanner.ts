import { JsonObject, type JsonValue } from '../model.ts';
import { endOfNumber, numberBetween } from './scan-number.ts';
import { unescapeString } from './scan-string.ts';
import { ShapeTable, type ShapeStep } from './shape-table.ts';

/** Containers nested deeper than this are declined: nothing that is read needs more, and the scanner recurses once per level. */
export const MAXIMUM_DEPTH = 500;

/** A container that was not closed where a scan stopped. */
export interface OpenContainer {
  readonly closer: ']' | '}';
  /** How many whole elements or members it holds, and the index behind the last of them. */
  readonly children: number;
  readonly end: number;
}

/**
 * What a scan found: a value and the index behind it, or why there is none and what was open, the innermost first. `ended` says that the text stopped inside
 * a value.
 */
export type ScanResult =
  | { readonly status: 'value'; readonly value: JsonValue; readonly end: number }
  | { readonly status: 'malformed' | 'ended' | 'too-deep'; readonly at: number; readonly open: readonly OpenContainer[] };

const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;
const NO_VALUES: readonly JsonValue[] = [];

/**
 * Scans one JSON value that starts at `from` (white space before it is skipped): strict JSON, exactly what `JSON.parse` accepts, but key order,
 * duplicate keys and the spelling of numbers are kept. Linear in the text; declines below 500 levels.
 *
 * @example
 * scanValue('{"a":1.0}', 0); // { status: 'value', value: JsonObject, end: 9 }
 */
export function scanValue(text: string, from: number, shapes: ShapeTable = new ShapeTable()): ScanResult {
  const scanner = new Scanner(text, from, shapes);
  const value = scanner.value(0);
  if (value !== undefined) return { status: 'value', value, end: scanner.at };
  const status = scanner.deep ? 'too-deep' : scanner.at >= text.length ? 'ended' : 'malformed';
  return { status, at: Math.min(scanner.at, text.length), open: scanner.open };
}

/** One pass over a text. A failed method answers undefined and leaves `at` where it stopped (`undefined` is no JSON value). */
class Scanner {
  at: number;
  deep = false;
  readonly open: OpenContainer[] = [];
  readonly #text: string;
  readonly #shapes: ShapeTable;

  constructor(text: string, from: number, shapes: ShapeTable) {
    this.#text = text;
    this.at = from;
    this.#shapes = shapes;
  }

  value(depth: number): JsonValue | undefined {
    const code = this.#solid();
    if (code === QUOTE) return this.#string();
    if (code === OPEN_OBJECT) return this.#object(depth);
    if (code === OPEN_LIST) return this.#list(depth);
    if (code === 116) return this.#word('true', true);
    if (code === 102) return this.#word('false', false);
    if (code === 110) return this.#word('null', null);
    return this.#number();
  }

  /** The code of the next character that is no white space; NaN at the end. */
  #solid(): number {
    const text = this.#text;
    let at = this.at;
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9) code = text.charCodeAt(++at);
    this.at = at;
    return code;
  }

  #word<V extends boolean | null>(word: string, value: V): V | undefined {
    if (this.#text.startsWith(word, this.at)) {
      this.at += word.length;
      return value;
    }
    if (word.startsWith(this.#text.slice(this.at))) this.at = this.#text.length;
    return undefined;
  }

  #number(): JsonValue | undefined {
    const from = this.at;
    const end = endOfNumber(this.#text, from);
    if (end < 0) {
      const rest = this.#text.length - from;
      if (rest < 64 && /^-?(\d[\d.eE+-]*)?$/.test(this.#text.slice(from))) this.at = this.#text.length;
      return undefined;
    }
    this.at = end;
    return numberBetween(this.#text, from, end);
  }

  #string(): string | undefined {
    const text = this.#text;
    const from = this.at + 1;
    let escaped = false;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        const content = escaped ? unescapeString(text, from, at) : text.slice(from, at);
        this.at = content === undefined ? from : at + 1;
        return content;
      }
      if (code < 32) {
        this.at = at;
        return undefined;
      }
      if (code === BACKSLASH) {
        escaped = true;
        at++;
      }
    }
    this.at = text.length;
    return undefined;
  }

  #list(depth: number): JsonValue | undefined {
    if (this.#tooDeep(depth)) return undefined;
    this.at++;
    if (this.#solid() === CLOSE_LIST) {
      this.at++;
      return NO_VALUES;
    }
    const values: JsonValue[] = [];
    for (let end = this.at; ;) {
      const value = this.value(depth + 1);
      if (value === undefined) return this.#leaveOpen(']', values.length, end);
      values.push(value);
      end = this.at;
      const code = this.#solid();
      if (code !== COMMA && code !== CLOSE_LIST) return this.#leaveOpen(']', values.length, end);
      this.at++;
      if (code === CLOSE_LIST) return values;
    }
  }

  #leaveOpen(closer: OpenContainer['closer'], children: number, end: number): undefined {
    this.open.push({ closer, children, end });
  }

  #object(depth: number): JsonValue | undefined {
    if (this.#tooDeep(depth)) return undefined;
    this.at++;
    let step = this.#shapes.root;
    if (this.#solid() === CLOSE_OBJECT) {
      this.at++;
      return new JsonObject(this.#shapes.shapeAt(step), NO_VALUES);
    }
    const values: JsonValue[] = [];
    for (let end = this.at; ;) {
      const next = this.#key(step);
      if (next === undefined) return this.#leaveOpen('}', values.length, end);
      step = next;
      const value = this.value(depth + 1);
      if (value === undefined) return this.#leaveOpen('}', values.length, end);
      values.push(value);
      end = this.at;
      const code = this.#solid();
      if (code !== COMMA && code !== CLOSE_OBJECT) return this.#leaveOpen('}', values.length, end);
      this.at++;
      if (code === CLOSE_OBJECT) return new JsonObject(this.#shapes.shapeAt(step), values);
    }
  }

  /** Reads a key and its colon. The key that followed here in the object before is compared in place, without making a string. */
  #key(step: ShapeStep): ShapeStep | undefined {
    if (this.#solid() !== QUOTE) return undefined;
    const text = this.#text;
    let next: ShapeStep | undefined;
    if (step.expectedStep !== undefined && step.expected !== '' && text.startsWith(step.expected, this.at)) {
      this.at += step.expected.length;
      next = step.expectedStep;
    } else {
      const from = this.at;
      const key = this.#string();
      if (key === undefined) return undefined;
      next = this.#shapes.follow(step, key, text.slice(from, this.at));
    }
    if (this.#solid() !== COLON) return undefined;
    this.at++;
    return next;
  }

  #tooDeep(depth: number): boolean {
    if (depth < MAXIMUM_DEPTH) return false;
    this.deep = true;
    return true;
  }
}
