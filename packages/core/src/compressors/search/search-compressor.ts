import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { chooseRows } from './choose-rows.ts';
import { groupedLength, writeGrouped } from './grouped-form.ts';
import { readResults } from './read-results.ts';
import { isRipgrepEvents, plainResults } from './ripgrep-events.ts';
import type { SearchResults } from './search-results.ts';
import { isOurs } from './signature.ts';
import { valueRows } from './value-rows.ts';

/**
 * Makes results of searches shorter: of grep and ripgrep, plain, with context, under headings, as events or as counts.
 *
 * Rows stand whole, under the path of their file or behind it, or are left out; every file stays named with how many of its matches are shown.
 *
 * @example
 * const candidate = searchCompressor().compress({ text: results, kind: 'search', question: 'Where is parse defined?' }, context);
 */
export function searchCompressor(): Compressor {
  return { name: 'search', kinds: ['search'], compress };
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 6;

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (isOurs(text)) return undefined;
  const plain = isRipgrepEvents(text) ? plainResults(text) : { text, events: 0, lineOf: (row: number) => row };
  const results = plain === undefined ? undefined : readResults(plain.text);
  if (plain === undefined || results === undefined) return undefined;
  const whole = plain.events > 0 ? undefined : losslessCandidate(results, context);
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && whole.tokens <= context.tokenBudget)) return whole;
  // What may stay whole stays whole; events are told as rows in any case, since most of them is punctuation.
  if (context.tokensBefore <= context.tokenBudget && plain.events === 0) return whole;
  const fitted = chooseRows(results, valueRows(results, question, toolInput), {
    budget: context.tokenBudget - context.handleTokens - factTokens,
    count: context.count,
    source: plain,
  });
  if (fitted === undefined || fitted.omissions.length === 0 || fitted.tokens >= context.tokensBefore) return whole;
  return { text: fitted.text, fidelity: 'reversible', omissions: fitted.omissions, tokens: fitted.tokens };
}

/** Each path once. It is not even written where it could not be chosen: beside a reversible form it must fit the budget. */
function losslessCandidate(results: SearchResults, { fidelity, tokensBefore, tokenBudget, count }: CompressContext): Candidate | undefined {
  const length = groupedLength(results);
  if (length >= results.text.length) return undefined;
  const hopeless = (length / results.text.length) * tokensBefore > 1.6 * tokenBudget;
  const form = fidelity === 'reversible' && hopeless ? undefined : writeGrouped(results);
  if (form === undefined) return undefined;
  const tokens = count(form);
  return tokens < tokensBefore ? { text: form, fidelity: 'lossless', omissions: [], tokens } : undefined;
}
