import { RawNumber, type Excerpt, type JsonValue } from '../../model.ts';
import { mentionsOwnMarks, spellString } from '../../spell/spell-string.ts';
import { excerptText } from '../../spell/spell-value.ts';
import { NUMBER, WORDS } from '../grammar.ts';

/**
 * Where a text stands decides which signs end it: in a `row` comma, semicolon and the end of the line; in a `header` also a closing parenthesis and `~`;
 * `inner`, in brackets, also every closing bracket.
 */
export type Level = 'row' | 'header' | 'inner';

/** Whether digits in a bare text are a number or (in columns that hold only strings) a string. */
export type Digits = 'number' | 'text';

/* eslint-disable no-control-regex */
const ENDS: Readonly<Record<Level, RegExp>> = {
  row: /[,;\u0000-\u001f]/,
  header: /[,;)~\u0000-\u001f]/,
  inner: /[,;)\]}\u0000-\u001f]/,
};

/** What would be read as something else at the beginning of a bare text; and white space at its ends, which nobody sees. */
const MARKED = /^[\s"`()[\]{}=…~]|^#\d|^@[A-Za-z_]\w* |\s$/;

const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f]|\p{Surrogate}/u;
const ESCAPED = /["\\\u0000-\u001f]|\p{Surrogate}/u;
/* eslint-enable no-control-regex */

const FIRST_DIGITS = /^[-\d]/;

export function spellText(text: string, level: Level, digits: Digits = 'number'): string {
  return isBare(text, level, digits) ? text : quoteText(text);
}

function isBare(text: string, level: Level, digits: Digits): boolean {
  if (text === '' || ENDS[level].test(text) || MARKED.test(text) || WORDS.has(text)) return false;
  if (digits === 'number' && FIRST_DIGITS.test(text) && NUMBER.test(text)) return false;
  return !/\p{Surrogate}/u.test(text) && !mentionsOwnMarks(text);
}

/** A text in quotes: JSON's where it needs no escapes, else raw between as many backticks as it does not hold itself. */
export function quoteText(text: string): string {
  if (!ESCAPED.test(text) || UNWRITABLE.test(text) || text.startsWith('`') || text.endsWith('`') || mentionsOwnMarks(text)) return spellString(text);
  const fence = '`'.repeat(longestRun(text) + 1);
  return `${fence}${text}${fence}`;
}

function longestRun(text: string): number {
  let longest = 0;
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const from = at;
    while (text[at] === '`') at++;
    longest = Math.max(longest, at - from);
  }
  return longest;
}

export function spellScalar(value: null | boolean | number | string | RawNumber | Excerpt, level: Level, digits: Digits = 'number'): string {
  if (typeof value === 'string') return spellText(value, level, digits);
  if (value instanceof RawNumber) return value.source;
  if (typeof value === 'object' && value !== null) return quoteText(excerptText(value));
  return String(value);
}

export type Scalar = Exclude<JsonValue, object> | RawNumber;
