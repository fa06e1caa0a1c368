import { arrayNode, childCount } from '../json/json-tree.ts';
import { countLeaf, type JsonIndex } from './json-index.ts';

/** Shorter lists are of equal length by chance. */
const shortestList = 3;

/**
 * Rows that a list of names beside them labels: in `{"cities": ["A", "B", "C"], "rows": [[...], [...], [...]]}` the second row is B's. Lists of one length belong together;
 * in a matrix a row inside a labelled row has both labels. A map from row to the worth of its labels.
 */
export function labelledRows(index: JsonIndex): ReadonlyMap<number, number> {
  const { tree, rows } = index;
  const labels = findLabels(index);
  const found = new Map<number, number>();
  if (labels.size === 0) return found;
  const lengths = new Map<number, number>();
  for (let row = 1; row < rows.count; row += 1) {
    const node = rows.nodes[row]!;
    const list = tree.parents[node]!;
    if (tree.kinds[list] !== arrayNode) continue;
    let length = lengths.get(list);
    if (length === undefined) lengths.set(list, (length = childCount(tree, list)));
    const own = labels.get(length)?.get(tree.positions[node]!);
    if (own !== undefined) found.set(row, own + (found.get(rows.parents[row]!) ?? 0));
  }
  return found;
}

/** For each length of a list of single values: the places whose values the question names. */
function findLabels(index: JsonIndex): Map<number, Map<number, number>> {
  const { tree, rows, leaves, wanted, rarity } = index;
  const labels = new Map<number, Map<number, number>>();
  const counts = new Uint32Array(wanted.length);
  let list = -1;
  let length = 0;
  for (const leaf of leaves) {
    const parent = tree.parents[leaf]!;
    if (tree.kinds[parent] !== arrayNode || rows.nodes[rows.rowOf[leaf]!] === leaf) continue;
    if (parent !== list) length = childCount(tree, parent);
    list = parent;
    if (length < shortestList) continue;
    counts.fill(0);
    countLeaf(index, leaf, counts, 0);
    let worth = 0;
    counts.forEach((count, term) => {
      if (count > 0) worth += wanted[term]!.weight * rarity[term]!;
    });
    if (worth === 0) continue;
    const places = labels.get(length) ?? new Map<number, number>();
    labels.set(length, places);
    places.set(tree.positions[leaf]!, Math.max(worth, places.get(tree.positions[leaf]!) ?? 0));
  }
  return labels;
}
