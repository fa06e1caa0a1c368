import type { ContentKind } from '../types/content-kind.ts';
import { budgetCurves } from './budget-curves.ts';

/** What decides how many tokens of one payload may be kept. */
export interface BudgetRequest {
  readonly kind: ContentKind;
  readonly tokensBefore: number;
  readonly question: 'known' | 'unknown';
  /** The model's context window in tokens. */
  readonly contextWindow: number;
  /** Multiplies what is kept; 1 is the default of the kind, 2 keeps twice as much. */
  readonly bias: number;
}

// The curves were fitted for windows of this size and above; a smaller window presses harder, by the square root of the ratio.
const referenceWindow = 128_000;
const hardestPress = 0.35;
/** The curves know no window: of a log of a million tokens one would keep more than a model reads, and a prompt holds many results, a question and an answer. */
const mostOfWindow = 0.4;

/**
 * Says how many tokens a reversible form of a payload may take, its handle included.
 *
 * A pure function of the payload's size, the question's presence and the configuration: never of how full the context is (I3).
 */
export function tokenBudget({ kind, tokensBefore, question, contextWindow, bias }: BudgetRequest): number {
  const { factor, exponent, mostShare = 1, leastTokens = 0 } = budgetCurves(kind)[question];
  const press = Math.min(1, Math.max(hardestPress, Math.sqrt(contextWindow / referenceWindow)));
  const kept = Math.max(leastTokens, Math.min(mostShare * tokensBefore, factor * tokensBefore ** exponent));
  return Math.max(1, Math.floor(Math.min(tokensBefore, mostOfWindow * contextWindow, kept * press * bias)));
}
