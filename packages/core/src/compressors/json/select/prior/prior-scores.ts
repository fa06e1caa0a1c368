import type { JsonValue } from '../../model.ts';
import type { ColumnStatistics } from '../column-statistics.ts';
import type { Group, Outline } from '../outline.ts';
import type { Asked } from '../asked.ts';
import type { TextBook } from '../text-book.ts';
import { baselineOf } from './baseline.ts';
import { isCategorical, scoreCategories } from './score-categories.ts';
import { scoreNumbers } from './score-numbers.ts';
import { scoreTrouble } from './score-trouble.ts';
import { add, isEmpty, weights } from './weights.ts';

const fewestUnits = 4;
const fewestInVector = 24;

/**
 * How remarkable each unit is before any question, by robust statistics of its columns; a question raises the columns that it names.
 * Linear in the values but for the medians.
 */
export function priorScores(outline: Outline, statistics: readonly ColumnStatistics[], book: TextBook, asked: Asked): Float64Array {
  const scores = new Float64Array(outline.units.length);
  const byGroup = new Map<Group, ColumnStatistics[]>();
  for (const column of statistics) {
    const same = byGroup.get(column.column.group);
    if (same === undefined) byGroup.set(column.column.group, [column]);
    else same.push(column);
  }
  for (const [group, columns] of byGroup) {
    if (isVectors(columns, group, outline)) addAll(columns[0] as ColumnStatistics, weights.vector, scores);
    else if (group.units >= fewestUnits) scoreGroup(columns, { group, book, asked }, scores);
  }
  scoreIdle(outline, scores);
  scorePlaces(outline, scores);
  return scores;
}

/** Lists of numbers inside records (embeddings, samples): one number of many in many rows is never what is looked for. */
function isVectors(columns: readonly ColumnStatistics[], group: Group, outline: Outline): boolean {
  const [only, ...others] = columns;
  if (only === undefined || others.length > 0 || group.unit !== 'items' || only.numbers === undefined || only.column.name !== '')
    return false;
  const first = outline.units[only.column.units[0] as number];
  return first?.collection !== undefined && first.collection.count < group.units && first.collection.count >= fewestInVector;
}

interface GroupView {
  readonly group: Group;
  readonly book: TextBook;
  readonly asked: Asked;
}

function scoreGroup(columns: readonly ColumnStatistics[], { group, book, asked }: GroupView, scores: Float64Array): void {
  const baseline = baselineOf(columns, group);
  for (const statistics of columns) {
    if (statistics.column.role !== 'value') continue;
    const boost = 1 + 2 * Math.min(2, asked.named(statistics));
    if (statistics.column.values.length <= group.units * 0.1) addAll(statistics, weights.sparseField * boost, scores);
    if (isCategorical(statistics)) scoreCategories(statistics, boost, scores);
    if (statistics.numbers !== undefined && statistics.spread !== undefined)
      scoreNumbers({ statistics, numbers: statistics.numbers, spread: statistics.spread, boost, asked, baseline, group }, scores);
    scoreTrouble(statistics, book, asked.trouble ? weights.askedTrouble : weights.trouble, scores);
  }
}

function addAll({ column }: ColumnStatistics, score: number, scores: Float64Array): void {
  for (let index = 0; index < column.units.length; index++)
    if (!isEmpty(column.values[index] as JsonValue)) add(scores, column.units[index], score);
}

function scoreIdle(outline: Outline, scores: Float64Array): void {
  const busy = new Uint8Array(outline.units.length);
  const filled = new Uint8Array(outline.units.length);
  for (const column of outline.columns) {
    if (column.role !== 'value') continue;
    for (let index = 0; index < column.units.length; index++) {
      const unit = column.units[index] as number;
      filled[unit] = 1;
      if (!isEmpty(column.values[index] as JsonValue)) busy[unit] = 1;
    }
  }
  for (let unit = 0; unit < scores.length; unit++) if (filled[unit] === 1 && busy[unit] === 0) add(scores, unit, weights.idle);
}

function scorePlaces(outline: Outline, scores: Float64Array): void {
  for (const unit of outline.units) {
    const { collection } = unit;
    if (collection === undefined) continue;
    const outermost = unit.depth === 1;
    const isEnd = unit.position === 0 || unit.position === collection.count - 1;
    if (isEnd && collection.count >= fewestUnits) add(scores, unit.index, outermost ? weights.ends : weights.ends * 0.3);
    scores[unit.index] = Math.min(weights.most, scores[unit.index] as number) + weights.deeper * unit.depth;
  }
}
