import { charCodes } from '../text/char-codes.ts';
import { codeTable } from '../text/code-table.ts';
import { asciiClasses, characterClass, isInWord, isUnspaced, scanAt, type WordVisitor } from './scan-words.ts';
import { isOutside } from './word-kind.ts';
import { beginningKeys, codesKey } from './word-beginning.ts';

/** Where the words of a text stand, found once for all who count them: what {@link WordVisitor} is shown, in that order. */
export interface TextWords {
  readonly text: string;
  readonly count: number;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The key of the first letters (`beginningKey`), and of names and pairs the bit that says so. */
  readonly marks: Int32Array;
  /** Whether terminal colours may stand in it. */
  readonly coloured: boolean;
}

export const keyOfMark = beginningKeys - 1;
export const nameMark = beginningKeys;
export const pairMark = beginningKeys << 1;

const escape = 0x1b;
/** The beginning of a colour, which takes no more characters. */
const openColour = /\u001b(?:\[[\d;]*)?$/;
const longestColour = 16;
const charactersPerWord = 4;

/** What a character is here: in this order, so that all from `small` on belong to words. */
const kind = { outside: 0, joint: 1, small: 2, capital: 3, special: 4 } as const;

/** The kinds of all code units: of ASCII, and of what stands outside words; all others are left to `scanAt`. */
const kinds = codeTable((code) => {
  if (code === escape) return kind.special;
  if (code >= 0x80) return isOutside(code) ? kind.outside : kind.special;
  const type = asciiClasses[code]!;
  if ((type & characterClass.joint) !== 0) return kind.joint;
  if ((type & characterClass.letterOrDigit) === 0) return kind.outside;
  return (type & characterClass.upperCase) === 0 ? kind.small : kind.capital;
});

/** Finds the words of a text in one pass. */
export function readWords(text: string, codes: Uint16Array = charCodes(text)): TextWords {
  const kindOf = kinds;
  const end = codes.length;
  const list = new WordList(codes, Math.ceil(end / charactersPerWord) + 16);
  let { starts, ends, marks } = list;
  let count = 0;
  for (let at = 0; at < end;) {
    let type = kindOf[codes[at]!]!;
    if (type < kind.small) {
      at += 1;
      continue;
    }
    // A word, or a name of several parts: kept only if all of it is ASCII.
    const start = at;
    const first = count;
    for (let part = start; type !== kind.special;) {
      let last: number;
      do {
        do {
          last = type;
          at += 1;
          type = at < end ? kindOf[codes[at]!]! : kind.outside;
        } while (type === kind.small);
      } while (type === kind.capital && (at === part || (last === kind.capital && !isSmallLetter(codes, at + 1))));
      if (type === kind.special) break;
      if (count + 2 > starts.length) {
        list.grow();
        ({ starts, ends, marks } = list);
      }
      starts[count] = part;
      ends[count] = at;
      marks[count] = codesKey(codes, part, at);
      count += 1;
      if (type === kind.capital) part = at;
      else if (type === kind.joint && at + 1 < end && kindOf[codes[at + 1]!]! >= kind.small) part = at + 1;
      else {
        if (part > start) {
          starts[count] = start;
          ends[count] = at;
          marks[count] = codesKey(codes, start, at) | nameMark;
          count += 1;
        }
        break;
      }
    }
    if (type === kind.special) {
      list.count = first;
      at = scanAt(text, start, end, list);
      ({ starts, ends, marks, count } = list);
    }
  }
  return { text, count, starts, ends, marks, coloured: text.includes('\u001b') };
}

function isSmallLetter(codes: Uint16Array, at: number): boolean {
  return at < codes.length && codes[at]! >= 0x61 && codes[at]! <= 0x7a;
}

/** Takes words in as a scan shows them. */
class WordList implements WordVisitor {
  count = 0;
  starts: Int32Array;
  ends: Int32Array;
  marks: Int32Array;
  readonly #codes: Uint16Array;

  constructor(codes: Uint16Array, room: number) {
    this.#codes = codes;
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.marks = new Int32Array(room);
  }

  word(start: number, end: number): void {
    this.#add(start, end, 0);
  }

  name(start: number, end: number): void {
    this.#add(start, end, nameMark);
  }

  pair(start: number, end: number): void {
    this.#add(start, end, pairMark);
  }

  /** Doubles the room. */
  grow(): void {
    const doubled = (full: Int32Array): Int32Array => {
      const larger = new Int32Array(full.length * 2);
      larger.set(full);
      return larger;
    };
    this.starts = doubled(this.starts);
    this.ends = doubled(this.ends);
    this.marks = doubled(this.marks);
  }

  #add(start: number, end: number, sort: number): void {
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = start;
    this.ends[this.count] = end;
    this.marks[this.count] = codesKey(this.#codes, start, end) | sort;
    this.count += 1;
  }
}

/**
 * The first word that begins at or behind a place which {@link seamFrom} or {@link seamBefore} gave.
 *
 * @param guess where it may be: who goes through a text from its beginning knows it
 */
export function wordAt({ starts, count }: TextWords, place: number, guess: number): number {
  if (guess <= count && (guess === 0 || starts[guess - 1]! < place) && (guess === count || starts[guess]! >= place)) return guess;
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >> 1;
    if (starts[middle]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place from `start` on at which no word is cut in two; `end` where there is none before it. */
export function seamFrom(words: TextWords, start: number, end: number): number {
  let at = start;
  while (at < end && isWithin(words, at)) at += 1;
  return at;
}

/** The last such place up to `end`; `start` where there is none behind it. */
export function seamBefore(words: TextWords, start: number, end: number): number {
  let at = end;
  while (at > start && isWithin(words, at)) at -= 1;
  return at;
}

/** Whether what stands before a place and what stands behind it may belong to one word, name, run of letters without spaces or colour. */
function isWithin({ text, coloured }: TextWords, place: number): boolean {
  if (place === 0 || place >= text.length) return false;
  if (coloured && openColour.test(text.slice(Math.max(0, place - longestColour), place))) return true;
  const [before, behind] = [isInWord(text, place - 1), isInWord(text, place)];
  if (before && behind) return true;
  if (behind) return isJoint(text, place - 1) && place > 1 && isInWord(text, place - 2);
  if (before) return isJoint(text, place) && place + 1 < text.length && isInWord(text, place + 1);
  return isUnspaced(text, place - 1) && isUnspaced(text, place);
}

function isJoint(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 0x80 && (asciiClasses[code]! & characterClass.joint) !== 0;
}
