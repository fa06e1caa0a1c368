import { createMatcher, terms } from '../../../relevance/index.ts';

// Looked for in values, never in key names: `"error": null` in every row says nothing.
const words =
  'error fail fatal critical exception denied forbidden timeout panic refused invalid unauthorized unauthorised abort crash oom killed ' +
  'unhealthy degraded blocked deprecated traceback unavailable exceeded evicted rejected corrupt expired conflict';

const matcher = createMatcher([...new Set(terms(words))].map((term) => ({ term, weight: 1 })));
const counts = new Uint32Array(matcher.terms.length);
const none: readonly number[] = [];

/** Long texts mention errors in passing; what is itself an error report is short, or says so at its beginning. */
const lookedAt = 120;

/** Which words of trouble a value has, as numbers: an error, a failure, a refusal. */
export function troubleIn(text: string): readonly number[] {
  if (text.length < 3) return none;
  matcher.count(text, counts, { end: Math.min(text.length, lookedAt) });
  // Few values have any: the counts of the others need not be looked through.
  if (matcher.hits() === 0) return none;
  const found: number[] = [];
  for (let word = 0; word < counts.length; word++) if (counts[word] !== 0) found.push(word);
  counts.fill(0);
  return found;
}

/** Whether a value speaks of trouble. */
export const isTrouble = (text: string): boolean => troubleIn(text).length > 0;
