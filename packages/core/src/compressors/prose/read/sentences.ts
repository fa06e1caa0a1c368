import { charCodes } from '../../../text/char-codes.ts';
import { abbreviations } from './abbreviations.ts';

/** What a sentence ends with where a space must follow. */
const stop = 0x2e;
const spacedEnds = '.!?…؟۔।॥';
/** Ends of scripts that put no space behind them. */
const unspacedEnds = '。！？｡．';
/** What may stand between the end sign and the space. */
const closers = '"\'”’»«›)]}」』）］】》〉*_';
const openers = '"\'“‘«»„‹([{「『（［【《〈*_¿¡-–—•';
/** What a sign can be, as bits. */
const endsSpaced = 1;
const endsUnspaced = 2;
const closes = 4;
const opens = 8;
/** The bits of each code unit: every character of a text is looked up. */
const signs = new Uint8Array(0x10000);
for (const [bit, characters] of [
  [endsSpaced, spacedEnds],
  [endsUnspaced, unspacedEnds],
  [closes, closers],
  [opens, openers],
] as const)
  for (const character of characters) signs[character.charCodeAt(0)]! |= bit;

/** Whether a sign stands at a place of a text, by its bits. */
const is = (codes: Uint16Array, at: number, bits: number): boolean => ((signs[codes[at] ?? 0] ?? 0) & bits) !== 0;

const backtick = 0x60;
const longestAbbreviation = 6;
/** A number up to this before a stop may be the day of a date (`3. Oktober`) or of a list. */
const lastDay = 31;

/**
 * Where the sentences of `text[start..end)` begin, the first at `start`; the spaces behind a sentence belong to it. Linear, no locale: the same on every machine (I4).
 *
 * Errs by joining: behind an abbreviation, an initial, a number that may be an ordinal, before a small letter and within a code span no sentence ends.
 *
 * @param codes the code units of the text
 * @example splitSentences('Dr. No came. He left.', 0, 21) // [0, 13]
 */
export function splitSentences(text: string, start: number, end: number, codes: Uint16Array = charCodes(text)): number[] {
  const signOf = signs;
  const starts = [start];
  let closedTicks = true;
  for (let at = start; at < end; at += 1) {
    const code = codes[at]!;
    if (code === backtick && closedTicks) {
      const close = text.indexOf('`', at + 1);
      // A tick without a partner is looked for once.
      if (close < 0 || close >= end) closedTicks = false;
      else at = close;
      continue;
    }
    const sign = signOf[code]!;
    if ((sign & (endsSpaced | endsUnspaced)) === 0) continue;
    const unspaced = (sign & endsUnspaced) !== 0;
    const behind = endOfSentence(codes, at, end);
    const next = skipSpaces(codes, behind, end);
    if (
      next < end &&
      (unspaced ||
        (next > behind && beginsSentence(codes, next, end) && !(code === stop && isShortened(text, codes, { start: starts.at(-1)!, at }))))
    )
      starts.push(next);
    at = Math.max(at, behind - 1);
  }
  return starts;
}

/**
 * Whether a line of wrapped text ends with the end of a sentence, so that the text may be cut behind it.
 *
 * @param next where the next line's text begins
 */
export function endsSentence(
  text: string,
  codes: Uint16Array,
  { start, end, next }: { readonly start: number; readonly end: number; readonly next: number },
): boolean {
  let last = end;
  while (last > start && (is(codes, last - 1, closes) || isSpace(codes[last - 1]!))) last -= 1;
  if (last <= start) return false;
  if (is(codes, last - 1, endsUnspaced)) return true;
  if (!is(codes, last - 1, endsSpaced)) return false;
  return beginsSentence(codes, next, codes.length) && !(codes[last - 1] === stop && isShortened(text, codes, { start, at: last - 1 }));
}

/** Behind the run of end signs, closing quotes and marks of notes such as `[12]`. */
function endOfSentence(codes: Uint16Array, at: number, end: number): number {
  let behind = at + 1;
  while (behind < end && is(codes, behind, endsSpaced | endsUnspaced | closes)) behind += 1;
  for (;;) {
    let note = behind + 1;
    if (codes[behind] !== 0x5b) return behind;
    while (note < end && note < behind + 5 && isDigit(codes[note]!)) note += 1;
    if (note === behind + 1 || codes[note] !== 0x5d) return behind;
    behind = note + 1;
  }
}

function skipSpaces(codes: Uint16Array, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(codes[at]!)) at += 1;
  return at;
}

function beginsSentence(codes: Uint16Array, from: number, end: number): boolean {
  let at = from;
  while (at < end && is(codes, at, opens)) at += 1;
  if (at >= codes.length) return true;
  const code = codes[at]!;
  if (code < 0x80) return code < 0x61 || code > 0x7a;
  const character = String.fromCharCode(code);
  return character === character.toUpperCase() || character !== character.toLowerCase();
}

/** Whether the word before a stop is an abbreviation, an initial or a number that may be an ordinal. */
function isShortened(text: string, codes: Uint16Array, { start, at }: { readonly start: number; readonly at: number }): boolean {
  let from = at;
  while (from > start && at - from <= longestAbbreviation && !isSpace(codes[from - 1]!) && !is(codes, from - 1, opens)) from -= 1;
  if (at - from > longestAbbreviation || from === at) return false;
  const word = text.slice(from, at);
  if (/^\d{1,2}$/.test(word)) return Number(word) <= lastDay;
  const lower = word.toLowerCase();
  if (word.length === 1) return lower !== word;
  return abbreviations.has(lower) || /^(?:\p{L}\.)+\p{L}$/u.test(word);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d || code === 0xa0 || code === 0x3000 || code === 0xfeff;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
