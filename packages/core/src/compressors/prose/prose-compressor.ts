import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { chooseSentences } from './choose-sentences.ts';
import { isNatural } from './read/is-natural.ts';
import { readPassages } from './read/read-passages.ts';

/**
 * Makes the compressor of natural language: documents, articles, transcripts, and text around fenced blocks.
 *
 * Whole sentences, items, rows and lines are kept or left out, with the headings and speakers above them; nothing is respelled and every gap is stated in its place. What
 * answers the question stays; without a question what says nothing new goes first.
 *
 * @example createHeadroom({ compressors: [proseCompressor()] })
 */
export function proseCompressor(): Compressor {
  return { name: 'prose', kinds: ['prose', 'mixed', 'text'], compress: compressProse };
}

function compressProse(payload: Payload, context: CompressContext): Candidate | undefined {
  const budget = context.tokenBudget - context.handleTokens;
  if (context.fidelity === 'lossless' || budget <= 0 || context.tokenBudget >= context.tokensBefore) return undefined;
  if (payload.kind === 'text' && !isNatural(payload.text)) return undefined;
  const passages = readPassages(payload.text);
  if (passages.count < 2) return undefined;
  const chosen = chooseSentences({ passages, payload, context, budget });
  if (chosen === undefined || chosen.tokens >= context.tokensBefore || chosen.omissions.length === 0) return undefined;
  return { text: chosen.text, fidelity: 'reversible', tokens: chosen.tokens, omissions: chosen.omissions };
}
