import { abbreviations } from './abbreviations.ts';

/** What a sentence ends with where a space must follow. */
const stop = 0x2e;
const spacedEnds = new Set('.!?…؟۔।॥'.split('').map((sign) => sign.charCodeAt(0)));
/** Ends of scripts that put no space behind them. */
const unspacedEnds = new Set('。！？｡．'.split('').map((sign) => sign.charCodeAt(0)));
/** What may stand between the end sign and the space. */
const closers = new Set('"\'”’»«›)]}」』）］】》〉*_'.split('').map((sign) => sign.charCodeAt(0)));
const openers = new Set('"\'“‘«»„‹([{「『（［【《〈*_¿¡-–—•'.split('').map((sign) => sign.charCodeAt(0)));
const backtick = 0x60;
const longestAbbreviation = 6;
/** A number up to this before a stop may be the day of a date (`3. Oktober`) or of a list. */
const lastDay = 31;

/**
 * Where the sentences of `text[start..end)` begin, the first at `start`; the spaces behind a sentence belong to it. Linear, no locale: the same on every machine (I4).
 *
 * Errs by joining: behind an abbreviation, an initial, a number that may be an ordinal, before a small letter and within a code span no sentence ends.
 *
 * @example splitSentences('Dr. No came. He left.', 0, 21) // [0, 13]
 */
export function splitSentences(text: string, start: number, end: number): number[] {
  const starts = [start];
  let closedTicks = true;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code === backtick && closedTicks) {
      const close = text.indexOf('`', at + 1);
      // A tick without a partner is looked for once.
      if (close < 0 || close >= end) closedTicks = false;
      else at = close;
      continue;
    }
    const unspaced = unspacedEnds.has(code);
    if (!unspaced && !spacedEnds.has(code)) continue;
    const behind = endOfSentence(text, at, end);
    const next = skipSpaces(text, behind, end);
    if (
      next < end &&
      (unspaced || (next > behind && beginsSentence(text, next, end) && !(code === stop && isShortened(text, starts.at(-1)!, at))))
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
export function endsSentence(text: string, start: number, end: number, next: number): boolean {
  let last = end;
  while (last > start && (closers.has(text.charCodeAt(last - 1)) || isSpace(text.charCodeAt(last - 1)))) last -= 1;
  const code = text.charCodeAt(last - 1);
  if (unspacedEnds.has(code)) return true;
  if (last <= start || !spacedEnds.has(code)) return false;
  return beginsSentence(text, next, text.length) && !(code === stop && isShortened(text, start, last - 1));
}

/** Behind the run of end signs, closing quotes and marks of notes such as `[12]`. */
function endOfSentence(text: string, at: number, end: number): number {
  let behind = at + 1;
  while (
    behind < end &&
    (spacedEnds.has(text.charCodeAt(behind)) || unspacedEnds.has(text.charCodeAt(behind)) || closers.has(text.charCodeAt(behind)))
  )
    behind += 1;
  for (;;) {
    let note = behind + 1;
    if (text.charCodeAt(behind) !== 0x5b) return behind;
    while (note < end && note < behind + 5 && isDigit(text.charCodeAt(note))) note += 1;
    if (note === behind + 1 || text.charCodeAt(note) !== 0x5d) return behind;
    behind = note + 1;
  }
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpace(text.charCodeAt(at))) at += 1;
  return at;
}

function beginsSentence(text: string, from: number, end: number): boolean {
  let at = from;
  while (at < end && openers.has(text.charCodeAt(at))) at += 1;
  const character = text.charAt(at);
  return character === character.toUpperCase() || character !== character.toLowerCase();
}

/** Whether the word before a stop is an abbreviation, an initial or a number that may be an ordinal. */
function isShortened(text: string, start: number, at: number): boolean {
  let from = at;
  while (from > start && at - from <= longestAbbreviation && !isSpace(text.charCodeAt(from - 1)) && !openers.has(text.charCodeAt(from - 1)))
    from -= 1;
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
