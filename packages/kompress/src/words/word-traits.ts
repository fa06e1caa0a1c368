import {
  articles,
  comparators,
  commonWords,
  conditions,
  frameWords,
  modals,
  negations,
  numberWords,
  restrictions,
  sentenceOpeners,
} from './rules/word-lists.ts';

/** What the lists of words say of one, as bits. */
export const negation = 1;
export const modal = 2;
export const restriction = 4;
export const condition = 8;
export const comparator = 16;
export const numberWord = 32;
export const sentenceOpener = 64;
export const frameWord = 128;
export const article = 256;
export const commonWord = 512;
/** A letter that stands alone and is no word: a name (`x`). */
export const loneLetter = 1024;
/** The pronoun that has a capital everywhere. */
export const pronoun = 2048;
/** `case` and `long` open a condition behind `in` and `as`. */
export const conditionNoun = 4096;
export const conditionLead = 8192;

const lists: readonly (readonly [number, ReadonlySet<string>])[] = [
  [negation, negations],
  [modal, modals],
  [restriction, restrictions],
  [condition, conditions],
  [comparator, comparators],
  [numberWord, numberWords],
  [sentenceOpener, sentenceOpeners],
  [frameWord, frameWords],
  [article, articles],
  [commonWord, commonWords],
  [conditionNoun, new Set(['case', 'long'])],
  [conditionLead, new Set(['in', 'as', 'so'])],
];

const remembered = 50_000;
const known = new Map<string, number>();

/**
 * The traits of a plain word, as it is spelled.
 *
 * A function of the word alone: what is remembered is what would be found again.
 */
export function traitsOf(word: string): number {
  const remembers = known.get(word);
  if (remembers !== undefined) return remembers;
  const traits = findTraits(word.toLowerCase().replaceAll('’', "'"));
  if (known.size >= remembered) known.clear();
  known.set(word, traits);
  return traits;
}

function findTraits(word: string): number {
  let traits = 0;
  for (const [trait, list] of lists) if (list.has(word)) traits |= trait;
  if (word.endsWith("n't") || /^(?:anti|un)-/.test(word)) traits |= negation;
  // no-knock, five-year, must-have
  if (word.includes('-')) for (const part of word.split('-')) traits |= findTraits(part) & (negation | modal | condition | numberWord);
  if (word === 'i' || word.startsWith("i'")) traits |= pronoun;
  else if (word.length === 1 && word !== 'a') traits |= loneLetter;
  return traits;
}
