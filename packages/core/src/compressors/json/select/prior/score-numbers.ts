import { changePoints, distance, type Spread } from '../../../../relevance/robust.ts';
import type { ColumnStatistics } from '../column-statistics.ts';
import type { Group } from '../outline.ts';
import type { Asked } from '../asked.ts';
import { scoreAgainstBaseline } from './baseline.ts';
import { add, weights, wildDistance } from './weights.ts';

/** A column of numbers, and what its values are measured against. */
export interface NumberColumn {
  readonly statistics: ColumnStatistics;
  readonly numbers: Float64Array;
  readonly spread: Spread;
  readonly boost: number;
  readonly asked: Asked;
  readonly baseline: ColumnStatistics | undefined;
  readonly group: Group;
}

/** Ends of the scale, outliers, and changes between neighbours. */
export function scoreNumbers({ statistics, numbers, spread, boost, asked, baseline, group }: NumberColumn, scores: Float64Array): void {
  if (spread.maximum === spread.minimum) return;
  const { units } = statistics.column;
  const weight = statistics.role === 'identifier' ? 0.25 : 1;
  const isDate = statistics.role === 'date';
  const highest = ((isDate ? asked.latest : asked.highest) ? weights.askedExtreme : weights.maximum) * boost * weight;
  const lowest = ((isDate ? asked.earliest : asked.lowest) ? weights.askedExtreme : weights.minimum) * boost * weight;
  const [atTop, atBottom] = countEnds(numbers, spread);
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number;
    if (number === spread.maximum) add(scores, units[index], highest / Math.min(atTop, 4));
    else if (number === spread.minimum && atBottom <= 2) add(scores, units[index], lowest / atBottom);
    else if (statistics.role === 'measure' && distance(number, spread) > wildDistance) add(scores, units[index], weights.outlier * boost);
  }
  if (statistics.role !== 'measure') return;
  if (baseline !== undefined) scoreAgainstBaseline(statistics, numbers, baseline, scores);
  if (group.unit !== 'entries') scoreChanges(numbers, units, scores);
}

function countEnds(numbers: Float64Array, { minimum, maximum }: Spread): readonly [number, number] {
  let top = 0;
  let bottom = 0;
  for (const number of numbers) {
    if (number === maximum) top++;
    if (number === minimum) bottom++;
  }
  return [top, bottom];
}

function scoreChanges(numbers: Float64Array, units: readonly number[], scores: Float64Array): void {
  if (numbers.some(Number.isNaN)) return;
  for (const at of changePoints(numbers)) {
    add(scores, units[at], weights.change);
    add(scores, units[at - 1], weights.besideChange);
    add(scores, units[at + 1], weights.besideChange);
  }
}
