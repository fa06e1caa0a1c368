import {
  askedAmount,
  boundTerms,
  createMatcher,
  measureTerms,
  questionTerms,
  relatedTerms,
  superlative,
  terms,
  type AmountFit,
  type Extreme,
  type TermPlaces,
  type TextWords,
  type WeightedTerm,
} from '../../../relevance/index.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { isTrouble } from './error-value.ts';
import type { Relevance } from './excerpt.ts';
import type { Asked } from './asked.ts';

/** Words to look for, each with its weight, and a fast way to count them in a text. */
export interface SoughtTerms {
  readonly weights: readonly number[];
  /** Adds to `counts[offset + term]` how often each sought term stands in the text; answers how many words the text has. */
  readonly count: (text: string, counts: Uint32Array, offset: number) => number;
  /** Where sought terms stand in a text whose words were read. */
  readonly find: (words: TextWords) => TermPlaces;
  /** How many sought terms the last count found, repeats included. */
  readonly hits: () => number;
  /** Whether numbers can match at all. */
  readonly hasDigits: boolean;
}

/** What a question asks for, made ready for columns, units and pieces of text. */
export interface QuestionView extends Asked {
  readonly sought: SoughtTerms;
  /** How well a text states an amount that is asked for; undefined where none is. */
  readonly amount: AmountFit | undefined;
}

const aboutTrouble = /\b(?:why|wrong|problems?|causes?|caused|reason|broken?|broke|went)\b/i;

// Every unit has a cell for each term: this bounds the memory.
const mostTerms = 48;
const shortestIdentifier = 6;

/** No question: nothing is named, no end of a scale is asked for. */
export const noQuestion: Asked = {
  named: () => 0,
  highest: false,
  lowest: false,
  latest: false,
  earliest: false,
  mentions: () => false,
  trouble: false,
};

/**
 * Reads a question and the call's own input. Undefined where both say nothing that could be looked for.
 *
 * @example
 * viewQuestion('Which issue has the most comments?', undefined)?.highest; // true
 */
export function viewQuestion(question: string, toolInput: unknown): QuestionView | undefined {
  const wanted = questionTerms(question, toolInput).slice(0, mostTerms);
  const extremes = superlative(question)?.extremes ?? unknownSuperlative(question);
  if (wanted.length === 0 && extremes.length === 0) return undefined;
  return {
    sought: soughtTerms([...wanted, ...boundTerms(question)]),
    amount: askedAmount(question),
    named: namedBy(wanted, extremes.length > 0 ? measureTerms(question) : new Set()),
    highest: extremes.includes('maximum'),
    lowest: extremes.includes('minimum'),
    latest: extremes.includes('latest'),
    earliest: extremes.includes('earliest'),
    mentions: mentionedIn(wanted),
    trouble: isTrouble(question) || aboutTrouble.test(question),
  };
}

/** `hottest` and its like are in no list: an adjective that is known to measure something, in that form, asks for its largest value. */
function unknownSuperlative(question: string): readonly Extreme[] {
  return /\b\p{L}{2,20}est\b/iu.test(question) && measureTerms(question).size > 0 ? ['maximum'] : [];
}

function soughtTerms(wanted: readonly WeightedTerm[]): SoughtTerms {
  const matcher = createMatcher(wanted);
  return {
    weights: wanted.map(({ weight }) => weight),
    count: (text, counts, offset) => matcher.count(text, counts, { offset }),
    find: (words) => matcher.find(words),
    hits: () => matcher.hits(),
    hasDigits: wanted.some(({ term }) => /\d/.test(term)),
  };
}

/** Identifiers in a question: long words with digits. A column that has one of them is asked for by value. */
function mentionedIn(wanted: readonly WeightedTerm[]): Asked['mentions'] {
  const matcher = createMatcher(wanted.filter(({ term }) => term.length >= shortestIdentifier && /\d/.test(term)));
  if (matcher.terms.length === 0) return () => false;
  const counts = new Uint32Array(matcher.terms.length);
  return (text) => {
    counts.fill(0);
    matcher.count(text, counts);
    return counts.some((count) => count > 0);
  };
}

/** What a word counts that only goes with a sought one: what the question measures, and what means about the same. */
const impliedShare = 0.5;
const relatedShare = 0.25;

/** How many sought words name a column: the last two steps of its path, each column read once. */
function namedBy(wanted: readonly WeightedTerm[], implied: ReadonlySet<string>): Asked['named'] {
  const words = new Map(wanted.map(({ term, weight }) => [term, weight]));
  const related = new Set(relatedTerms(wanted.filter(({ weight }) => weight === 1).map(({ term }) => term)));
  const known = new Map<ColumnStatistics, number>();
  return (statistics) => {
    let named = known.get(statistics);
    if (named === undefined) {
      named = 0;
      for (const term of new Set(terms(lastSteps(statistics.column.name))))
        named += words.get(term) ?? (implied.has(term) ? impliedShare : related.has(term) ? relatedShare : 0);
      known.set(statistics, named);
    }
    return named;
  };
}

/** The last two steps of a path, as words. */
export function lastSteps(name: string): string {
  return name.split('.').slice(-2).join(' ');
}

/** How well a piece of text answers a question: the weights of the sought words that stand in it, and whether it states an amount that is asked for. */
export function relevanceFor({ sought: { count, find, hits, weights }, amount }: QuestionView): Relevance {
  const found = new Uint32Array(weights.length);
  const words = (piece: string): number => {
    count(piece, found, 0);
    if (hits() === 0) return 0;
    const weight = weights.reduce((sum, own, term) => ((found[term] as number) > 0 ? sum + own : sum), 0);
    found.fill(0);
    return weight;
  };
  return { words, amount, terms: { find, weights } };
}
