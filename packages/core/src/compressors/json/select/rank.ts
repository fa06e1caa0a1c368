import type { JsonValue } from '../model.ts';
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
// So much of the second number stands behind the first in one that a double can hold.
const secondRange = 2 ** 20;

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
  const digests = new Digests(outline.units.length);
  for (const group of outline.groups) {
    const columns = group.columns.filter(({ role }) => role === 'value');
    if (columns.length > 0 && !columns.some((column) => isUnique(column, group.units))) digests.markRepeats(columns);
  }
  return digests.repeats;
}

/** One column whose values all differ settles it: the first value that stands twice spares the look at all others. */
function isUnique({ values }: Column, units: number): boolean {
  if (values.length < units) return false;
  const seen = new Set<JsonValue>();
  for (let index = 0; index < values.length; index++) if (seen.add(contentKey(values[index] as JsonValue)).size <= index) return false;
  return true;
}

/** What the values of each unit come to, two numbers of 32 bits. A unit has its values in one group. */
class Digests {
  readonly repeats: Uint8Array;
  readonly #first: Int32Array;
  readonly #second: Int32Array;

  constructor(units: number) {
    this.repeats = new Uint8Array(units);
    this.#first = new Int32Array(units);
    this.#second = new Int32Array(units);
  }

  markRepeats(columns: readonly Column[]): void {
    const first = this.#first;
    const second = this.#second;
    const known = new Map<unknown, number>();
    const members: number[] = [];
    columns.forEach((column, place) => {
      for (let index = 0; index < column.values.length; index++) {
        const key = contentKey(column.values[index] ?? null);
        let number = known.get(key);
        if (number === undefined) known.set(key, (number = known.size + 1));
        const unit = column.units[index] as number;
        if (first[unit] === 0 && second[unit] === 0) members.push(unit);
        first[unit] = Math.imul((first[unit] as number) ^ number, 0x01000193) + place + 1;
        second[unit] = Math.imul((second[unit] as number) + number, 0x2c1b3c6d) ^ (place + 1);
      }
    });
    const seen = new Set<number>();
    for (const unit of members) {
      const digest = (first[unit] as number) * secondRange + ((second[unit] as number) & (secondRange - 1));
      if (seen.has(digest)) this.repeats[unit] = 1;
      seen.add(digest);
    }
  }
}
