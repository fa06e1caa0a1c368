import type { AmountFit } from './asked-amount.ts';

const mostRead = 40_000;
const mostSentences = 400;
const shortest = 12;

/** What a text says of an amount that is asked for. */
export interface AmountReading {
  /** The weight of the question's words in a sentence. */
  readonly words: (sentence: string) => number;
  readonly amount: AmountFit;
}

/**
 * How well the best sentence of a text states the amount that is asked for: its words and those of the sentence before it, where it has a fitting number; 0 where none does. Linear.
 */
export function statedAmount(text: string, { words, amount }: AmountReading): number {
  if (text.length < shortest || !/\d/.test(text.slice(0, mostRead))) return 0;
  let best = 0;
  let before = 0;
  for (const sentence of text.slice(0, mostRead).split(/(?<=[.!?;\n。])\s/, mostSentences)) {
    const own = words(sentence);
    const fit = amount(sentence);
    if (fit > 0) best = Math.max(best, fit * (own + before));
    before = own;
  }
  return best;
}
