import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { chooseUnits } from './choose-units.ts';
import { findUnits } from './find-units.ts';
import { readDiff } from './read-diff.ts';
import { shownHeader } from './signature.ts';
import { valueUnits } from './value-units.ts';

/**
 * Makes diffs shorter: `git show`, `git diff`, `git log -p`, patches, plain and combined diffs.
 *
 * Lines stand whole and in their order. Small hunks are shown with all their changes or not at all, larger ones by piece; every gap tells how much it holds, and every file
 * is named with its figures. A diff has no shorter lossless form.
 *
 * @example
 * const candidate = diffCompressor().compress({ text: diff, kind: 'diff', question: 'What changed in the parser?' }, context);
 */
export function diffCompressor(): Compressor {
  return { name: 'diff', kinds: ['diff'], compress };
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 14;

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  // What may stay whole stays whole.
  if (context.fidelity === 'lossless' || context.tokensBefore <= context.tokenBudget || text.startsWith(shownHeader)) return undefined;
  const document = readDiff(text);
  if (document === undefined) return undefined;
  const units = findUnits(document);
  const fitted = chooseUnits(document, units, {
    values: valueUnits(document, units, question, toolInput),
    budget: context.tokenBudget - context.handleTokens - factTokens,
    count: context.count,
  });
  if (fitted === undefined || fitted.omissions.length === 0 || fitted.tokens >= context.tokensBefore) return undefined;
  return { text: fitted.text, fidelity: 'reversible', omissions: fitted.omissions, tokens: fitted.tokens };
}
