import type { ColumnStatistics } from './column-statistics.ts';
import type { Outline } from './outline.ts';
import type { Asked } from './asked.ts';

// The five largest answer for `the most`, and mostly for `the top five` too.
const places = 5;
const fewestNumbers = 3;

/**
 * Scores 0 to 1 for units that hold the largest or smallest values of the columns that a superlative means: the columns that the question names best. The
 * first place counts fully, further ones less. Takes n log n for those columns.
 */
export function askedExtremes(outline: Outline, statistics: readonly ColumnStatistics[], asked: Asked): Float64Array {
  const scores = new Float64Array(outline.units.length);
  const meant = statistics.filter((column) => column.numbers !== undefined && column.role !== 'identifier' && asked.named(column) > 0);
  const best = meant.reduce((most, column) => Math.max(most, asked.named(column)), 0);
  for (const column of meant) {
    const share = (asked.named(column) / best) ** 2 * Math.min(1, asked.named(column));
    const isDate = column.role === 'date';
    if (isDate ? asked.latest : asked.highest) scoreEnd(column, 1, share, scores);
    if (isDate ? asked.earliest : asked.lowest) scoreEnd(column, -1, share, scores);
  }
  return scores;
}

function scoreEnd({ column, numbers = new Float64Array() }: ColumnStatistics, sign: 1 | -1, share: number, scores: Float64Array): void {
  const order = [...numbers.keys()].filter((index) => !Number.isNaN(numbers[index]));
  if (order.length < fewestNumbers) return;
  order.sort((a, b) => sign * ((numbers[b] as number) - (numbers[a] as number)) || a - b);
  for (let place = 0; place < Math.min(places, order.length); place++) {
    const unit = column.units[order[place] as number] as number;
    scores[unit] = Math.max(scores[unit] as number, share * (1 - place / (places + 1)));
  }
}
