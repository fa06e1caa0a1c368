import { contentKey } from './column-statistics.ts';
import type { Outline } from './outline.ts';

/**
 * Orders units by value: score first, and among equals spread evenly over their collection, so that any first part of the order is a
 * sample of the whole. Units that repeat another one's content come later. Takes n log n.
 */
export function rankUnits(outline: Outline, scores: Float64Array): readonly number[] {
  const adjusted = Float64Array.from(scores);
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
  const digests = new Float64Array(outline.units.length);
  const known = new Map<unknown, number>();
  for (const column of outline.columns) {
    if (column.role !== 'value') continue;
    for (let index = 0; index < column.values.length; index++) {
      const key = contentKey(column.values[index] ?? null);
      let number = known.get(key);
      if (number === undefined) known.set(key, (number = known.size + 1));
      const unit = column.units[index] as number;
      digests[unit] = ((digests[unit] as number) * 31 + number + 1) % 9007199254740881;
    }
  }
  return marksOfRepeats(outline, digests);
}

function marksOfRepeats(outline: Outline, digests: Float64Array): Uint8Array {
  const repeats = new Uint8Array(outline.units.length);
  const seen = new Map<unknown, Set<number>>();
  for (const unit of outline.units) {
    const digest = digests[unit.index] as number;
    if (digest === 0 || unit.collection === undefined) continue;
    const { group } = unit.collection;
    const digestsOfGroup = seen.get(group) ?? new Set<number>();
    seen.set(group, digestsOfGroup);
    if (digestsOfGroup.has(digest)) repeats[unit.index] = 1;
    digestsOfGroup.add(digest);
  }
  return repeats;
}
