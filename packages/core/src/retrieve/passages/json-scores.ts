import { inverseFrequencies, scoreCounts } from '../../relevance/bm25.ts';
import { keyOf } from '../json/json-tree.ts';
import { countLeaf, isBlank, spelled, type JsonIndex } from './json-index.ts';

/** What a row's score counts for the rows inside it that match as well. */
const inherited = 0.5;

/** What a value that is just the asked word is worth beside the word somewhere in it, where the question names its field or the field names its row. */
const exactWorth = 3;
const longestExact = 66;

/** A long record is hardly a worse answer than a short one. */
const lengthShare = 0.3;

/** A field that fewer of the rows have, or a value that fewer of them share, tells by its name. */
const seldom = 0.3;

/**
 * Scores rows by the question: BM25 over the values of each row; a map's key is part of its row; the name of a field counts where few rows have the field or its
 * value; rows inside others have a part of those others' scores.
 */
export function scoreRows(index: JsonIndex): Float64Array {
  const { rows, wanted, leaves } = index;
  const width = wanted.length;
  if (width === 0) return new Float64Array(rows.count);
  const whole = new Uint32Array(rows.count * width);
  const lengths = new Float64Array(rows.count);
  const exact: { readonly row: number; readonly term: number; readonly named: boolean }[] = [];
  const numbers = new Map(wanted.map(({ term }, number) => [term, number]));
  for (const leaf of leaves) {
    const row = rows.rowOf[leaf]!;
    lengths[row]! += countLeaf(index, leaf, whole, row * width);
    if (index.matcher.hits() === 0) continue;
    const term = exactTerm(index, leaf, numbers);
    if (term === undefined) continue;
    const pattern = rows.patternOf[leaf]!;
    exact.push({
      row,
      term,
      named: index.patternTerms[pattern]!.length > 0 || /(?:name|title|id|key)"$/i.test(rows.patterns[pattern]!.key ?? ''),
    });
  }
  countNames(index, whole);
  countTellingKeys(index, whole);
  const rarity = inverseFrequencies(wanted, whole, rows.count);
  const rarest = Math.max(...rarity, 1e-9);
  rarity.forEach((value, term) => (index.rarity[term] = value / rarest));
  const scores = scoreCounts({ question: wanted, counts: whole, lengths, lengthShare });
  const bonus = new Map<number, number>();
  for (const { row, term, named } of exact)
    bonus.set(row, Math.max(bonus.get(row) ?? 0, rarity[term]! * (named ? exactWorth : exactWorth / 3)));
  for (const [row, worth] of bonus) scores[row]! += worth;
  // Parents stand before their rows, so that their scores are whole already. A row without a word of its own is no match: its parent is.
  for (let row = 1; row < rows.count; row += 1) {
    const parent = rows.parents[row]!;
    if (scores[row]! > 0 && parent > 0) scores[row]! += inherited * scores[parent]!;
  }
  return scores;
}

/** The term that is the whole value of a leaf, as `97` in `"comments": 97`. */
function exactTerm({ tree }: JsonIndex, leaf: number, numbers: ReadonlyMap<string, number>): number | undefined {
  const { starts, ends } = tree;
  if (ends[leaf]! - starts[leaf]! > longestExact) return undefined;
  return numbers.get(spelled(tree, leaf).replaceAll('"', '').toLowerCase());
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
