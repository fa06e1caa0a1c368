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

/** Terminal colours (`ESC [ 9 1 m`) stand right before words and are no part of them. */
function afterColour(text: string, start: number, end: number): number {
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
  let part = start;
  let parts = 0;
  let at = start;
  let before = 0;
  while (at < end) {
    const code = text.charCodeAt(at);
    const type = code < 0x80 ? asciiClasses[code]! : wordKind(text, at) === inWord ? letterOrDigit : 0;
    if ((type & letterOrDigit) === 0) {
      if ((type & joint) === 0 || at === part || !continues(text, at + 1, end)) break;
      visitor.word(part, at);
      parts += 1;
      part = at + 1;
    } else if ((type & upperCase) !== 0 && at > part && beginsPart(text, at, end, before)) {
      visitor.word(part, at);
      parts += 1;
      part = at;
    }
    before = type;
    at += 1;
  }
  visitor.word(part, at);
  if (parts > 0) visitor.name(start, at);
  return at;
}

/** A capital begins a part after a small letter or digit (`userName`), and before a small letter (`HTTPServer`). */
function beginsPart(text: string, at: number, end: number, before: number): boolean {
  if ((before & upperCase) === 0) return true;
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  return next >= 0x61 && next <= 0x7a;
}

function continues(text: string, at: number, end: number): boolean {
  return at < end && isInWord(text, at);
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

function scanUnspaced(text: string, start: number, end: number, visitor: WordVisitor): number {
  let at = start + 1;
  for (; at < end && text.charCodeAt(at) >= 0x80 && wordKind(text, at) === unspaced; at += 1) visitor.pair(at - 1, at + 1);
  if (at === start + 1) visitor.pair(start, at);
  return at;
}
