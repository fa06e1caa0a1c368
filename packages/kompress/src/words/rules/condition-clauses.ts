import type { Units } from '../units.ts';
import { article, condition, conditionLead, conditionNoun } from '../word-traits.ts';

/** A condition without a pause is followed no further. */
const longestClause = 16;

/** Marks what opens a condition and all of its clause but articles: `if the flag is set` says something else without `set`. */
export function markConditions(units: Units, keep: Uint8Array): void {
  let left = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    if (unit > 0 && units.ranges[unit] !== units.ranges[unit - 1]) left = 0;
    if (opensCondition(units, unit)) {
      left = longestClause + 1;
      // in case, as long as
      if ((units.traits[unit]! & condition) === 0) keep[unit - 1] = 1;
    }
    if (left === 0) continue;
    left -= 1;
    if ((units.traits[unit]! & article) === 0) keep[unit] = 1;
    // A comma right behind the opening word (`otherwise, …`) is no end of its clause.
    if (units.coreEnds[unit]! < units.ends[unit]! && left < longestClause) left = 0;
  }
}

function opensCondition({ traits, ranges, text, starts, coreEnds }: Units, unit: number): boolean {
  if ((traits[unit]! & condition) !== 0) return true;
  if ((traits[unit]! & conditionNoun) === 0 || unit === 0 || ranges[unit - 1] !== ranges[unit]) return false;
  if ((traits[unit - 1]! & conditionLead) === 0) return false;
  const isIn = /^in$/i.test(text.slice(starts[unit - 1], coreEnds[unit - 1]));
  return isIn === /^case$/i.test(text.slice(starts[unit], coreEnds[unit]));
}
