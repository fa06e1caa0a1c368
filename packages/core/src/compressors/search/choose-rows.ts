import { fitBudget } from '../../relevance/index.ts';
import { rosterAttempts, type RosterAttempts } from '../../text/path-roster.ts';
import { findEchoes, type EchoRows } from './echo-rows.ts';
import type { PlainResults } from './plain-results.ts';
import { renderRows, type RenderedRows } from './render-rows.ts';
import { rowText, type SearchResults } from './search-results.ts';
import type { RowValues } from './value-rows.ts';

export interface FittedRows extends RenderedRows {
  readonly tokens: number;
}

export interface ChooseRowsOptions {
  /** Tokens of the rendered results. */
  readonly budget: number;
  readonly count: (text: string) => number;
  readonly source: PlainResults;
  /** Rows that stand in any case: the budget is for others beside them. */
  readonly always?: Uint8Array;
}

/** How much a row's length counts against it: between none (0) and value per token (1). Where nothing is asked a longer row says as much more as it costs. */
const costExponent = { asked: 0.4, unasked: 0 } as const;
const charactersPerToken = 3.5;
const overheadTokens = 6;
/** A line number in a statement. */
const echoTokens = 2;
/** Rows beyond these are never reached by a budget that is a share of the results. */
const mostCandidates = 60_000;
/** Rows that did not fit before the rest is left out as well: what comes behind them is worth ever less. */
const mostPassed = 24;
/** Of the budget so much may name the files of which nothing is shown. */
const rosterShare = { asked: 0.22, unasked: 0.25 } as const;
/** So many of the best answers stand as they were, path and all, so that `path:12:text` is found as one. */
const wholeAnswers = 3;
const leastWholeAnswer = 0.6;

/** Takes the rows of highest value for their length until the rendered results fill `budget` tokens; undefined where not even the names of files fit. */
export function chooseRows(
  results: SearchResults,
  { values, answers }: RowValues,
  { budget, count, source, always }: ChooseRowsOptions,
): FittedRows | undefined {
  const echoes = findEchoes(results);
  const order = rankRows(results, withEchoes(values, echoes), answers === undefined ? costExponent.unasked : costExponent.asked);
  const costs: number[] = [];
  const costOf = (at: number): number =>
    (costs[at] ??= 2 + count(rowText(results, order[at]!)) + echoTokens * (echoes.echoesOf.get(order[at]!)?.length ?? 0));
  const whole = wholeRows(order, answers);
  const roster = results.files.map(({ path, matches }) => ({ path, figures: [matches] }));
  const fill = (room: number, rosterTokens: number, attempts: RosterAttempts): FittedRows => {
    const kept = always?.slice() ?? new Uint8Array(results.count);
    let used = 0;
    let passed = 0;
    for (let at = 0; at < order.length && used < room && passed < mostPassed; at += 1) {
      if (kept[order[at]!] === 1) continue;
      // A row that fits no more is passed over for shorter ones.
      if (used + costOf(at) > room) {
        if (room - used < overheadTokens) break;
        passed += 1;
        continue;
      }
      used += costOf(at);
      kept[order[at]!] = 1;
      for (const echo of echoes.echoesOf.get(order[at]!) ?? []) kept[echo] = 1;
    }
    const rendered = renderRows(results, kept, { whole, rosterTokens, attempts, roster, echoes, count, source });
    return { ...rendered, tokens: count(rendered.text) };
  };
  const share = answers === undefined ? rosterShare.unasked : rosterShare.asked;
  const [named, summed] = [rosterAttempts(), rosterAttempts()];
  // Where not even directories fit, sums must do.
  return fitBudget(budget, (room) => fill(room, Math.floor(budget * share), named)) ?? fitBudget(budget, (room) => fill(room, 0, summed));
}

/** Renders just the rows that are marked. */
export function renderAll(
  results: SearchResults,
  kept: Uint8Array,
  { count, source }: Pick<ChooseRowsOptions, 'count' | 'source'>,
): FittedRows {
  const roster = results.files.map(({ path, matches }) => ({ path, figures: [matches] }));
  const rendered = renderRows(results, kept, { whole: new Set(), rosterTokens: 0, roster, echoes: findEchoes(results), count, source });
  return { ...rendered, tokens: count(rendered.text) };
}

/** A row stands for those that echo it. */
function withEchoes(values: Float32Array, { echoesOf }: EchoRows): Float32Array {
  const raised = values.slice();
  for (const [lead, echoes] of echoesOf) {
    for (const row of echoes) {
      raised[lead] = Math.max(raised[lead]!, values[row]!);
      raised[row] = 0;
    }
  }
  return raised;
}

function rankRows({ starts, ends }: SearchResults, values: Float32Array, costExponent: number): Int32Array {
  const ranks = new Float64Array(values.length);
  const found: number[] = [];
  for (let row = 0; row < values.length; row += 1) {
    if (values[row]! <= 0) continue;
    ranks[row] = values[row]! / (overheadTokens + (ends[row]! - starts[row]!) / charactersPerToken) ** costExponent;
    found.push(row);
  }
  return Int32Array.from(found)
    .sort((a, b) => ranks[b]! - ranks[a]! || a - b)
    .subarray(0, mostCandidates);
}

function wholeRows(order: Int32Array, answers: Float32Array | undefined): ReadonlySet<number> {
  if (answers === undefined) return new Set();
  return new Set([...order.subarray(0, wholeAnswers)].filter((row) => answers[row]! >= leastWholeAnswer));
}
