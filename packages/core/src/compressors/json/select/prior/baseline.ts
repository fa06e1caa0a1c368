import { distance, spreadOf } from '../../../../relevance/robust.ts';
import type { JsonValue } from '../../model.ts';
import { contentKey, type ColumnStatistics } from '../column-statistics.ts';
import type { Group } from '../outline.ts';
import { add, weights, wildDistance } from './weights.ts';

/** The column that says what sort a unit is: the one with the fewest categories, each of them common. */
export function baselineOf(columns: readonly ColumnStatistics[], group: Group): ColumnStatistics | undefined {
  let best: ColumnStatistics | undefined;
  for (const statistics of columns) {
    const { categories, column } = statistics;
    if (categories === undefined || categories.size < 2 || categories.size > 20 || column.values.length < group.units * 0.9) continue;
    if (typeof column.values[0] !== 'string' || column.values.length / categories.size < 5) continue;
    if (best?.categories === undefined || categories.size < best.categories.size) best = statistics;
  }
  return best;
}

/** What is usual for one service may be wild for another: numbers are compared with those of the same category too. */
export function scoreAgainstBaseline(
  { column }: ColumnStatistics,
  numbers: Float64Array,
  baseline: ColumnStatistics,
  scores: Float64Array,
): void {
  const categoryOf = new Map<number, JsonValue>();
  baseline.column.units.forEach((unit, index) => categoryOf.set(unit, contentKey(baseline.column.values[index] as JsonValue)));
  const members = new Map<JsonValue, number[]>();
  for (let index = 0; index < numbers.length; index++) {
    const category = categoryOf.get(column.units[index] as number);
    if (category === undefined || Number.isNaN(numbers[index])) continue;
    const same = members.get(category);
    if (same === undefined) members.set(category, [index]);
    else same.push(index);
  }
  for (const indexes of members.values()) {
    if (indexes.length < 5) continue;
    const spread = spreadOf(indexes.map((index) => numbers[index] as number));
    if (spread === undefined || spread.deviation === 0) continue;
    for (const index of indexes)
      if (distance(numbers[index] as number, spread) > wildDistance) add(scores, column.units[index], weights.groupOutlier);
  }
}
