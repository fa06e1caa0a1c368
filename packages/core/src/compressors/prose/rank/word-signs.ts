import { troubleVocabulary } from '../../../relevance/columns/trouble.ts';
import { firstKey, nextKey } from '../../../relevance/columns/word-table.ts';
import { numberVocabulary } from './answer-type.ts';
import { openingWords } from './boilerplate.ts';

/** What a word may say of its passage, as bits; words of several letters in one bit say it only behind each other. */
export const sign = {
  trouble: 1,
  /** No trouble behind it. */
  denial: 2,
  not: 4,
  /** Trouble behind `not`. */
  afterNot: 8,
  /** Forbids, limits, requires, excepts or ends something. */
  rule: 16,
  /** A rule where `'t` follows. */
  contracted: 32,
  number: 64,
  /** A phrase of boilerplate may begin with it. */
  boilerplate: 128,
  /** The first and the second words of rules that are two words: those of one rule lie `pairShift` bits apart. */
  no: 256,
  at: 512,
  up: 1024,
  longer: 2048,
  least: 4096,
  to: 8192,
} as const;

/** From the bit of the first word of a pair to that of the second. */
export const pairShift = 3;
export const firstOfPair = sign.no | sign.at | sign.up;

/** People come back to a text for its rules more than for its descriptions. */
const rules =
  'not never cannot must only unless except default defaults require requires required maximum minimum limit limited deprecated removed dropped replace replaces replaced ' +
  'since until instead because otherwise always should none without recommended whether nunca jamás debe deben solo sólo jamais doit doivent seulement nicht niemals nie muss ' +
  'müssen nur kein keine mai deve devono';

const vocabulary: readonly (readonly [bits: number, words: string])[] = [
  [sign.trouble, troubleVocabulary.trouble],
  [sign.denial, troubleVocabulary.denials],
  [sign.not, 'not'],
  [sign.afterNot, troubleVocabulary.afterNot],
  [sign.rule, rules],
  [sign.contracted, 'can don doesn'],
  [sign.number, numberVocabulary],
  [sign.boilerplate, openingWords.join(' ')],
  [sign.no, 'no'],
  [sign.longer, 'longer'],
  [sign.at, 'at'],
  [sign.least, 'least most'],
  [sign.up, 'up'],
  [sign.to, 'to'],
];

const signs = new Map<number, number>();
for (const [bits, words] of vocabulary)
  for (const word of words.split(' ')) {
    const key = keyOf(word);
    signs.set(key, (signs.get(key) ?? 0) | bits);
  }

/** Most words say nothing: one cell for each value of the low bits of a key tells it without a look-up. */
export const signCells = 1 << 12;
/** 1 where a key with these low bits is known. */
export const knownSigns = new Uint8Array(signCells);
for (const key of signs.keys()) knownSigns[key & (signCells - 1)] = 1;

/** The bits of a word by its key, which `nextKey` makes of its letters; 0 for most. */
export function signsOf(key: number): number {
  return signs.get(key) ?? 0;
}

function keyOf(word: string): number {
  let key = firstKey;
  for (let at = 0; at < word.length; at += 1) key = nextKey(key, word.charCodeAt(at));
  return key;
}
