import { codeTable } from '../text/code-table.ts';
import { asciiClasses, characterClass } from './scan-words.ts';
import { inWord, kindOfCode, outside } from './word-kind.ts';

export const escape = 0x1b;

/**
 * What a code unit is here: in this order, so that all from `digit` on belong to words. Letters beyond ASCII are no other than digits here; those of scripts without spaces, halves of pairs and
 * the sign that begins a colour are special, and left to `scanAt`.
 */
export const kind = { outside: 0, joint: 1, digit: 2, small: 3, capital: 4, special: 5 } as const;
const kindBits = 3;
const kindMask = (1 << (3 * kindBits)) - 1;

/** The kinds of all code units. */
export const kinds = codeTable((code) => {
  if (code === escape) return kind.special;
  if (code >= 0x80) return kindBeyondAscii(code);
  const type = asciiClasses[code]!;
  if ((type & characterClass.joint) !== 0) return kind.joint;
  if ((type & characterClass.letterOrDigit) === 0) return kind.outside;
  if ((type & characterClass.upperCase) !== 0) return kind.capital;
  return code >= 0x61 ? kind.small : kind.digit;
});

function kindBeyondAscii(code: number): number {
  // What half of a pair is depends on the other half.
  if (code >= 0xd800 && code <= 0xdfff) return kind.special;
  switch (kindOfCode(code)) {
    case outside:
      return kind.outside;
    case inWord:
      return kind.digit;
    default:
      return kind.special;
  }
}

/** 1 where a word or a part of a name begins, by the kinds of the character before it, its own, and the one behind it. */
const begins = Uint8Array.from({ length: kindMask + 1 }, (_, near) => {
  const [before, own, behind] = [near >> (2 * kindBits), (near >> kindBits) & 7, near & 7];
  if (own < kind.digit || own > kind.capital) return 0;
  if (before < kind.digit || before > kind.capital) return 1;
  return own === kind.capital && (before !== kind.capital || behind === kind.small) ? 1 : 0;
});

/** Where words and parts of names begin in a text. */
export interface ReadWords {
  readonly codes: Uint16Array;
  readonly starts: Int32Array;
  readonly count: number;
}

/**
 * Adds where words and parts of names begin in `codes[at..end)`, as `scanWords` finds them, up to the first special character. There must be room for one more than are added.
 *
 * Without a branch for a word's end, which no processor foresees: each place is written, and counts if a word begins there.
 *
 * @param stop reads no further than this, though it looks at what stands behind it
 * @param from what stands before this is part of no word that begins behind it
 * @returns the place of the special character, `stop` where there is none before it
 */
export function addWordStarts(
  words: { readonly codes: Uint16Array; readonly starts: Int32Array; count: number },
  at: number,
  { from, stop, end }: { readonly from: number; readonly stop: number; readonly end: number },
): number {
  if (at >= stop) return stop;
  const { codes, starts } = words;
  const kindOf = kinds;
  const table = begins;
  let { count } = words;
  let next = kindOf[codes[at]!]!;
  let near = ((at > from ? kindOf[codes[at - 1]!]! : kind.outside) << kindBits) | next;
  let place = at;
  for (const last = Math.min(stop, end - 1); place < last && next !== kind.special; place += 1) {
    next = kindOf[codes[place + 1]!]!;
    near = ((near << kindBits) | next) & kindMask;
    starts[count] = place;
    count += table[near]!;
  }
  if (place === end - 1 && place < stop && next !== kind.special) {
    starts[count] = place;
    count += table[(near << kindBits) & kindMask]!;
    place = stop;
  }
  words.count = count;
  return place;
}

/** Where a word must end that begins in a range: where the next one begins, or the range ends. */
export function wordLimit({ starts, count }: ReadWords, word: number, to: number): number {
  return word + 1 < count ? Math.min(starts[word + 1]!, to) : to;
}

/** Where the word that begins at `codes[start]` ends, at its limit or before it; -1 where a special character stands in it that may be part of it. */
export function plainEnd(codes: Uint16Array, start: number, limit: number): number {
  for (let end = start; end < limit; end += 1) {
    const type = kinds[codes[end]!]!;
    if (type < kind.digit) return end;
    if (type === kind.special) return codes[end] === escape ? end : -1;
  }
  return limit;
}

/** Where the name ends of which a word, which ends at `end`, is a part; -1 where a special character stands in it that may be part of it. */
export function nameEnd(read: ReadWords, word: number, end: number, to: number): number {
  const { codes, starts, count } = read;
  let last = end;
  for (let next = word + 1; next < count && last >= 0 && starts[next]! < to; next += 1) {
    const start = starts[next]!;
    if (start !== last && (start !== last + 1 || kinds[codes[last]!] !== kind.joint)) break;
    // A letter of a script without spaces right behind it ends a name.
    last = plainEnd(codes, start, wordLimit(read, next, to));
  }
  return last;
}
