import type { TextUnits } from '../../relevance/selection/text-units.ts';

/** Places of a table that are tried for a key; only a text made to fill one part of the table needs more, and there a line counts as new. */
const mostTries = 64;

/**
 * How often the key of each line stands among all keys; 0 for a line of key 0, which has none. Linear on any text.
 *
 * @example countKeys(Int32Array.of(7, 0, 7)) // Int32Array [2, 0, 2]
 */
export function countKeys(keys: Int32Array): Int32Array {
  const { slots, shift } = emptySlots(keys.length);
  const mask = slots.length - 1;
  const times = new Int32Array(keys.length);
  /** The first line of each line's key. */
  const firsts = new Int32Array(keys.length);
  for (let line = 0; line < keys.length; line += 1) {
    const key = keys[line]!;
    firsts[line] = line;
    if (key === 0) continue;
    for (let slot = slotOf(key, shift), tries = 0; tries < mostTries; slot = (slot + 1) & mask, tries += 1) {
      const other = slots[slot]! - 1;
      if (other < 0) slots[slot] = line + 1;
      else if (keys[other] !== key) continue;
      else firsts[line] = other;
      break;
    }
    times[firsts[line]!]! += 1;
  }
  for (let line = 0; line < keys.length; line += 1) times[line] = times[firsts[line]!]!;
  return times;
}

/** Lines that are compared. */
export interface CensusOf {
  readonly units: TextUnits;
  readonly codes: Uint16Array;
  /** Equal for equal lines; 0 for lines that are not looked at. */
  readonly keys: Int32Array;
  /** Characters of a line that are read. */
  readonly read: number;
}

/**
 * How many equal lines stand before each line. Long lines are equal where their beginnings are and they are as long. Linear on any text.
 */
export function countRepeats({ units: { count, starts, ends }, codes, keys, read }: CensusOf): Int32Array {
  const { slots, shift } = emptySlots(count);
  const mask = slots.length - 1;
  const times = new Int32Array(count);
  const repeats = new Int32Array(count);
  const isEqual = (one: number, other: number): boolean => {
    const length = ends[one]! - starts[one]!;
    if (length !== ends[other]! - starts[other]!) return false;
    const shift = starts[other]! - starts[one]!;
    const stop = starts[one]! + Math.min(length, read);
    let at = starts[one]!;
    while (at < stop && codes[at] === codes[at + shift]) at += 1;
    return at === stop;
  };
  for (let line = 0; line < count; line += 1) {
    const key = keys[line]!;
    if (key === 0) continue;
    for (let slot = slotOf(key, shift), tries = 0; tries < mostTries; slot = (slot + 1) & mask, tries += 1) {
      const other = slots[slot]! - 1;
      if (other < 0) slots[slot] = line + 1;
      else if (keys[other] !== key || !isEqual(other, line)) continue;
      else {
        times[other]! += 1;
        repeats[line] = times[other]!;
      }
      break;
    }
  }
  return repeats;
}

/** Slots for twice as many keys and more: zeros, later one more than the line that a key was met in first. */
function emptySlots(keys: number): { readonly slots: Int32Array; readonly shift: number } {
  const bits = Math.max(6, 33 - Math.clz32(keys));
  return { slots: new Int32Array(1 << bits), shift: 32 - bits };
}

function slotOf(key: number, shift: number): number {
  return Math.imul(key ^ (key >>> 15), 0x9e3779b1) >>> shift;
}
