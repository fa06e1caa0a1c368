import type { JsonValue } from '../model.ts';
import { contentKey, type ColumnStatistics } from './column-statistics.ts';
import { troubleIn } from './error-value.ts';
import { isOpaque } from './opaque.ts';
import type { Group, Outline } from './outline.ts';
import { changePoints, distance, spreadOf, type Spread } from '../../../relevance/robust.ts';

/** What a question says about columns; without one nothing is named and no end of a scale is asked for. */
export interface Asked {
  /** How many words of the question name the column, by weight. */
  readonly named: (statistics: ColumnStatistics) => number;
  readonly highest: boolean;
  readonly lowest: boolean;
  /** The same for columns of dates. */
  readonly latest: boolean;
  readonly earliest: boolean;
  /** Whether a text holds an identifier that stands in the question. */
  readonly mentions: (text: string) => boolean;
  /** Whether the question is about something that went wrong. */
  readonly trouble: boolean;
}

/** Weights of what makes a unit remarkable. Their sizes are relative; 1 is about what one clear oddity is worth. */
const weights = {
  sparseField: 0.5,
  rareCategory: 0.6,
  uncommonCategory: 0.15,
  emptyShare: 0.3,
  newCategory: 0.2,
  maximum: 0.5,
  minimum: 0.25,
  askedExtreme: 1.2,
  outlier: 0.2,
  groupOutlier: 0.3,
  change: 0.35,
  besideChange: 0.15,
  trouble: 0.3,
  askedTrouble: 1,
  ends: 0.4,
  idle: -0.2,
  vector: -1,
  deeper: -0.01,
  most: 3.5,
} as const;

const fewestUnits = 4;
const wildDistance = 8;
const fewestInVector = 24;
const mostCodes = 12;

/**
 * How remarkable each unit is before any question, by robust statistics of its columns; a question raises the columns that it names.
 * Linear in the values but for the medians.
 */
export function priorScores(outline: Outline, statistics: readonly ColumnStatistics[], asked: Asked): Float64Array {
  const scores = new Float64Array(outline.units.length);
  const byGroup = new Map<Group, ColumnStatistics[]>();
  for (const column of statistics) {
    const same = byGroup.get(column.column.group);
    if (same === undefined) byGroup.set(column.column.group, [column]);
    else same.push(column);
  }
  for (const [group, columns] of byGroup) {
    if (isVectors(columns, group, outline)) addAll(columns[0] as ColumnStatistics, weights.vector, scores);
    else if (group.units >= fewestUnits) scoreGroup(columns, group, asked, scores);
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

function scoreGroup(columns: readonly ColumnStatistics[], group: Group, asked: Asked, scores: Float64Array): void {
  const baseline = baselineOf(columns, group);
  for (const statistics of columns) {
    if (statistics.column.role !== 'value') continue;
    const boost = 1 + 2 * Math.min(2, asked.named(statistics));
    if (statistics.column.values.length <= group.units * 0.1) addAll(statistics, weights.sparseField * boost, scores);
    if (isCategorical(statistics)) scoreCategories(statistics, boost, scores);
    if (statistics.numbers !== undefined && statistics.spread !== undefined)
      scoreNumbers({ statistics, numbers: statistics.numbers, spread: statistics.spread, boost, asked, baseline, group }, scores);
    scoreTrouble(statistics, asked.trouble ? weights.askedTrouble : weights.trouble, scores);
  }
}

/** Numbers that measure are categories only where few of them exist: codes, levels, counts of nearly nothing. */
const isCategorical = ({ categories, numbers, role }: ColumnStatistics): boolean =>
  categories !== undefined && (numbers === undefined || role !== 'measure' || categories.size <= mostCodes);

function addAll({ column }: ColumnStatistics, score: number, scores: Float64Array): void {
  for (let index = 0; index < column.units.length; index++)
    if (!isEmpty(column.values[index] as JsonValue)) add(scores, column.units[index], score);
}

/** null, false, 0 and empty say that there is nothing to tell. */
const isEmpty = (value: JsonValue): boolean => value === null || value === false || value === 0 || value === '';

function scoreCategories({ column, categories }: ColumnStatistics, boost: number, scores: Float64Array): void {
  if (categories === undefined || categories.size < 2) return;
  const { length } = column.values;
  const rarest = Math.max(1, length * 0.02);
  const uncommon = length * 0.1;
  // Where most values are rare, being rare is nothing rare: what a sort of values may earn together is bounded.
  const rareWeight = weights.rareCategory * boost * sharedOut(categories, length, (count) => count <= rarest);
  const uncommonWeight = weights.uncommonCategory * boost * sharedOut(categories, length, (count) => count > rarest && count <= uncommon);
  const newWeight = weights.newCategory * Math.min(1, Math.max(4, length * 0.05) / categories.size);
  const seen = new Set<JsonValue>();
  for (let index = 0; index < length; index++) {
    const key = contentKey(column.values[index] as JsonValue);
    const count = categories.get(key) ?? 0;
    // A rare `false` tells something; a rare null or empty text hardly ever does.
    const share = isEmpty(key) && key !== false ? weights.emptyShare : 1;
    if (count <= rarest) add(scores, column.units[index], rareWeight * share);
    else if (count <= uncommon) add(scores, column.units[index], uncommonWeight * share);
    // One example of every category stays, also of the common ones.
    if (seen.size < categories.size && !seen.has(key)) {
      seen.add(key);
      add(scores, column.units[index], newWeight * share);
    }
  }
}

function sharedOut(categories: ReadonlyMap<JsonValue, number>, length: number, isMeant: (count: number) => boolean): number {
  let meant = 0;
  for (const count of categories.values()) if (isMeant(count)) meant += count;
  return Math.min(1, (length * 0.2) / Math.max(1, meant));
}

interface NumberColumn {
  readonly statistics: ColumnStatistics;
  readonly numbers: Float64Array;
  readonly spread: Spread;
  readonly boost: number;
  readonly asked: Asked;
  readonly baseline: ColumnStatistics | undefined;
  readonly group: Group;
}

function scoreNumbers({ statistics, numbers, spread, boost, asked, baseline, group }: NumberColumn, scores: Float64Array): void {
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

/** The column that says what sort a unit is: the one with the fewest categories, each of them common. */
function baselineOf(columns: readonly ColumnStatistics[], group: Group): ColumnStatistics | undefined {
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
function scoreAgainstBaseline({ column }: ColumnStatistics, numbers: Float64Array, baseline: ColumnStatistics, scores: Float64Array): void {
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

function scoreChanges(numbers: Float64Array, units: readonly number[], scores: Float64Array): void {
  if (numbers.some(Number.isNaN)) return;
  for (const at of changePoints(numbers)) {
    add(scores, units[at], weights.change);
    add(scores, units[at - 1], weights.besideChange);
    add(scores, units[at + 1], weights.besideChange);
  }
}

/** Values that speak of trouble. A word of trouble that many of them have is no news: in a list of failures, failing is not. */
function scoreTrouble({ column, categories, numbers }: ColumnStatistics, score: number, scores: Float64Array): void {
  if (numbers !== undefined || isOpaque(String(column.values[0]))) return;
  const wordsOf = categories === undefined ? troubleIn : remembered(troubleIn);
  const frequencies = new Map<number, number>();
  const found: { readonly unit: number; readonly words: readonly number[] }[] = [];
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index];
    if (typeof value !== 'string') continue;
    const words = wordsOf(value);
    if (words.length === 0) continue;
    found.push({ unit: column.units[index] as number, words });
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const seldom = Math.max(2, column.values.length * 0.05);
  for (const { unit, words } of found) {
    const rarest = words.reduce((least, word) => Math.min(least, frequencies.get(word) ?? 0), Infinity);
    add(scores, unit, score * Math.min(1, seldom / rarest));
  }
}

function remembered(wordsOf: (value: string) => readonly number[]): (value: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (value) => {
    let words = known.get(value);
    if (words === undefined) known.set(value, (words = wordsOf(value)));
    return words;
  };
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

function add(scores: Float64Array, unit: number | undefined, score: number): void {
  if (unit !== undefined) scores[unit] = (scores[unit] as number) + score;
}
