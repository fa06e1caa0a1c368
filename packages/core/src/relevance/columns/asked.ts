import { questionTerms } from '../question-terms.ts';
import { superlative } from '../superlative.ts';
import { terms } from '../terms.ts';
import { measureTerms } from '../measure-terms.ts';
import { readQuantity } from './quantity.ts';

/** What a question asks of columns. */
export interface Asked {
  /** How well a column's name fits the question: 1 where the question says it, less where it only asks for such a measure, 0 where it does neither. */
  fit(name: string): number;
  readonly highest: boolean;
  readonly lowest: boolean;
  readonly latest: boolean;
  readonly earliest: boolean;
  /** Asks for what is rare. */
  readonly rare: boolean;
  /** Asks for what went wrong. */
  readonly trouble: boolean;
  /** Asks how many there are, or for a sum. */
  readonly total: boolean;
  /** Asks for numbers above or below one. */
  readonly limits: readonly Limit[];
}

/** A bound that a question sets, as in `over 80%`. */
export interface Limit {
  readonly side: 'above' | 'below';
  readonly value: number;
}

const rareWords =
  /\b(?:only (?:once|one)|just one|unique|rare(?:ly|st)?|unusual|odd|different from|exception(?:al)?|differs?|not like|other than)\b/i;
const troubleWords =
  /\b(?:error|fail|broke|wrong|problem|crash|dead|down|kill|zombie|stuck|unhealthy|not (?:ready|running|found|loaded)|missing|invalid|degraded|restart|vulnerab|critical|severe|warn|denied|refused|abnormal|trouble|issue)/i;
const totalWords = /\b(?:how many|how much|total|sum|overall|altogether|in all|count|number of|summary|average|load)\b/i;
const limitWords =
  /\b(over|above|more than|greater than|larger than|bigger than|at least|exceed(?:s|ing)?|longer than|older than|below|under|less than|fewer than|smaller than|at most|shorter than|younger than)\s{1,3}([$€£]?\d[\d.,]{0,15}\s?[A-Za-z%µ]{0,5})/gi;
const belowWords = /^(?:below|under|less|fewer|smaller|at most|shorter|younger)/i;
const mostLimits = 3;
const measureFit = 0.7;

/** Reads what a question asks of columns; an empty question asks nothing. */
export function readAsked(question: string): Asked {
  const text = question.slice(0, 4000);
  const asking = superlative(text);
  const wanted = (extreme: 'maximum' | 'minimum' | 'latest' | 'earliest'): boolean => asking?.extremes.includes(extreme) === true;
  const named = new Set(questionTerms(text).map(({ term }) => term));
  const measures = measureTerms(text);
  return {
    fit(name) {
      const words = terms(name);
      if (words.some((word) => named.has(word))) return 1;
      return words.some((word) => measures.has(word)) ? measureFit : 0;
    },
    highest: wanted('maximum'),
    lowest: wanted('minimum'),
    latest: wanted('latest'),
    earliest: wanted('earliest'),
    rare: rareWords.test(text),
    trouble: troubleWords.test(text),
    total: totalWords.test(text),
    limits: readLimits(text),
  };
}

function readLimits(text: string): readonly Limit[] {
  const limits: Limit[] = [];
  for (const [, word, amount] of text.matchAll(limitWords)) {
    const value = amountOf(amount!.trim());
    if (value !== undefined && limits.length < mostLimits) limits.push({ side: belowWords.test(word!) ? 'below' : 'above', value });
  }
  return limits;
}

/** `80%`, `1 GB`, or a number before a word that is no unit. */
function amountOf(amount: string): number | undefined {
  const whole = readQuantity(amount.replace(/[.,]+$/, ''));
  return (whole ?? readQuantity(/^[$€£]?\d[\d.,]*\d|^\d/.exec(amount)?.[0] ?? ''))?.value;
}
