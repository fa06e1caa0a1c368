import { isNone } from '../../../relevance/columns/trouble.ts';
import { firstKey } from '../../../relevance/columns/word-table.ts';
import { inWord, kindOfCode, unspaced, wordKind } from '../../../relevance/word-kind.ts';
import { codeTable } from '../../../text/code-table.ts';
import type { Passages } from '../read/passages.ts';
import { isCapital, spellsUnspacedNumber } from './answer-type.ts';
import { copyright, mostPhrases, openingLetters, phraseEnd, unspacedPhraseEnd } from './boilerplate.ts';
import { createNoveltyReader } from './novelty.ts';
import { firstOfPair, knownSigns, pairShift, sign, signCells, signsOf } from './word-signs.ts';

/** What a passage says of itself, whatever is asked. */
export const said = { trouble: 1, rule: 2, digits: 4, number: 8 } as const;

/** What one pass over the words of all passages finds. */
export interface PassageSigns {
  /** Bits of {@link said}. */
  readonly said: Uint8Array;
  /** Words with a capital inside of a passage, up to `mostNames`. */
  readonly names: Uint8Array;
  /** Phrases of boilerplate. */
  readonly phrases: Uint8Array;
  /** See `Novelty`. */
  readonly fresh: Float64Array;
  readonly terms: Float64Array;
  readonly repeated: Float64Array;
}

export const mostNames = 4;

/** A passage of which so many words are read is long enough to be known by them. */
const mostWords = 4096;
/** Words of so many letters are terms. */
const longWord = 6;
/** How many characters of a passage are looked at for each of these. */
const readForSubstance = 600;
const readForTrouble = 300;
const readForRules = 1200;
const readForNumbers = 240;

/** What a code unit is: parts of words up to `lastPart`, what is looked at closer above it. */
const kind = { outside: 0, letter: 1, capital: 2, digit: 4, joint: 8, lastPart: 15, unspaced: 16, other: 17 } as const;
const kinds = codeTable((code) => {
  if (code >= 0x30 && code <= 0x39) return kind.digit;
  if (code === 0x5f) return kind.joint;
  if (code === copyright || (code >= 0xd800 && code <= 0xdfff)) return kind.other;
  const found = kindOfCode(code);
  if (found === unspaced) return kind.unspaced;
  if (found !== inWord) return kind.outside;
  return isCapital(code) ? kind.capital : kind.letter;
});

const prime = 0x01000193;
const blank = 0x20;
const apostrophe = 0x27;
const smallT = 0x74;

/** Reads all passages once: words are runs of letters, digits and `_`, and each letter of a script without spaces with the one before it. Linear. */
export function readSigns({ text, codes, count, starts, ends }: Passages): PassageSigns {
  const kindOf = kinds;
  const known = knownSigns;
  const novelty = createNoveltyReader(text.length);
  const words = new Int32Array(Math.min(mostWords, text.length));
  const long = new Uint8Array(words.length);
  const signs: PassageSigns = {
    said: new Uint8Array(count),
    names: new Uint8Array(count),
    phrases: new Uint8Array(count),
    fresh: new Float64Array(count),
    terms: new Float64Array(count),
    repeated: new Float64Array(count),
  };
  let endOfPhrase = 0;
  for (let passage = 0; passage < count; passage += 1) {
    const start = starts[passage]!;
    const end = ends[passage]!;
    let found = 0;
    let names = 0;
    let phrases = 0;
    let length = 0;
    /** The signs of the last word of letters alone, and where it ends. */
    let before = 0;
    let endBefore = -1;
    for (let at = start; at < end;) {
      let type = kindOf[codes[at]!]!;
      if (type === kind.outside) {
        at += 1;
        continue;
      }
      const from = at;
      let key = firstKey;
      if (type > kind.lastPart) {
        const code = codes[at]!;
        if (type === kind.unspaced) {
          key = Math.imul(Math.imul(key ^ (at > start ? codes[at - 1]! : 0), prime) ^ code, prime);
          if (at - start < readForNumbers && spellsUnspacedNumber(code)) found |= said.number;
          const behind = openingLetters.includes(code) ? unspacedPhraseEnd(text, at) : -1;
          if (behind > 0) phrases += 1;
          at += 1;
        } else if (code === copyright) {
          phrases += 1;
          at += 1;
          continue;
        } else if (wordKind(text, at) === inWord) {
          key = Math.imul(Math.imul(key ^ code, prime) ^ codes[at + 1]!, prime);
          at += 2;
        } else {
          at += 1;
          continue;
        }
        if (length < words.length) {
          long[length] = 0;
          words[length++] = key;
        }
        continue;
      }
      const isCapitalized = type === kind.capital;
      let types = 0;
      do {
        const code = codes[at]!;
        key = Math.imul(key ^ (code < 0x100 ? code | 0x20 : code), prime);
        types |= type;
        at += 1;
        type = at < end ? kindOf[codes[at]!]! : kind.outside;
      } while (type !== kind.outside && type <= kind.lastPart);
      const read = from - start;
      if (read < readForSubstance) {
        if (isCapitalized && read > 0 && codes[from - 1] === blank) names += 1;
        if ((types & kind.digit) !== 0) found |= said.digits;
      }
      if (length < words.length) {
        long[length] = at - from >= longWord ? 1 : 0;
        words[length++] = key;
      }
      if (types >= kind.digit) continue;
      const signs = known[key & (signCells - 1)] === 1 ? signsOf(key) : 0;
      if (signs !== 0) {
        if (read < readForTrouble) {
          if ((signs & sign.trouble) !== 0) {
            if ((before & sign.denial) === 0 && !isNone(text, from, start)) found |= said.trouble;
          } else if ((signs & sign.afterNot) !== 0 && (before & sign.not) !== 0) found |= said.trouble;
        }
        if (read < readForRules) {
          const isPair = (((before & firstOfPair) << pairShift) & signs) !== 0 && endBefore === from - 1 && codes[endBefore] === blank;
          if ((signs & sign.rule) !== 0 || isPair || ((signs & sign.contracted) !== 0 && isContracted(codes, at))) found |= said.rule;
        }
        if ((signs & sign.number) !== 0 && read < readForNumbers) found |= said.number;
        if ((signs & sign.boilerplate) !== 0 && from >= endOfPhrase) {
          const behind = phraseEnd(text, from);
          if (behind > 0) {
            phrases += 1;
            endOfPhrase = behind;
          }
        }
      }
      before = signs;
      endBefore = at;
    }
    const { fresh, terms, repeated } = novelty.take(words, long, length);
    signs.said[passage] = found;
    signs.names[passage] = Math.min(mostNames, names);
    signs.phrases[passage] = Math.min(mostPhrases, phrases);
    signs.fresh[passage] = fresh;
    signs.terms[passage] = terms;
    signs.repeated[passage] = repeated;
  }
  return signs;
}

/** Whether `'t` stands at a place, as in `don't`. */
function isContracted(codes: Uint16Array, at: number): boolean {
  return codes[at] === apostrophe && (codes[at + 1]! | 0x20) === smallT && (kinds[codes[at + 2] ?? 0] ?? 0) === kind.outside;
}
