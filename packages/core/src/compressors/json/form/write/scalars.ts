import { RawNumber, type Excerpt, type JsonValue } from '../../model.ts';
import { mentionsOwnMarks, spellData, spellString, tellsAbsence } from '../../spell/spell-string.ts';
import { excerptText, spellExcerpt } from '../../spell/spell-value.ts';
import { NUMBER, WORDS } from '../grammar.ts';

/**
 * Where a text stands decides which signs end it: in a `line` of its own only the end of the line; in a `row` comma, semicolon and the end of the line; in a `header` also a closing parenthesis and `~`;
 * `inner`, in brackets, also every closing bracket.
 */
export type Level = 'line' | 'row' | 'header' | 'inner';

/** Whether digits in a bare text are a number or (in columns that hold only strings) a string. */
export type Digits = 'number' | 'text';

/** A text that begins like JSON in a string is quoted. */
const LIKE_OPENED = /^json[:\w]*[[{(]/;

/** In brackets a text that begins like the name of a type is quoted: `[@name ` opens a list of references. */
const REFERRING = /^@[A-Za-z_]\w* /;

const PADDED = /^`|`$|^ [^]* $/;

const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Surrogate}/u;
/** Whether halves of pairs stand alone is asked only where there are any, for that takes long. */
const PERHAPS_UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ud800-\udfff]/;
const ESCAPED = /["\\\u0000-\u001f]|\p{Surrogate}/u;

export function spellText(text: string, level: Level, digits: Digits = 'number'): string {
  return isBare(text, level, digits) ? text : quoteData(text);
}

function isBare(text: string, level: Level, digits: Digits): boolean {
  if (text === '') return false;
  const table = signs;
  const first = text.charCodeAt(0);
  // White space at the ends nobody sees.
  if ((((table[first] as number) & sign.opening) | ((table[text.charCodeAt(text.length - 1)] as number) & sign.space)) !== 0) return false;
  if (text.length <= LONGEST_WORD && WORDS.has(text)) return false;
  if (first === AT) {
    if (text.includes('`') || (level === 'inner' && REFERRING.test(text))) return false;
  } else if (first === NUMBER_SIGN) {
    if (isDigit(text.charCodeAt(1))) return false;
  } else if (first === LETTER_J && LIKE_OPENED.test(text)) return false;
  const ends = endsIn[level];
  let seen = 0;
  for (let at = 0; at < text.length; at++) {
    seen |= table[text.charCodeAt(at)] as number;
    if ((seen & ends) !== 0) return false;
  }
  if ((seen & sign.doubtful) !== 0 && (/\p{Surrogate}/u.test(text) || mentionsOwnMarks(text) || tellsAbsence(text))) return false;
  return digits === 'text' || !(first === MINUS || isDigit(first)) || !NUMBER.test(text);
}

const MINUS = 45;
const NUMBER_SIGN = 35;
const AT = 64;
const LETTER_J = 106;
const LONGEST_WORD = Math.max(...[...WORDS].map((word) => word.length));

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** What a character is to a bare text; bits. `opening`: at the beginning it would be read as something else. */
const sign = { control: 1, comma: 2, parenthesis: 4, tilde: 8, bracket: 16, doubtful: 32, opening: 64, space: 128 } as const;

/** Signs that end a bare text. */
const endsIn: Readonly<Record<Level, number>> = {
  line: sign.control,
  row: sign.control | sign.comma,
  header: sign.control | sign.comma | sign.parenthesis | sign.tilde,
  inner: sign.control | sign.comma | sign.parenthesis | sign.bracket,
};

/** Doubtful is what our own marks, statements of absence and lone surrogates hold. */
const signs = new Uint8Array(0x10000).fill(sign.control, 0, 32).fill(sign.doubtful, 0xd800, 0xe000);
for (const [characters, bit] of [
  [',;', sign.comma],
  [')', sign.parenthesis],
  ['~', sign.tilde],
  [']}', sign.bracket],
  ['<_…', sign.doubtful],
] as const)
  for (const character of characters) signs[character.charCodeAt(0)] = bit;
for (const character of '"`()[]{}=…~') mark(character.charCodeAt(0), sign.opening);
for (let code = 0; code < signs.length; code++) if (/\s/.test(String.fromCharCode(code))) mark(code, sign.opening | sign.space);

function mark(code: number, bits: number): void {
  signs[code] = (signs[code] as number) | bits;
}

/**
 * A text in quotes: JSON's where it needs no escapes, else raw between as many backticks as it does not hold itself. As in Markdown, a space at both ends
 * belongs to the fence: it stands there where the text has a backtick at an end, or spaces at both.
 */
export function quoteText(text: string): string {
  return ESCAPED.test(text) && canFence(text) ? fenceText(text) : spellString(text);
}

/** A text of the payload in quotes; what reads like an absence that we state has an escape. */
export function quoteData(text: string): string {
  return tellsAbsence(text) ? spellData(text) : quoteText(text);
}

/** A text with a longer run of backticks would need a longer fence. */
const LONG_RUN = '`'.repeat(8);

/** Whether a text may stand raw between backticks: no control characters but tabs and line ends, no lone surrogates, none of our marks. */
export function canFence(text: string): boolean {
  return !(PERHAPS_UNWRITABLE.test(text) && UNWRITABLE.test(text)) && !mentionsOwnMarks(text) && !text.includes(LONG_RUN);
}

export function fenceText(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1);
  return PADDED.test(text) ? `${fence} ${text} ${fence}` : `${fence}${text}${fence}`;
}

/** The longest run of backticks. */
function longestRun(text: string): number {
  let longest = 0;
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const from = at;
    while (text[at] === '`') at++;
    longest = Math.max(longest, at - from);
  }
  return longest;
}

export function spellScalar(
  value: null | boolean | number | string | RawNumber | Excerpt,
  level: Level,
  digits: Digits = 'number',
): string {
  if (typeof value === 'string') return spellText(value, level, digits);
  if (value instanceof RawNumber) return value.source;
  if (typeof value === 'object' && value !== null) return spellCut(value);
  return String(value);
}

/** A cut text, raw between backticks where it can be. */
function spellCut(excerpt: Excerpt): string {
  const looksCut = excerpt.pieces.some((piece) => typeof piece === 'string' && tellsAbsence(piece));
  return looksCut ? spellExcerpt(excerpt) : quoteText(excerptText(excerpt));
}

export type Scalar = Exclude<JsonValue, object> | RawNumber;
