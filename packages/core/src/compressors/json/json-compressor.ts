import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { compressBrokenOff } from './compress-broken-off.ts';
import { foreseeTokens } from './foresee-tokens.ts';
import { smallestLossless, type LosslessText } from './lossless-text.ts';
import { readDocument } from './scan/read-document.ts';
import { reduceDocument } from './reduce-document.ts';
import { isScalar } from './select/collection-shape.ts';
import { takesMoreThan } from './select/least-tokens.ts';
import type { JsonDocument } from './scan/document.ts';

// A reversible form that is hardly smaller than the lossless one is not worth its handle and what it leaves out.
const worthLosing = 0.92;
// Below this, stating what is left out costs more attention than reading all of it.
const leastTokensForLoss = 256;
// How many times the budget a document takes before its form is foreseen from some rows, and how many times the form must be foreseen to take to be left out.
const farOff = { leastTokens: 12_000, before: 3.5, foreseen: 2 } as const;

/**
 * Makes JSON shorter: the smallest lossless form where it fits the budget, else a selection of rows, texts and values whose absences are stated.
 * Reads any root, JSONL, documents one behind another, JSON between texts, JSON inside a string and JSON that breaks off; declines everything else.
 *
 * @example
 * const candidate = jsonCompressor().compress(payload, context);
 */
export function jsonCompressor(): Compressor {
  return { name: 'json', kinds: ['json', 'notebook'], compress: compressJson };
}

function compressJson(payload: Payload, context: CompressContext): Candidate | undefined {
  const document = readDocument(payload.text);
  if (document === undefined) return compressBrokenOff(payload, context, compressJson);
  if (document.values.every(isScalar)) return undefined;
  const smallest = (): LosslessText | undefined =>
    smallestLossless(document, payload.text, context.count, {
      mostTokens: mayLose(context) ? context.tokenBudget : Infinity,
      tokensBefore: context.tokensBefore,
    });
  const foreseen = isHopeless(document, context) ? 'hopeless' : isFarOff(document, context) ? 'far off' : 'open';
  let lossless = foreseen === 'open' ? smallest() : undefined;
  if (!mayLose(context) || (lossless !== undefined && fits(lossless, context))) return losslessCandidate(lossless, context);
  const reduced = reduceDocument(document, {
    question: payload.question,
    toolInput: payload.toolInput,
    tokenBudget: context.tokenBudget - context.handleTokens,
    count: context.count,
    wholeTokens: lossless?.tokens,
  });
  // What was foreseen is looked at where it would decide.
  if (foreseen === 'far off' && (reduced === undefined || reduced.tokens > context.tokenBudget)) lossless = smallest();
  const least = Math.min(lossless?.tokens ?? Infinity, context.tokensBefore);
  if (reduced === undefined || reduced.tokens + context.handleTokens > least * worthLosing) return losslessCandidate(lossless, context);
  return {
    text: reduced.text,
    fidelity: 'reversible',
    omissions: reduced.omissions,
    tokens: reduced.tokens,
    ...(reduced.place === undefined ? {} : { place: reduced.place }),
  };
}

/** Whether no lossless form can fit: the words of the document alone take more. Saves rendering and counting it. */
function isHopeless(document: JsonDocument, { fidelity, tokenBudget }: CompressContext): boolean {
  return fidelity === 'reversible' && takesMoreThan(document.values, tokenBudget);
}

/** Whether the form of some rows says that no lossless form will fit by far. Asked only where the whole would have to become much shorter. */
function isFarOff(document: JsonDocument, { fidelity, tokensBefore, tokenBudget, count }: CompressContext): boolean {
  if (fidelity !== 'reversible' || tokensBefore < Math.max(farOff.leastTokens, tokenBudget * farOff.before)) return false;
  return (foreseeTokens(document, count) ?? 0) > tokenBudget * farOff.foreseen;
}

/** What fits as it is, and what is small anyway, loses nothing. */
function mayLose({ fidelity, tokensBefore, tokenBudget }: CompressContext): boolean {
  return fidelity === 'reversible' && tokensBefore > tokenBudget && tokensBefore >= leastTokensForLoss;
}

function fits({ tokens, literals }: LosslessText, { tokenBudget, handleTokens }: CompressContext): boolean {
  return tokens + (literals === 'folded' ? handleTokens : 0) <= tokenBudget;
}

function losslessCandidate(lossless: LosslessText | undefined, { tokensBefore }: CompressContext): Candidate | undefined {
  if (lossless === undefined || lossless.tokens >= tokensBefore) return undefined;
  return { text: lossless.text, fidelity: 'lossless', omissions: [], literals: lossless.literals, tokens: lossless.tokens };
}
