import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { chooseRows, renderAll, type FittedRows } from './choose-rows.ts';
import { groupedLength, writeGrouped } from './grouped-form.ts';
import { hitBudget } from './hit-budget.ts';
import { hitHeads, mostlyContext } from './hit-heads.ts';
import type { PlainResults } from './plain-results.ts';
import { readPlainResults } from './read-plain-results.ts';
import { readResults } from './read-results.ts';
import type { SearchResults } from './search-results.ts';
import { isOurs } from './signature.ts';
import { valueRows } from './value-rows.ts';

/**
 * Makes results of searches shorter: of grep and ripgrep, plain, with context, under headings, as events or as counts; and of indexes of code,
 * as records of JSON or as fenced blocks.
 *
 * Rows stand whole, under the path of their file or behind it, or are left out; every file stays named with how many of its matches are shown.
 *
 * @example
 * const candidate = searchCompressor().compress({ text: results, kind: 'search', question: 'Where is parse defined?' }, context);
 */
export function searchCompressor(): Compressor {
  return { name: 'search', kinds: ['search', 'json'], compress };
}

/** Facts make a marker longer than the one that `handleTokens` was counted from. */
const factTokens = 6;

function compress({ text, kind, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (isOurs(text)) return undefined;
  const plain = readPlainResults(text, kind);
  const results = plain === undefined ? undefined : readResults(plain.text);
  if (plain === undefined || results === undefined) return undefined;
  const whole = plain.retold > 0 ? undefined : losslessCandidate(results, context);
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && mayStandGrouped(whole.tokens, context))) return whole;
  // What may stay whole stays whole; events are told as rows in any case, since most of them is punctuation.
  if (context.tokensBefore <= context.tokenBudget && (plain.retold === 0 || kind !== 'search')) return whole;
  const fitted = fit({ results, plain, kind, question, toolInput }, context);
  if (fitted === undefined || fitted.omissions.length === 0 || fitted.tokens >= context.tokensBefore) return whole;
  return { text: fitted.text, fidelity: 'reversible', omissions: fitted.omissions, tokens: fitted.tokens };
}

/** Rows that stand whole are found and cited as `path:12`: paths go over them only where they are a large part of the results. */
const mostGrouped = 0.6;

function mayStandGrouped(tokens: number, { tokenBudget, tokensBefore }: CompressContext): boolean {
  return tokens <= tokenBudget && tokens <= mostGrouped * tokensBefore;
}

interface FitRequest extends Pick<Payload, 'kind' | 'question' | 'toolInput'> {
  readonly results: SearchResults;
  readonly plain: PlainResults;
}

function fit({ results, plain, kind, question, toolInput }: FitRequest, context: CompressContext): FittedRows | undefined {
  const hasHeads = mostlyContext(results);
  // Records of which some must go are chosen by those who know records.
  if (!hasHeads && kind !== 'search') return undefined;
  const marker = context.handleTokens + factTokens;
  const options = { budget: context.tokenBudget - marker, count: context.count, source: plain };
  const rows = valueRows(results, question, toolInput);
  if (hasHeads) {
    const heads = hitHeads(results);
    const bare = renderAll(results, heads, options);
    const tokens = hitBudget(bare.tokens + marker, { asked: rows.answers !== undefined, kind }, context);
    if (tokens !== undefined) return chooseRows(results, rows, { ...options, budget: tokens - marker, always: heads }) ?? bare;
  }
  return kind === 'search' ? chooseRows(results, rows, options) : undefined;
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
