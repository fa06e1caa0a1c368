import { inWord, outside, unspaced, wordKind } from './word-kind.ts';

/** Longer words (digests, base64) are known by their beginning. */
export const longestWord = 64;

const escape = 0x1b;

/** Bits of an ASCII character's class. */
export const characterClass = { letterOrDigit: 1, upperCase: 2, joint: 4 } as const;
const { letterOrDigit, upperCase, joint } = characterClass;

/** The classes of ASCII characters. */
export const asciiClasses = Uint8Array.from({ length: 0x80 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[A-Z]/.test(character)) return letterOrDigit | upperCase;
  if (/[a-z0-9]/.test(character)) return letterOrDigit;
  return /[-_.]/.test(character) ? joint : 0;
});

/** Receives ranges of a text; nothing is copied unless the visitor does. */
export interface WordVisitor {
  /** A word, or a part of a name such as `user` in `getUserName`. */
  word(start: number, end: number): void;
  /** A name of several parts: camelCase, snake_case, kebab-case, dotted. */
  name(start: number, end: number): void;
  /** Two neighbouring letters (or a lone one) of a script without spaces. */
  pair(start: number, end: number): void;
}

/**
 * Finds the words of `text[start..end)` in one pass, without regular expressions and without making strings.
 *
 * Words are runs of letters and digits of any script; capitals begin a new part (`HTTPServer` is `HTTP` and `Server`); `-`, `_` and `.` join parts to a name.
 */
export function scanWords(text: string, start: number, end: number, visitor: WordVisitor): void {
  let at = start;
  while (at < end) at = scanAt(text, at, end, visitor);
}

/** Reads what stands at a place that is in no word. @returns the place behind it */
export function scanAt(text: string, at: number, end: number, visitor: WordVisitor): number {
  const code = text.charCodeAt(at);
  if (code < 0x80) {
    if (code === escape) return afterColour(text, at, end);
    return (asciiClasses[code]! & letterOrDigit) === 0 ? at + 1 : scanName(text, at, end, visitor);
  }
  const kind = wordKind(text, at);
  if (kind === outside) return at + 1;
  return kind === unspaced ? scanUnspaced(text, at, end, visitor) : scanName(text, at, end, visitor);
}

/** Where the terminal colour (`ESC [ 9 1 m`) ends that begins at a place; colours stand right before words and are no part of them. */
export function afterColour(text: string, start: number, end: number): number {
  if (text.charCodeAt(start + 1) !== 0x5b) return start + 1;
  let at = start + 2;
  for (; at < end && at < start + 16; at += 1) {
    const code = text.charCodeAt(at);
    if ((code >= 0x30 && code <= 0x39) || code === 0x3b) continue;
    return code === 0x6d || code === 0x4b ? at + 1 : start + 1;
  }
  return start + 1;
}

function scanName(text: string, start: number, end: number, visitor: WordVisitor): number {
  let at = partEnd(text, start, end);
  visitor.word(start, at);
  let part = partBehind(text, at, end);
  if (part < 0) return at;
  for (; part >= 0; part = partBehind(text, at, end)) {
    at = partEnd(text, part, end);
    visitor.word(part, at);
  }
  visitor.name(start, at);
  return at;
}

/** Where what begins at a place ends that a scan of a text up to `end` shows as a word; of a pair, its beginning. */
export function wordEnd(text: string, at: number, end: number): number {
  return isUnspaced(text, at) ? at : partEnd(text, at, end);
}

/** Where the part of a name that begins at a place ends. */
function partEnd(text: string, start: number, end: number): number {
  let before = letterOrDigit | upperCase;
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    const type = code < 0x80 ? asciiClasses[code]! : wordKind(text, at) === inWord ? letterOrDigit : 0;
    if ((type & letterOrDigit) === 0) return at;
    if ((type & upperCase) !== 0 && at > start && beginsPart(text, at, end, before)) return at;
    before = type;
  }
  return end;
}

/** Where the next part of a name begins behind the end of one, -1 where the name ends. */
function partBehind(text: string, at: number, end: number): number {
  if (at >= end) return -1;
  if (isInWord(text, at)) return at;
  return isJoint(text, at) && at + 1 < end && isInWord(text, at + 1) ? at + 1 : -1;
}

/** A capital begins a part after a small letter or digit (`userName`), and before a small letter (`HTTPServer`). */
function beginsPart(text: string, at: number, end: number, before: number): boolean {
  if ((before & upperCase) === 0) return true;
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  return next >= 0x61 && next <= 0x7a;
}

/** Whether a letter or digit of a script with spaces stands at a place. */
export function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 ? (asciiClasses[code]! & letterOrDigit) !== 0 : wordKind(text, at) === inWord;
}

/** Whether a letter of a script without spaces stands at a place. */
export function isUnspaced(text: string, at: number): boolean {
  return text.charCodeAt(at) >= 0x80 && wordKind(text, at) === unspaced;
}

/** Whether a sign that joins parts to a name stands at a place. */
export function isJoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 && (asciiClasses[code]! & joint) !== 0;
}

/** Shows what begins at a place where a scan of `text[start..end)` found a word or a pair: that, and the name whose first part the word is. */
export function showWordAt(text: string, at: number, { start, end }: { start: number; end: number }, visitor: WordVisitor): void {
  if (isUnspaced(text, at)) {
    visitor.pair(at, at + 1 < end && isUnspaced(text, at + 1) ? at + 2 : at + 1);
    return;
  }
  const first = partEnd(text, at, end);
  visitor.word(at, first);
  let part = partBehind(text, first, end);
  if (part < 0 || continuesName(text, at, start)) return;
  let last = first;
  for (; part >= 0; part = partBehind(text, last, end)) last = partEnd(text, part, end);
  visitor.name(at, last);
}

/** Whether a part that begins at a place is not the first of its name. */
export function continuesName(text: string, at: number, start: number): boolean {
  if (at > start && endsPart(text, at - 1, start)) return true;
  return at > start + 1 && isJoint(text, at - 1) && endsPart(text, at - 2, start);
}

function endsPart(text: string, at: number, start: number): boolean {
  return isInWord(text, at) && !endsColour(text, at, start);
}

function endsColour(text: string, at: number, start: number): boolean {
  const code = text.charCodeAt(at);
  if (code !== 0x6d && code !== 0x4b) return false;
  for (let from = at - 1; from >= start && from > at - 16; from -= 1)
    if (text.charCodeAt(from) === escape) return afterColour(text, from, at + 1) === at + 1;
  return false;
}

function scanUnspaced(text: string, start: number, end: number, visitor: WordVisitor): number {
  let at = start + 1;
  for (; at < end && text.charCodeAt(at) >= 0x80 && wordKind(text, at) === unspaced; at += 1) visitor.pair(at - 1, at + 1);
  if (at === start + 1) visitor.pair(start, at);
  return at;
}
