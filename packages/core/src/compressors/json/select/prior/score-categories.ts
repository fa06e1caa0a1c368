import type { JsonValue } from '../../model.ts';
import { contentKey, type ColumnStatistics } from '../column-statistics.ts';
import { add, isEmpty, weights } from './weights.ts';

const mostCodes = 12;

/** Numbers that measure are categories only where few of them exist: codes, levels, counts of nearly nothing. */
export const isCategorical = ({ categories, numbers, role }: ColumnStatistics): boolean =>
  categories !== undefined && (numbers === undefined || role !== 'measure' || categories.size <= mostCodes);

/** Rare values of a column of categories, and the first of each category. */
export function scoreCategories({ column, categories }: ColumnStatistics, boost: number, scores: Float64Array): void {
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
