import { characterKind, joiner, letter, space } from './character-kind.ts';

/** Where the words and the signs of a text stand: half-open ranges of UTF-16 units, in order, without overlap; only white space stands between them. */
export interface Words {
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/**
 * Splits a text into words: runs of letters, digits and underscores that a single joiner may hold together (`don't`, `long-term`, `and/or`),
 * and runs of one sign (`...`).
 *
 * Linear in the text.
 *
 * @example
 * const words = splitWords('It works.');
 * words.count; // 3: It, works, .
 */
export function splitWords(text: string): Words {
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const kind = characterKind(text.charCodeAt(at));
    if (kind === space) {
      at += 1;
      continue;
    }
    const end = kind === letter ? endOfWord(text, at) : endOfRun(text, at);
    starts.push(at);
    ends.push(end);
    at = end;
  }
  return { count: starts.length, starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

function endOfWord(text: string, start: number): number {
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const kind = characterKind(text.charCodeAt(at));
    if (kind === letter) continue;
    const holds = kind === joiner && at + 1 < text.length && characterKind(text.charCodeAt(at + 1)) === letter;
    if (!holds) break;
  }
  return at;
}

function endOfRun(text: string, start: number): number {
  const code = text.charCodeAt(start);
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) === code) at += 1;
  return at;
}
