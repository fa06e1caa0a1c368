import { foldAccents } from './fold-accents.ts';
import { longestWord, scanWords } from './scan-words.ts';
import { stem } from './stem.ts';

/**
 * The terms of a text, in their order: stems of words and of the parts of names, names as a whole in lower case, without accents, pairs of letters for scripts without spaces.
 * At most 64 characters each.
 *
 * @example terms('getUserNames failed') // ['get', 'user', 'nam', 'getusernames', 'fail']
 */
export function terms(text: string): string[] {
  const found: string[] = [];
  scanWords(text, 0, text.length, {
    word: (start, end) => found.push(wordTerm(text, start, end)),
    name: (start, end) => found.push(plainTerm(text, start, end)),
    pair: (start, end) => found.push(text.slice(start, end)),
  });
  return found;
}

/** The term of a word: its stem. */
export function wordTerm(text: string, start: number, end: number): string {
  return stem(plainTerm(text, start, end));
}

/** The term of a name: its lower case without accents. */
export function plainTerm(text: string, start: number, end: number): string {
  return foldAccents(text.slice(start, Math.min(end, start + longestWord)).toLowerCase());
}
