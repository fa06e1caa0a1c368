import { createMatcher, terms } from '../../../relevance/index.ts';

// Looked for in values, never in key names: `"error": null` in every row says nothing.
const words =
  'error fail fatal critical exception denied forbidden timeout panic refused invalid unauthorized unauthorised abort crash oom killed ' +
  'unhealthy degraded blocked deprecated traceback unavailable exceeded evicted rejected corrupt expired conflict';

const matcher = createMatcher([...new Set(terms(words))].map((term) => ({ term, weight: 1 })));
const counts = new Uint32Array(matcher.terms.length);

/** Long texts mention errors in passing; what is itself an error report is short, or says so at its beginning. */
const lookedAt = 120;

/** Whether a value speaks of trouble: an error, a failure, a refusal. */
export function isTrouble(text: string): boolean {
  if (text.length < 3) return false;
  counts.fill(0);
  matcher.count(text, counts, { end: Math.min(text.length, lookedAt) });
  for (let term = 0; term < counts.length; term++) if ((counts[term] as number) > 0) return true;
  return false;
}
