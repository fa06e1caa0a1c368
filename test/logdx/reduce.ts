import type { Subject } from '../fidelity/subject.ts';
import type { LogCase } from './cases.ts';
import type { Reduced } from './score.ts';

/** Compresses all cases without a question. */
export async function reduceCases(subject: Subject, cases: readonly LogCase[]): Promise<Reduced[]> {
  const results = await subject.compress(
    cases.map(({ id, text }) => ({ id, text })),
    'reversible',
  );
  return results.map(({ id, text, tokensAfter, tokensBefore }) => {
    const tokens = tokensAfter ?? tokensBefore;
    if (tokens === undefined) throw new Error(`The answer to ${id} does not say its tokens.`);
    return { id, text, tokens };
  });
}
