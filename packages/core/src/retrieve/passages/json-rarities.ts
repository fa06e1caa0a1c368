import type { JsonIndex } from './json-index.ts';
import { spelled } from './json-index.ts';

/** Columns with fewer values have nothing usual. */
const fewestValues = 8;

/** A column of more different values than this is no category. */
const mostCategories = 24;

/** A value that more of a column share is not rare; of one that fewer share, so many holders are told at most. */
const rareShare = 0.05;
const mostHolders = 3;

/** Longer values are no categories. */
const longestCategory = 40;

/** Leaves that have a value which nearly all others of their column do not have, the rarest first. */
export function rareLeaves({ tree, rows, leaves }: JsonIndex): readonly number[] {
  const columns = new Map<number, { total: number; holders: Map<string, number[]>; counts: Map<string, number> }>();
  for (const leaf of leaves) {
    const pattern = rows.patternOf[leaf]!;
    const column = columns.get(pattern) ?? { total: 0, holders: new Map<string, number[]>(), counts: new Map<string, number>() };
    columns.set(pattern, column);
    column.total += 1;
    if (column.counts.size > mostCategories || tree.ends[leaf]! - tree.starts[leaf]! > longestCategory) continue;
    const value = spelled(tree, leaf);
    column.counts.set(value, (column.counts.get(value) ?? 0) + 1);
    const holders = column.holders.get(value);
    if (holders === undefined) column.holders.set(value, [leaf]);
    else if (holders.length < mostHolders) holders.push(leaf);
  }
  const found: { readonly leaf: number; readonly share: number }[] = [];
  for (const { total, holders, counts } of columns.values()) {
    if (total < fewestValues || counts.size > mostCategories || counts.size > total * 0.3) continue;
    for (const [value, rare] of holders) {
      const share = counts.get(value)! / total;
      if (share <= Math.max(1 / total, rareShare)) for (const leaf of rare) found.push({ leaf, share });
    }
  }
  return found.sort((a, b) => a.share - b.share || a.leaf - b.leaf).map(({ leaf }) => leaf);
}
