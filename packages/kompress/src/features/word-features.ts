import { layout } from './feature-layout.ts';
import type { WordRanks } from './vocabulary.ts';

/** What the letters of a word say, apart from where it stands. */
export interface WordFeatures {
  /** Rank in the vocabulary, or a bucket of the unknown words behind it. */
  readonly word: number;
  readonly prefix: number;
  readonly suffix: number;
  readonly shape: number;
  readonly rarity: number;
  readonly endsSentence: boolean;
}

/** The form under which a word stands in the vocabulary: small letters, every digit a zero, a run of signs at most three long. */
export function vocabularyForm(word: string): string {
  const small = word.toLowerCase();
  const first = small.charCodeAt(0);
  if (small.length > 3 && first === small.charCodeAt(1) && first === small.charCodeAt(small.length - 1)) return shortenRun(small);
  return /\d/.test(small) ? small.replace(/\d/g, '0') : small;
}

function shortenRun(word: string): string {
  return /^([^\p{L}\p{N}])\1+$/u.test(word) ? word.slice(0, 3) : word.replace(/\d/g, '0');
}

/** Reads the features of a word by its letters. */
export function readWordFeatures(word: string, rankOf: WordRanks): WordFeatures {
  const form = vocabularyForm(word);
  const rank = rankOf(form);
  return {
    word: rank ?? layout.vocabulary + (hash(form) % layout.unknown),
    prefix: hash(form.slice(0, 4)) % layout.prefix,
    suffix: hash(form.slice(-3)) % layout.suffix,
    shape: readShape(word) * lengthClasses + lengthClass(word.length),
    rarity: rank === undefined ? layout.rarity - 1 : Math.min(layout.rarity - 2, Math.floor(Math.log2(rank + 1))),
    endsSentence: /^[.!?]+$/.test(word),
  };
}

const lengthClasses = 6;

function lengthClass(length: number): number {
  if (length <= 3) return length - 1;
  if (length <= 5) return 3;
  return length <= 8 ? 4 : 5;
}

/** 0 small letters, 1 capital first, 2 capitals only, 3 mixed case, 4 digits only, 5 digits and letters, 6 an identifier or path, 7 signs. */
function readShape(word: string): number {
  if (!/[\p{L}\p{N}_]/u.test(word)) return 7;
  if (/[_@/:.&+]/.test(word) && /\p{L}/u.test(word)) return 6;
  if (/\d/.test(word)) return /\p{L}/u.test(word) ? 5 : 4;
  if (!/\p{Lu}/u.test(word)) return 0;
  if (!/\p{Ll}/u.test(word)) return word.length === 1 ? 1 : 2;
  return /^\p{Lu}[^\p{Lu}]*$/u.test(word) ? 1 : 3;
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) state = Math.imul(state ^ text.charCodeAt(at), 0x01000193);
  return (state ^ (state >>> 15)) >>> 0;
}
