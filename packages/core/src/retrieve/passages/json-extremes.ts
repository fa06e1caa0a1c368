import { superlative, type Extreme } from '../../relevance/superlative.ts';
import { terms } from '../../relevance/terms.ts';
import { numberOf, spelled, type JsonIndex } from './json-index.ts';
import { measureTerms } from '../../relevance/measure-terms.ts';

/** How many rows of each end are offered: ties and unfit rows stand before the answer now and then. */
const mostOfEach = 3;

/** Columns whose names fit nothing of the question that are looked at all the same. */
const mostUnnamed = 12;

/** A leaf that is an extreme of its column, and how well the column fits the question (0 to 1). */
export interface ExtremeLeaf {
  readonly leaf: number;
  readonly fit: number;
}

interface Column {
  readonly pattern: number;
  readonly fit: number;
  readonly leaves: number[];
}

/**
 * The leaves that a question for an extreme may mean: ends of columns of numbers (or of dates), best fitting names first; where `around` gives a row a score, also the ends among the
 * rows inside that row alone (`the busiest week of …`).
 */
export function extremeLeaves(index: JsonIndex, question: string, around: Float64Array): readonly ExtremeLeaf[] {
  const asked = superlative(question);
  if (asked === undefined) return [];
  const columns = findColumns(index, question, new Set(asked.of));
  const fitting = columns.filter(({ fit }) => fit > 0);
  const chosen = fitting.length > 0 ? fitting : columns.slice(0, mostUnnamed).map((column) => ({ ...column, fit: 0.5 }));
  const best = Math.max(...chosen.map(({ fit }) => fit), 0.001);
  const found: ExtremeLeaf[] = [];
  for (const { leaves, fit } of chosen) {
    for (const extreme of asked.extremes) {
      for (const leaf of endsOf(index, leaves, extreme, fitting.length > 0 ? mostOfEach : 1)) found.push({ leaf, fit: fit / best });
    }
  }
  return [...found, ...extremesInside(index, columns, asked.extremes, around)];
}

/** Columns of numbers or dates with at least two values, those that fit the question best first. */
function findColumns({ tree, rows, leaves }: JsonIndex, question: string, of: ReadonlySet<string>): Column[] {
  const sought = new Set(terms(question));
  const measured = measureTerms(question);
  const columns = new Map<number, Column>();
  for (const leaf of leaves) {
    if (Number.isNaN(numberOf(tree, leaf)) && !isDate(spelled(tree, leaf))) continue;
    const pattern = rows.patternOf[leaf]!;
    let column = columns.get(pattern);
    if (column === undefined)
      columns.set(pattern, (column = { pattern, fit: fitOf(keysOf(rows.patterns, pattern), of, sought, measured), leaves: [] }));
    column.leaves.push(leaf);
  }
  return [...columns.values()]
    .filter(({ leaves: values, fit }) => values.length > 1 && fit >= 0)
    .sort((a, b) => b.fit - a.fit || a.pattern - b.pattern);
}

/** Keys of a pattern from the nearest list down to the leaf, its own first. */
function keysOf(patterns: JsonIndex['rows']['patterns'], pattern: number): string[] {
  const keys: string[] = [];
  for (let at = pattern; at >= 0 && keys.length < 4; at = patterns[at]!.parent) {
    const { key } = patterns[at]!;
    if (key !== undefined) keys.push(key);
  }
  return keys;
}

/** The leaf's own name counts most. An identifier is no measure: negative. */
function fitOf(keys: readonly string[], of: ReadonlySet<string>, sought: ReadonlySet<string>, measured: ReadonlySet<string>): number {
  let fit = 0;
  const own = terms(keys[0] ?? '');
  if (own.includes('id') || own.includes('sha')) return -1;
  keys.forEach((key, level) => {
    for (const term of terms(key)) {
      const worth = of.has(term) ? 2 : sought.has(term) ? 1 : level === 0 && measured.has(term) ? 0.8 : 0;
      fit += worth / (1 + level);
    }
  });
  return fit;
}

function endsOf({ tree }: JsonIndex, leaves: readonly number[], extreme: Extreme, most: number): number[] {
  const ascending = extreme === 'minimum' || extreme === 'earliest';
  const ends: { readonly leaf: number; readonly value: number | string }[] = [];
  for (const leaf of leaves) {
    const number = numberOf(tree, leaf);
    const value = Number.isNaN(number) ? spelled(tree, leaf) : number;
    const before = (other: number | string): boolean => (ascending ? value < other : value > other);
    if (ends.length === most && !before(ends.at(-1)!.value)) continue;
    let at = ends.length;
    while (at > 0 && before(ends[at - 1]!.value)) at -= 1;
    ends.splice(at, 0, { leaf, value });
    if (ends.length > most) ends.pop();
  }
  return ends.map(({ leaf }) => leaf);
}

/** Ends of every column among the rows inside one row that the question names. */
function extremesInside(index: JsonIndex, columns: readonly Column[], extremes: readonly Extreme[], around: Float64Array): ExtremeLeaf[] {
  const { rows } = index;
  let best = 0;
  for (const score of around) best = Math.max(best, score);
  const found: ExtremeLeaf[] = [];
  if (best === 0) return found;
  for (const { leaves } of columns) {
    const inside = new Map<number, number[]>();
    for (const leaf of leaves) {
      const parent = rows.parents[rows.rowOf[leaf]!]!;
      if (parent <= 0 || around[parent]! < best * 0.6) continue;
      const group = inside.get(parent);
      if (group === undefined) inside.set(parent, [leaf]);
      else group.push(leaf);
    }
    for (const group of inside.values())
      for (const extreme of extremes) for (const leaf of endsOf(index, group, extreme, 1)) found.push({ leaf, fit: 0.8 });
  }
  return found;
}

function isDate(value: string): boolean {
  return /^"\d{4}-\d\d-\d\d/.test(value.slice(0, 12));
}
