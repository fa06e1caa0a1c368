import type { Candidate, CompressContext, Compressor, Omission, Payload } from '../../types/compressor.ts';
import { plainScores } from './rank/plain-score.ts';
import { questionScores } from './rank/question-score.ts';
import { isNatural } from './read/is-natural.ts';
import { readPassages } from './read/read-passages.ts';
import { choosePassages } from './show/choose-passages.ts';
import type { RenderedPassages } from './show/render-passages.ts';

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
  const scores = questionScores(passages, payload.question, payload.toolInput) ?? plainScores(passages);
  const rendered = choosePassages({ passages, scores, budget, context });
  if (rendered === undefined || rendered.tokens >= context.tokensBefore) return undefined;
  const omissions = omissionsOf(rendered);
  return omissions.length === 0 ? undefined : { text: rendered.text, fidelity: 'reversible', tokens: rendered.tokens, omissions };
}

function omissionsOf({ lines, sentences }: RenderedPassages): readonly Omission[] {
  return [
    { unit: 'lines', count: lines },
    { unit: 'sentences', count: sentences },
  ]
    .filter(({ count }) => count > 0)
    .map(({ unit, count }) => ({ unit, count, where: '', facts: [] }));
}
