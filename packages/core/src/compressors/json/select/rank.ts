import { contentKey } from './column-statistics.ts';
import type { Column, Outline } from './outline.ts';

/**
 * Orders units by value: score first, and among equals spread evenly over their collection, so that any first part of the order is a
 * sample of the whole. Units that repeat another one's content come later. Takes n log n.
 */
export function rankUnits(outline: Outline, scores: Float64Array): readonly number[] {
  const adjusted = scores.slice();
  const repeats = findRepeats(outline);
  for (const unit of outline.units) {
    const at = adjusted[unit.index] as number;
    adjusted[unit.index] = at - spreadShare * reversedBits(unit.position) - (repeats[unit.index] === 1 ? repeatPenalty : 0);
  }
  const order: number[] = [];
  for (let index = 1; index < outline.units.length; index++) order.push(index);
  return order.sort((a, b) => (adjusted[b] as number) - (adjusted[a] as number) || a - b);
}

const spreadShare = 0.05;
const repeatPenalty = 0.3;
// Thirty-one times this is still a whole number that a double can hold.
const largestDigest = 281474976710597;

/** The van der Corput sequence in base 2: 0, 1/2, 1/4, 3/4, …: any first part of it covers the range evenly. */
function reversedBits(position: number): number {
  let result = 0;
  let share = 0.5;
  for (let rest = position; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result += share;
    share /= 2;
  }
  return result;
}

/** Marks units whose own values equal those of an earlier unit of the same group. */
function findRepeats(outline: Outline): Uint8Array {
  const repeats = new Uint8Array(outline.units.length);
  for (const group of outline.groups) {
    const columns = group.columns.filter(({ role }) => role === 'value');
    if (columns.length > 0 && !columns.some((column) => isUnique(column, group.units))) markRepeats(columns, repeats);
  }
  return repeats;
}

/** One column whose values all differ settles it: the look at a few first values spares most of the others. */
function isUnique({ values }: Column, units: number): boolean {
  if (values.length < units) return false;
  const some = values.slice(0, 16);
  if (new Set(some.map(contentKey)).size < some.length) return false;
  return new Set(values.map(contentKey)).size === values.length;
}

function markRepeats(columns: readonly Column[], repeats: Uint8Array): void {
  const digests = new Map<number, number>();
  const known = new Map<unknown, number>();
  columns.forEach((column, place) => {
    for (let index = 0; index < column.values.length; index++) {
      const key = contentKey(column.values[index] ?? null);
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = known.size + 1));
      const unit = column.units[index] as number;
      digests.set(unit, ((digests.get(unit) ?? 7) * 31 + number * 7 + place) % largestDigest);
    }
  });
  const seen = new Set<number>();
  for (const [unit, digest] of digests) {
    if (seen.has(digest)) repeats[unit] = 1;
    seen.add(digest);
  }
}
