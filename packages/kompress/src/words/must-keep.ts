import { markConditions } from './rules/condition-clauses.ts';
import { markLabels } from './rules/labels.ts';
import { markNames } from './rules/names.ts';
import { markNumbers } from './rules/number-phrases.ts';
import { markQuoted } from './rules/quoted-units.ts';
import { otherShape, type Units } from './units.ts';
import { loneLetter, modal, negation, restriction } from './word-traits.ts';

/**
 * Says which words stay whatever a model thinks of them: negations and the word behind, modals, conditions with their clause, numbers with their units, names, all that is no
 * plain word (identifiers, paths, addresses, brackets, signs), and what is quoted. Linear.
 *
 * @returns 1 for each unit that stays
 */
export function markMustKeep(units: Units): Uint8Array {
  const keep = new Uint8Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1) {
    const traits = units.traits[unit]!;
    if (units.shapes[unit] === otherShape || (traits & (modal | restriction | negation | loneLetter)) !== 0) keep[unit] = 1;
    if ((traits & negation) !== 0 && unit + 1 < units.count && units.ranges[unit + 1] === units.ranges[unit]) keep[unit + 1] = 1;
  }
  markLabels(units, keep);
  markNames(units, keep);
  markNumbers(units, keep);
  markConditions(units, keep);
  markQuoted(units, keep);
  return keep;
}
