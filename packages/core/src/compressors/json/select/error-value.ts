import { createMatcher, readWords, terms, type TermPlaces, type TextWords } from '../../../relevance/index.ts';

// Looked for in values, never in key names: `"error": null` in every row says nothing.
const words =
  'error fail fatal critical exception denied forbidden timeout panic refused invalid unauthorized unauthorised abort crash oom killed ' +
  'unhealthy degraded blocked deprecated traceback unavailable exceeded evicted rejected corrupt expired conflict';

const matcher = createMatcher([...new Set(terms(words))].map((term) => ({ term, weight: 1 })));

/** Long texts mention errors in passing; what is itself an error report is short, or says so at its beginning. */
export const lookedAt = 120;

/** Where words of trouble stand: an error, a failure, a refusal. The term is the number of the word. */
export const troublePlaces = (words: TextWords): TermPlaces => matcher.find(words);

/** Whether a text speaks of trouble. */
export const isTrouble = (text: string): boolean => troublePlaces(readWords(text.slice(0, lookedAt))).places.length > 0;
