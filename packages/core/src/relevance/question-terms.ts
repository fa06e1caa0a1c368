import { relatedTerms } from './related-words.ts';
import { scanWords } from './scan-words.ts';
import { superlative, type Extreme } from './superlative.ts';
import { stopTerms } from './stop-words.ts';
import { terms, wordTerm } from './terms.ts';

/** A term to look for and how much it counts. */
export interface WeightedTerm {
  readonly term: string;
  readonly weight: number;
}

/** What a value of the call's own input counts beside a word of the question. */
const inputWeight = 0.4;

/** What two neighbouring words written as one count: `foreign key` also finds `FOREIGNKEY`, `time stamp` also `timestamp`. */
const compoundWeight = 0.6;
/** A short name (`go`, `db`, `ip`) goes before or behind a longer word only: two of them would be written as too many other words. */
const shortestOfCompound = 2;
const shortestCompound = 6;

/** What a word counts that means about the same as one of the question: enough to lift a line with no other, too little to beat the word itself. */
const relatedWeight = 0.25;

/** More terms do not make a question clearer, only slower. */
const mostTerms = 128;

/** The beginning of a question says what it is about; a pasted document behind it does not. */
const longestQuestion = 8192;

/**
 * The terms that an answer is looked for by: those of the question without stop words, once each, then its neighbouring words as one, then those of the values of the call's input at a lower weight.
 *
 * @example questionTerms('Which pods failed?', { namespace: 'staging' }) // pod, fail at 1; podsfail at 0.6; stag at 0.4
 */
export function questionTerms(question: string, toolInput?: unknown): readonly WeightedTerm[] {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const term of terms(text.slice(0, longestQuestion))) {
      if (weights.size < mostTerms && !weights.has(term) && !stopTerms.has(term)) weights.set(term, weight);
    }
  };
  add(question, 1);
  for (const term of compounds(question.slice(0, longestQuestion))) {
    if (weights.size < mostTerms && !weights.has(term)) weights.set(term, compoundWeight);
  }
  add(inputValues(toolInput), inputWeight);
  return [...weights].map(([term, weight]) => ({ term, weight }));
}

/**
 * The terms of a question, and behind them at a lower weight the words that mean about the same, for texts of free wording. Fields of data are better looked for by
 * `questionTerms` alone: their names repeat in each record, and a word that only resembles one of them pulls all records up.
 *
 * @example widenedTerms('Which processor is busy?') // processor and busy at 1; cpu, core, … at 0.25
 */
export function widenedTerms(question: string, toolInput?: unknown): readonly WeightedTerm[] {
  const asked = [...questionTerms(question, toolInput), ...boundTerms(question)];
  const known = new Set(asked.map(({ term }) => term));
  const related = relatedTerms(asked.filter(({ weight }) => weight === 1).map(({ term }) => term)).filter((term) => !known.has(term));
  return [...asked, ...related.slice(0, mostTerms - asked.length).map((term) => ({ term, weight: relatedWeight }))];
}

/** Words by which a text states a bound; those that ask for an extreme are no terms of their own, since they ask in words of grammar (`most`, `largest`). */
const bounds: Partial<Record<Extreme, readonly string[]>> = {
  maximum: terms('maximum max maximal'),
  minimum: terms('minimum min minimal'),
};
const boundWeight = 0.5;
const namedBoundWeight = 1;

/**
 * What a text that states the extreme that a question asks for may call it.
 *
 * @example boundTerms('What is the largest batch?') // maximum, max, maximal at 0.5: it names none of them
 */
export function boundTerms(question: string): readonly WeightedTerm[] {
  const read = question.slice(0, longestQuestion);
  const asked = (superlative(read)?.extremes ?? []).flatMap((extreme) => bounds[extreme] ?? []);
  // Most questions ask for no extreme.
  if (asked.length === 0) return [];
  const named = new Set(terms(read));
  return asked.map((term) => ({ term, weight: named.has(term) ? namedBoundWeight : boundWeight }));
}

/** Neighbouring words of plain letters, written as one: texts and questions differ in where they put the space. */
function compounds(question: string): readonly string[] {
  const found: string[] = [];
  let before = { start: 0, end: -1 };
  const visit = (start: number, end: number): void => {
    const isNeighbour = start === before.end + 1 && end - start >= shortestOfCompound && start - 1 - before.start >= shortestOfCompound;
    const pair = isNeighbour ? question.slice(before.start, before.end) + question.slice(start, end) : '';
    const isPlain =
      pair.length >= shortestCompound &&
      /^\p{L}+$/u.test(pair) &&
      ![before, { start, end }].some((word) => stopTerms.has(wordTerm(question, word.start, word.end)));
    if (isPlain) found.push(wordTerm(pair, 0, pair.length));
    before = { start, end };
  };
  scanWords(question, 0, question.length, { word: visit, name: () => undefined, pair: () => undefined });
  return found;
}

/** The strings and numbers in a tool call's input, which is an object or the JSON text of one; keys say nothing about what is asked. */
function inputValues(input: unknown): string {
  const parts: string[] = [];
  let left = longestQuestion;
  const visit = (value: unknown, depth: number): void => {
    if (left <= 0 || depth > 4) return;
    if (typeof value === 'string' || typeof value === 'number') {
      parts.push(String(value).slice(0, left));
      left -= parts.at(-1)!.length + 1;
    } else if (typeof value === 'object' && value !== null) {
      for (const key in value) visit((value as Record<string, unknown>)[key], depth + 1);
    }
  };
  visit(parsed(input), 0);
  return parts.join(' ');
}

function parsed(input: unknown): unknown {
  if (typeof input !== 'string' || input.length > longestQuestion) return input;
  try {
    return JSON.parse(input);
  } catch {
    return input;
  }
}
