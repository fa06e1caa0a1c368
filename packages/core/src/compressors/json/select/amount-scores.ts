import { statedAmount } from '../../../relevance/index.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { relevanceFor, type QuestionView } from './question.ts';

/** Only texts are read: what a short value measures its column tells. */
const shortestText = 120;

/** How well the texts of each unit state the amount that is asked for, 0 to 1; all 0 where none is asked for. Linear in the texts. */
export function amountScores(units: number, statistics: readonly ColumnStatistics[], question: QuestionView): Float64Array {
  const scores = new Float64Array(units);
  const { words, amount } = relevanceFor(question);
  if (amount === undefined) return scores;
  let best = 0;
  for (const { column, numbers } of statistics) {
    if (numbers !== undefined || column.role !== 'value') continue;
    column.values.forEach((value, index) => {
      if (typeof value !== 'string' || value.length < shortestText) return;
      const unit = column.units[index] as number;
      const stated = statedAmount(value, { words, amount });
      scores[unit] = Math.max(scores[unit] as number, stated);
      best = Math.max(best, stated);
    });
  }
  return best === 0 ? scores : scores.map((score) => score / best);
}
