import { codeCompressor } from '@headroom/code';
import { loadTokenCounter } from '@headroom/core';
import type { CodePayload } from './payloads.ts';

const counter = await loadTokenCounter('o200k_base');
/** Stands in no source. */
const unanswered = 'qxzvjw?';

/** The share of the tokens that outlines take without any body: with every declaration in its place, and with those folded that nobody asked for. */
export async function outlineShares(payloads: readonly CodePayload[]): Promise<{ readonly inPlace: number; readonly folded: number }> {
  const compressor = codeCompressor({ code: 'outline' });
  const relevant = codeCompressor();
  let [before, inPlace, folded] = [0, 0, 0];
  for (const { text, input } of payloads) {
    const tokens = counter.count(text);
    const context = {
      fidelity: 'reversible' as const,
      tokensBefore: tokens,
      tokenBudget: 1,
      count: (part: string) => counter.count(part),
      handleTokens: 24,
    };
    const payload = { text, kind: 'code' as const, toolInput: input };
    before += tokens;
    inPlace += counter.count((await compressor.compress({ ...payload, question: '' }, context))?.text ?? text);
    folded += counter.count((await relevant.compress({ ...payload, question: unanswered }, context))?.text ?? text);
  }
  return { inPlace: inPlace / before, folded: folded / before };
}
