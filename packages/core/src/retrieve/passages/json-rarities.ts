import type { JsonIndex } from './json-index.ts';
import { spelled } from './json-index.ts';

/** Columns with fewer values have nothing usual. */
const fewestValues = 8;

/** A column of more different values than this is no category. */
const mostCategories = 24;

/** Longer values are no categories. */
const longestCategory = 40;

/** Rows that have a value which nearly all others of their kind do not have, with the leaf that shows it. */
export function rareLeaves({ tree, rows, leaves }: JsonIndex): readonly number[] {
  const columns = new Map<number, { total: number; first: Map<string, number>; counts: Map<string, number> }>();
  for (const leaf of leaves) {
    const pattern = rows.patternOf[leaf]!;
    const column = columns.get(pattern) ?? { total: 0, first: new Map<string, number>(), counts: new Map<string, number>() };
    columns.set(pattern, column);
    column.total += 1;
    if (column.counts.size > mostCategories || tree.ends[leaf]! - tree.starts[leaf]! > longestCategory) continue;
    const value = spelled(tree, leaf);
    column.counts.set(value, (column.counts.get(value) ?? 0) + 1);
    if (!column.first.has(value)) column.first.set(value, leaf);
  }
  const found: number[] = [];
  for (const { total, first, counts } of columns.values()) {
    if (total < fewestValues || counts.size > mostCategories || counts.size > total * 0.3) continue;
    for (const [value, leaf] of first) if (counts.get(value)! <= Math.max(1, total * 0.05)) found.push(leaf);
  }
  return found.sort((a, b) => a - b);
}
