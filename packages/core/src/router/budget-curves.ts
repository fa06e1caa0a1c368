import type { ContentKind } from '../types/content-kind.ts';

/** Kept tokens = factor × tokens^exponent, of a small text at most a share, of a very small one at least so many. */
export interface BudgetCurve {
  readonly factor: number;
  readonly exponent: number;
  /** @default 1 */
  readonly mostShare?: number;
  /** Tokens below which a share is not pressed. @default 0 */
  readonly leastTokens?: number;
}

/** How much of a payload may be kept, with a question before it and without. */
export interface BudgetCurves {
  readonly known: BudgetCurve;
  readonly unknown: BudgetCurve;
}

const json: BudgetCurves = { known: { factor: 150, exponent: 0.37 }, unknown: { factor: 73, exponent: 0.52 } };
// A quarter of a short run is its marker and one line: what failed and where takes some hundred tokens.
const log: BudgetCurves = {
  known: { factor: 329, exponent: 0.24, mostShare: 0.27, leastTokens: 140 },
  unknown: { factor: 62, exponent: 0.52 },
};
const search: BudgetCurves = { known: { factor: 14.5, exponent: 0.5 }, unknown: { factor: 56, exponent: 0.5 } };
const diff: BudgetCurves = { known: { factor: 28, exponent: 0.5 }, unknown: { factor: 64, exponent: 0.5 } };
const terminal: BudgetCurves = { known: { factor: 19.5, exponent: 0.5 }, unknown: { factor: 58, exponent: 0.5 } };
const code: BudgetCurves = { known: { factor: 23, exponent: 0.5, mostShare: 0.24 }, unknown: { factor: 1.3, exponent: 0.88 } };
const prose: BudgetCurves = { known: { factor: 9, exponent: 0.535 }, unknown: { factor: 4.2, exponent: 0.8 } };
// Of texts of several kinds one part answers, which is worth showing whole.
const mixed: BudgetCurves = { known: { factor: 15, exponent: 0.535 }, unknown: { factor: 7.1, exponent: 0.74 } };
const rows: BudgetCurves = { known: { factor: 34, exponent: 0.5 }, unknown: { factor: 80, exponent: 0.5 } };
// A text of no known kind: without a question nobody can say which of its lines are alike, so that more of them stay.
// With one they stand where metrics, keys and dumps that an API returns still answer: below 32 answers go missing. Of small ones agents use less.
const text: BudgetCurves = { known: { factor: 40, exponent: 0.5, mostShare: 0.4 }, unknown: { factor: 61, exponent: 0.5 } };

/*
 * The exponents lie below one, most at one half, so that small results pass nearly whole and results of 100,000 tokens are cut hard; without a question more is kept, since nobody
 * knows yet which part will be asked for. Of a log with a question about a quarter is the most: in recorded agents many are runs of a thousand tokens of which a few lines matter. Fitted on the development corpus, kind by kind; `npm run fidelity` prints what they reach.
 */
const curves: Partial<Record<ContentKind, BudgetCurves>> = {
  json,
  log,
  search,
  diff,
  terminal,
  table: rows,
  config: rows,
  accessibility: rows,
  text,
  code,
  prose,
  mixed,
};

/** The curves of a kind. */
export function budgetCurves(kind: ContentKind): BudgetCurves {
  return curves[kind] ?? json;
}
