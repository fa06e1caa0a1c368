import type { Usage } from '../specification/content.ts';

/** Adds usage up, part by part; a part that no round reported stays unknown. */
export function sumUsage(rounds: readonly Usage[]): Usage {
  const [only] = rounds;
  // The provider's own figures speak of one call; a sum of several has none.
  if (rounds.length === 1 && only !== undefined) return only;
  const input = (part: keyof Usage['inputTokens']): number | undefined => sum(rounds.map(({ inputTokens }) => inputTokens[part]));
  const output = (part: keyof Usage['outputTokens']): number | undefined => sum(rounds.map(({ outputTokens }) => outputTokens[part]));
  return {
    inputTokens: { total: input('total'), noCache: input('noCache'), cacheRead: input('cacheRead'), cacheWrite: input('cacheWrite') },
    outputTokens: { total: output('total'), text: output('text'), reasoning: output('reasoning') },
  };
}

function sum(values: readonly (number | undefined)[]): number | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : known.reduce((total, value) => total + value, 0);
}
