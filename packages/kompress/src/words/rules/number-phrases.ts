import { otherShape, type Units } from '../units.ts';
import { comparator, frameWord, numberWord } from '../word-traits.ts';

/** How far before a number the words go on that compare with it (`at least`, `no more than`). */
const longestComparison = 3;

/** Marks numbers with what they count or measure, what they are compared by, and what they number (`version 3`). */
export function markNumbers(units: Units, keep: Uint8Array): void {
  for (let unit = 0; unit < units.count; unit += 1) {
    const digits = units.shapes[unit] === otherShape && hasDigit(units.text, units.starts[unit]!, units.ends[unit]!);
    if (!digits && (units.traits[unit]! & numberWord) === 0) continue;
    keep[unit] = 1;
    // The unit of measure, or what is counted; a number at the end of its clause counts nothing.
    const counts = isSame(units, unit, unit + 1) && units.coreEnds[unit] === units.ends[unit];
    if (counts && (units.traits[unit + 1]! & frameWord) === 0) keep[unit + 1] = 1;
    let before = unit - 1;
    if (digits && isSame(units, before, unit) && (units.traits[before]! & frameWord) === 0) keep[before] = 1;
    for (; before >= unit - longestComparison && isSame(units, before, unit) && (units.traits[before]! & comparator) !== 0; before -= 1)
      keep[before] = 1;
  }
}

function isSame(units: Units, a: number, b: number): boolean {
  return a >= 0 && b < units.count && units.ranges[a] === units.ranges[b];
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x30 && code <= 0x39) return true;
  }
  return false;
}
