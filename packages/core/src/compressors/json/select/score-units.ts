import { withResults, type Conversation } from './conversation.ts';
import { amountScores } from './amount-scores.ts';
import { askedExtremes } from './asked-extremes.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Outline } from './outline.ts';
import { priorScores } from './prior/prior-scores.ts';
import { noQuestion, type QuestionView } from './question.ts';
import { questionScores } from './question-scores.ts';
import type { TextBook } from './text-book.ts';

/** What words of the question, an asked extreme, an asked amount and being remarkable are worth, one against another. */
const shares = { words: 4, extreme: 2.5, amount: 2.5, prior: 0.8, turn: 2.5, unaskedTurn: 0.4 } as const;

interface ScoreRequest {
  readonly book: TextBook;
  readonly question: QuestionView | undefined;
  /** Undefined where the document is none. */
  readonly conversation: Conversation | undefined;
}

/** How valuable each unit is: how remarkable by itself and, where there is a question, how well it answers. */
export function scoreUnits(
  outline: Outline,
  statistics: readonly ColumnStatistics[],
  { book, question, conversation }: ScoreRequest,
): Float64Array {
  const prior = priorScores(outline, statistics, book, question ?? noQuestion);
  const turnShare = question === undefined ? shares.unaskedTurn : shares.turn;
  const turn = (unit: number): number => turnShare * (conversation?.places[unit] ?? 0);
  if (question === undefined) return prior.map((score, unit) => score + turn(unit));
  const own = questionScores(outline, statistics, book, question.sought);
  const words = conversation === undefined ? own : withResults(conversation, own);
  const extremes = askedExtremes(outline, statistics, question);
  const amounts = amountScores(outline.units.length, statistics, question);
  return prior.map(
    (score, unit) =>
      shares.prior * score +
      turn(unit) +
      shares.words * (words[unit] as number) +
      shares.extreme * (extremes[unit] as number) +
      shares.amount * (amounts[unit] as number),
  );
}
