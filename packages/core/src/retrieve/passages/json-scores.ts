import { inverseFrequencies, scoreCounts } from '../../relevance/bm25.ts';
import { keyOf } from '../json/json-tree.ts';
import { countLeaf, isBlank, spelled, type JsonIndex } from './json-index.ts';

/** What a word of a row counts for the rows inside it, per level. */
const inherited = 0.6;

/** A field that fewer of the rows have, or a value that fewer of them share, tells by its name. */
const seldom = 0.3;

/**
 * Scores rows by the question: BM25 over the values of each row; a map's key is part of its row; the name of a field counts where few rows have the field or its
 * value; rows inside others have some of those others' words.
 */
export function scoreRows(index: JsonIndex): Float64Array {
  const { rows, wanted, leaves } = index;
  const width = wanted.length;
  if (width === 0) return new Float64Array(rows.count);
  const whole = new Uint32Array(rows.count * width);
  const lengths = new Float64Array(rows.count);
  for (const leaf of leaves) {
    const row = rows.rowOf[leaf]!;
    lengths[row]! += countLeaf(index, leaf, whole, row * width);
  }
  countNames(index, whole);
  countTellingKeys(index, whole);
  const counts = Float32Array.from(whole);
  for (let row = 1; row < rows.count; row += 1) {
    const parent = rows.parents[row]!;
    if (parent <= 0) continue;
    for (let term = 0; term < width; term += 1) {
      const fromParent = Math.min(1, counts[parent * width + term]!) * inherited;
      if (fromParent > counts[row * width + term]!) counts[row * width + term] = fromParent;
    }
  }
  const rarity = inverseFrequencies(wanted, whole, rows.count);
  const rarest = Math.max(...rarity, 1e-9);
  rarity.forEach((value, term) => (index.rarity[term] = value / rarest));
  return scoreCounts({ question: wanted, counts, lengths });
}

/** Keys of maps name their rows. */
function countNames({ tree, rows, matcher, wanted }: JsonIndex, counts: Uint32Array): void {
  for (let row = 1; row < rows.count; row += 1) {
    const node = rows.nodes[row]!;
    if (tree.keyStarts[node]! >= 0) matcher.count(keyOf(tree, node)!, counts, { offset: row * wanted.length });
  }
}

function countTellingKeys(index: JsonIndex, counts: Uint32Array): void {
  const { tree, rows, leaves, patternTerms, wanted } = index;
  const named = new Map<number, { total: number; readonly values: Map<string, number> }>();
  for (const leaf of leaves) {
    const pattern = rows.patternOf[leaf]!;
    if (patternTerms[pattern]!.length === 0) continue;
    const column = named.get(pattern) ?? { total: 0, values: new Map<string, number>() };
    named.set(pattern, column);
    column.total += 1;
    const value = spelled(tree, leaf).slice(0, 60);
    column.values.set(value, (column.values.get(value) ?? 0) + 1);
  }
  const groups = countGroups(index);
  // A record of sixteen fields under one telling name is told once.
  const told = new Set<number>();
  for (const leaf of leaves) {
    const pattern = rows.patternOf[leaf]!;
    const column = named.get(pattern);
    if (column === undefined) continue;
    const row = rows.rowOf[leaf]!;
    const group = groups.get(rows.patternOf[rows.nodes[row]!]!)!;
    const value = spelled(tree, leaf).slice(0, 60);
    const sparse = group < 3 || column.total < group * 0.5;
    const rare = column.values.get(value)! <= column.total * seldom && column.values.size < column.total * 0.5;
    if (sparse ? value === 'null' : !rare || isBlank(value)) continue;
    for (const term of patternTerms[pattern]!) {
      const cell = row * wanted.length + term;
      if (told.has(cell)) continue;
      told.add(cell);
      counts[cell]! += 1;
    }
  }
}

/** How many rows there are of each pattern. */
function countGroups({ rows }: JsonIndex): Map<number, number> {
  const groups = new Map<number, number>();
  for (let row = 0; row < rows.count; row += 1) {
    const pattern = rows.patternOf[rows.nodes[row]!]!;
    groups.set(pattern, (groups.get(pattern) ?? 0) + 1);
  }
  return groups;
}
