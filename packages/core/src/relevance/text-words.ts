import { charCodes } from '../text/char-codes.ts';
import { afterColour, isInWord, isJoint, isUnspaced, scanAt } from './scan-words.ts';
import { addWordStarts, escape, kind, kinds, type ReadWords } from './word-starts.ts';

/** Where the words and pairs of a text begin, as a scan shows them, found once for all who look for some of them; names begin with one of their words. */
export interface TextWords extends ReadWords {
  readonly text: string;
  /** Whether terminal colours may stand in it. */
  readonly coloured: boolean;
  /** The words among which all of some terms are, by their numbers: who looks for others has to look at all words. */
  readonly likely?: { readonly words: Int32Array; readonly terms: ReadonlySet<string> };
}

/** The beginning of a colour, which takes no more characters. */
const openColour = /\u001b(?:\[[\d;]*)?$/;
const longestColour = 16;
const charactersPerWord = 4;
/** Characters that are read before it is seen to that there is room for further words. */
const block = 4096;

/** Finds the words of a text in one pass. */
export function readWords(text: string, codes: Uint16Array = charCodes(text)): TextWords {
  const end = codes.length;
  const list: WordList = { codes, starts: new Int32Array(Math.ceil(end / charactersPerWord) + block + 1), count: 0 };
  let coloured = false;
  for (let at = 0, from = 0; at < end;) {
    makeRoom(list);
    const stop = Math.min(end, at + block);
    at = addWordStarts(list, at, { from, stop, end });
    if (at === stop) continue;
    if (codes[at] === escape) {
      coloured = true;
      at = afterColour(text, at, end);
    } else at = addSpecial(text, list, nameStart(codes, at, from));
    from = at;
  }
  return { text, codes, count: list.count, starts: list.starts, coloured };
}

interface WordList {
  readonly codes: Uint16Array;
  starts: Int32Array;
  count: number;
}

function makeRoom(list: WordList): void {
  if (list.starts.length - list.count > block) return;
  const larger = new Int32Array(2 * list.starts.length + block);
  larger.set(list.starts);
  list.starts = larger;
}

/** Where the ASCII part of a name begins that reaches to a place. */
function nameStart(codes: Uint16Array, place: number, from: number): number {
  let start = place;
  while (start > from) {
    const before = kinds[codes[start - 1]!]!;
    if (before < kind.joint) break;
    if (before === kind.joint && (start - 1 === from || kinds[codes[start - 2]!]! < kind.digit)) break;
    start -= 1;
  }
  return start;
}

/** Takes in what stands at a place that is not all ASCII, in place of what was found of it. @returns the place behind it */
function addSpecial(text: string, list: WordList, start: number): number {
  while (list.count > 0 && list.starts[list.count - 1]! >= start) list.count -= 1;
  const add = (place: number): void => {
    makeRoom(list);
    list.starts[list.count] = place;
    list.count += 1;
  };
  return scanAt(text, start, text.length, { word: add, pair: add, name: () => undefined });
}

/**
 * The first word that begins at or behind a place which {@link seamFrom} or {@link seamBefore} gave.
 *
 * @param guess where it may be: who goes through a text from its beginning knows it
 */
export function wordAt({ starts, count }: TextWords, place: number, guess: number): number {
  return firstFrom(starts, place, guess, count);
}

/** The place of the first of rising numbers that is no less than `least`; `guess` is tried before all others. */
export function firstFrom(numbers: Int32Array, least: number, guess: number, count = numbers.length): number {
  if (guess <= count && (guess === 0 || numbers[guess - 1]! < least) && (guess === count || numbers[guess]! >= least)) return guess;
  let low = 0;
  for (let high = count; low < high;) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
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
function isWithin({ text, codes, coloured }: TextWords, place: number): boolean {
  if (place === 0 || place >= text.length) return false;
  if (coloured && openColour.test(text.slice(Math.max(0, place - longestColour), place))) return true;
  if (kinds[codes[place - 1]!] === kind.outside || kinds[codes[place]!] === kind.outside) return false;
  const [before, behind] = [isInWord(text, place - 1), isInWord(text, place)];
  if (before && behind) return true;
  if (behind) return isJoint(text, place - 1) && place > 1 && isInWord(text, place - 2);
  if (before) return isJoint(text, place) && place + 1 < text.length && isInWord(text, place + 1);
  return isUnspaced(text, place - 1) && isUnspaced(text, place);
}
