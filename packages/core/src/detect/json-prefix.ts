/** How far a text follows the JSON grammar from a place on. */
export interface JsonPrefix {
  /** `complete`: one whole value; `open`: valid as far as was looked; `broken`: not JSON. */
  readonly status: 'complete' | 'open' | 'broken';
  /** Where the value ended, the look ended, or the grammar broke. */
  readonly end: number;
  /** How many values, names and brackets were read. */
  readonly tokens: number;
}

type Expectation = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'comma-or-end';

const literal = /(?:true|false|null|NaN|-?Infinity|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])/y;
const cutLiteral = /[-+.\w]*/y;
const blank = /[ \t\r\n]*/y;

/**
 * Reads one object or array from `start` by the JSON grammar, at most `limit` characters of it.
 *
 * A truncated value is `open`, since it is valid as far as it goes.
 */
export function readJsonPrefix(text: string, start: number, limit: number): JsonPrefix {
  const stop = Math.min(text.length, start + limit);
  const opened: ('{' | '[')[] = [];
  let expected = 'value' as Expectation;
  let tokens = 0;
  let at = start;
  for (;;) {
    at = skip(blank, text, at);
    if (at >= stop) return { status: 'open', end: stop, tokens };
    const character = text[at];
    tokens++;
    if (character === '}' || character === ']') {
      const [opener, empty]: [string, Expectation] = character === '}' ? ['{', 'name-or-end'] : ['[', 'value-or-end'];
      if ((expected !== 'comma-or-end' && expected !== empty) || opened.pop() !== opener) return { status: 'broken', end: at, tokens };
      at++;
      if (opened.length === 0) return { status: 'complete', end: at, tokens };
      expected = 'comma-or-end';
    } else if (character === ',' || character === ':') {
      if (expected !== (character === ',' ? 'comma-or-end' : 'colon')) return { status: 'broken', end: at, tokens };
      expected = character === ',' && opened.at(-1) === '{' ? 'name' : 'value';
      at++;
    } else if (character === '"') {
      if (expected === 'colon' || expected === 'comma-or-end') return { status: 'broken', end: at, tokens };
      const end = stringEnd(text, at, stop);
      if (end === 'open') return { status: 'open', end: stop, tokens };
      if (end === 'broken') return { status: 'broken', end: at, tokens };
      expected = expected === 'name' || expected === 'name-or-end' ? 'colon' : 'comma-or-end';
      at = end;
    } else {
      if (expected !== 'value' && expected !== 'value-or-end') return { status: 'broken', end: at, tokens };
      if (character === '{' || character === '[') {
        opened.push(character);
        expected = character === '{' ? 'name-or-end' : 'value-or-end';
        at++;
      } else {
        const end = skip(literal, text, at);
        if (end === at)
          return { status: skip(cutLiteral, text, at) >= stop && at < skip(cutLiteral, text, at) ? 'open' : 'broken', end: at, tokens };
        expected = 'comma-or-end';
        at = end;
      }
    }
  }
}

/** Where the bracket at `start` is closed, found by counting brackets outside strings; the end of the text if it never is. Linear. */
export function jsonExtent(text: string, start: number): number {
  const interesting = /["{}[\]]/g;
  interesting.lastIndex = start;
  let depth = 0;
  while (interesting.test(text)) {
    const at = interesting.lastIndex - 1;
    const character = text[at];
    if (character === '"') {
      const end = closingQuote(text, at);
      if (end === undefined) return text.length;
      interesting.lastIndex = end;
    } else if (character === '{' || character === '[') depth++;
    else if (--depth <= 0) return at + 1;
  }
  return text.length;
}

const inString = /["\\\n]/g;

/** Where a string ends that may be long; undefined where it is never closed. */
function closingQuote(text: string, quote: number): number | undefined {
  inString.lastIndex = quote + 1;
  while (inString.test(text)) {
    const at = inString.lastIndex;
    const sign = text[at - 1];
    if (sign === '"') return at;
    if (sign === '\n') return undefined;
    inString.lastIndex = at + 1;
  }
  return undefined;
}

function stringEnd(text: string, quote: number, stop: number): number | 'open' | 'broken' {
  for (let at = quote + 1; at < stop; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code === 0x5c) at++;
    else if (code === 0x0a) return 'broken';
  }
  return 'open';
}

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
