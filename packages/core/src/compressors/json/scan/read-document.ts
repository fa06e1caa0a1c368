import { JsonObject, type JsonValue } from '../model.ts';
import { recogniseSpelling } from '../spell/recognise-spelling.ts';
import { toAscii } from '../spell/spell-string.ts';
import type { Spelling } from '../spell/spelling.ts';
import type { JsonDocument } from './document.ts';
import { scanValue } from './scanner.ts';
import { ShapeTable } from './shape-table.ts';

/** How many places in front of a document are tried as its beginning: each failed try costs at most one pass over the text. */
const MAXIMUM_TRIES = 8;

/** JSON between other texts is read as JSON only where it is at least this share of the whole. */
const MINIMUM_SHARE = 0.5;

/** So many strings may hold one another around a document. */
const MAXIMUM_STRINGS = 3;

const CODE_LINE_FEED = 10;
const BYTE_ORDER_MARK = '\ufeff';

interface Run {
  readonly values: JsonValue[];
  readonly separators: 'line' | 'other';
  readonly from: number;
  readonly end: number;
}

/**
 * Reads a text as JSON: one document, JSON lines (blank lines tolerated), documents one behind another, JSON between a preamble and an epilogue, or a JSON
 * string that holds a document. Answers undefined for anything else: no JSON, truncated JSON, nesting below 500 levels.
 *
 * Lossless up to white space between the tokens: `values` keep key order, duplicate keys and number spellings. Linear in the text.
 *
 * @example
 * readDocument('{"a":1}\n{"a":2}')?.layout; // 'lines'
 */
export function readDocument(text: string): JsonDocument | undefined {
  const start = firstSolid(text, text.startsWith(BYTE_ORDER_MARK) ? 1 : 0);
  if (start === text.length) return undefined;
  const shapes = new ShapeTable();
  const preamble = start > 0 && text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const whole = readRun(text, start, shapes);
  if (whole === 'declined') return undefined;
  if (whole !== undefined && whole.end === text.length) return finish(text, whole, preamble, '', shapes);
  if (whole !== undefined && acceptable(text, whole)) return finish(text, whole, preamble, text.slice(whole.end), shapes);
  return readAfterPreamble(text, start, shapes);
}

function readAfterPreamble(text: string, start: number, shapes: ShapeTable): JsonDocument | undefined {
  for (const from of possibleBeginnings(text, start)) {
    if (text.length - from < text.length * MINIMUM_SHARE) return undefined;
    const run = readRun(text, from, shapes);
    if (run === 'declined') return undefined;
    if (run === undefined || !acceptable(text, run)) continue;
    return finish(text, run, text.slice(0, from), text.slice(run.end), shapes);
  }
  return undefined;
}

/** Where a document may begin behind a preamble: the first bracket of the text, and brackets that open a line. */
function possibleBeginnings(text: string, start: number): number[] {
  const found: number[] = [];
  const opening = /[{[]/g;
  opening.lastIndex = start;
  const first = opening.exec(text);
  if (first !== null && first.index > start) found.push(first.index);
  const atLine = /\n[ \t]*(?=[{[])/g;
  atLine.lastIndex = start;
  for (let match = atLine.exec(text); match !== null && found.length < MAXIMUM_TRIES; match = atLine.exec(text)) {
    const at = match.index + match[0].length;
    if (at !== found[0]) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

/** Whether what stands around a run may be kept as text: it begins with a container, and is enough of the whole. */
function acceptable(text: string, run: Run): boolean {
  if (run.end - run.from < text.length * MINIMUM_SHARE) return false;
  const [first] = run.values;
  return first !== undefined && isContainer(first);
}

function isContainer(value: JsonValue): boolean {
  return value instanceof JsonObject || Array.isArray(value);
}

/**
 * As many documents as stand one behind another, and the index where they stop (trailing white space included if nothing else follows). Undefined where
 * none begins here. Numbers and words count only on lines of their own, between or behind containers; `declined` where one begins that is cut off at the end of the text or nested too deep: what it holds inside is no document.
 */
function readRun(text: string, from: number, shapes: ShapeTable): Run | 'declined' | undefined {
  const values: JsonValue[] = [];
  let separators: Run['separators'] = 'line';
  let kept = 0;
  let end = from;
  for (let at = from; at < text.length;) {
    const result = scanValue(text, at, shapes);
    if (result.status === 'too-deep' || (result.status === 'ended' && values.length === 0)) return 'declined';
    if (result.status !== 'value') break;
    const next = firstSolid(text, result.end);
    const alone = next === text.length || holdsLineFeed(text, result.end, next);
    if (!isContainer(result.value) && (separators === 'other' || !alone)) break;
    values.push(result.value);
    if (!alone) separators = 'other';
    at = next;
    if (isContainer(result.value) || next === text.length) {
      kept = values.length;
      end = next === text.length ? next : result.end;
    }
  }
  if (kept > 1 && !values.some(isContainer)) return undefined;
  return kept > 0 ? { values: values.slice(0, kept), separators, from, end } : undefined;
}

function finish(text: string, run: Run, preamble: string, epilogue: string, shapes: ShapeTable): JsonDocument | undefined {
  const [only] = run.values;
  if (typeof only === 'string' && preamble === '' && epilogue === '') return readInString(only) ?? single(only, shapes);
  if (run.values.length === 1) return { layout: 'single', values: run.values, preamble, epilogue, shapes };
  const layout = run.separators === 'line' && epilogue === '' && oneToALine(text, run.values.length) ? 'lines' : 'sequence';
  return { layout, values: run.values, preamble, epilogue, shapes };
}

const single = (value: JsonValue, shapes: ShapeTable): JsonDocument => ({
  layout: 'single',
  values: [value],
  preamble: '',
  epilogue: '',
  shapes,
});

/**
 * A string that holds JSON is read through only if its text can be written again exactly: white space in a string is part of the value. Strings that hold
 * nothing but such a string are read through too, up to three of them.
 */
function readInString(content: string): JsonDocument | undefined {
  const strings: string[] = [];
  let text = content;
  while (text.startsWith('"') && strings.length < MAXIMUM_STRINGS - 1) {
    const inner = scanValue(text, 0, new ShapeTable());
    if (inner.status !== 'value' || typeof inner.value !== 'string' || inner.end !== text.length) return undefined;
    strings.push(text);
    text = inner.value;
  }
  if (text.length < 2 || !/^[{[]/.test(text)) return undefined;
  const shapes = new ShapeTable();
  const result = scanValue(text, 0, shapes);
  if (result.status !== 'value' || result.end !== text.length) return undefined;
  const inString = recogniseSpelling(text, result.value);
  if (inString === undefined) return undefined;
  const document = { ...single(result.value, shapes), inString };
  if (strings.length === 0) return document;
  const stringLevels = strings.length === 1 ? 2 : 3;
  return quoteAgain(text, inString, stringLevels) === content ? { ...document, stringLevels } : undefined;
}

/** The text of a string that stands in so many strings, without the outermost quotes. */
function quoteAgain(text: string, { letters }: Spelling, levels: number): string {
  let spelled = text;
  for (let level = 1; level < levels; level++) {
    const plain = JSON.stringify(spelled);
    spelled = letters === 'ascii' ? toAscii(plain) : plain;
  }
  return spelled;
}

/** Whether a text has exactly as many lines that are not blank as it has documents. */
function oneToALine(text: string, count: number): boolean {
  let lines = 0;
  for (let at = 0; at < text.length && lines <= count; lines++) {
    const feed = text.indexOf('\n', firstSolid(text, at));
    if (firstSolid(text, at) === text.length) break;
    at = feed < 0 ? text.length : feed + 1;
  }
  return lines === count;
}

function holdsLineFeed(text: string, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (text.charCodeAt(at) === CODE_LINE_FEED) return true;
  return false;
}

function firstSolid(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return at;
    at++;
  }
}
