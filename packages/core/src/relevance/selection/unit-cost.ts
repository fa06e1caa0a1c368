import type { TextUnits } from './text-units.ts';

/** How much a unit's length counts against it: between none (0) and value per token (1). */
const costExponent = 0.3;
const charactersPerToken = 3;
/** A long unit is shown in part, and costs no more than that. */
const mostCostly = 900;

/** What a unit costs beside its own text, in tokens: its break and its share of the statements of gaps. */
export const unitOverhead = 4;

/** Characters of a unit that are shown at most, for its cost. */
export function shownCharacters({ starts, ends }: TextUnits, unit: number): number {
  return Math.min(mostCostly, ends[unit]! - starts[unit]!);
}

/** For each number of characters the rank of its cost: a power of each unit of a text would take longer than all else that ranks it. */
const costRanks = Float64Array.from(
  { length: mostCostly + 1 },
  (_, characters) => (unitOverhead + characters / charactersPerToken) ** costExponent,
);

/** What a unit's worth is divided by, so that of two that say as much the shorter leads. */
export function costRank(units: TextUnits, unit: number): number {
  return costRanks[shownCharacters(units, unit)]!;
}
