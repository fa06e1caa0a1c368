import { countFact } from '../../marker/index.ts';
import type { Asked } from './asked.ts';
import type { ColumnMeasures } from './measure-column.ts';

const mostCategories = 5;
const mostCategoryFacts = 2;
const mostRangeFacts = 2;
const longestValue = 28;
const aWord = /^(?:\p{L}[\p{L}\d_./-]+|)$/u;
const tellingName =
  /(?:stat(?:e|us)|level|severity|type|kind|category|result|outcome|reason|phase|priority|active|sub|load|user|owner|proto\w*|netid|command|line|construction)$/i;

/** Says what rows have in common that were left out. */
export interface RowFacts {
  /** Short facts about the rows of which `meant` says so: how many of each category, from where to where numbers reach. Linear in the rows. */
  about(from: number, to: number, meant: (row: number) => boolean): readonly string[];
}

/** Chooses the columns that tell most, those that the question names first. */
export function createRowFacts(measures: readonly ColumnMeasures[], asked: Asked): RowFacts {
  const rank = ({ column: { name }, categories, role }: ColumnMeasures): number =>
    10 * asked.fit(name) +
    (tellingName.test(name) ? 3 : 0) +
    (role === 'measure' ? 1 : 0) -
    0.1 * Math.min(20, categories?.values.length ?? 0);
  const ranks = measures.map(rank);
  const ranked = measures
    .map((_, index) => index)
    .sort((a, b) => ranks[b]! - ranks[a]! || a - b)
    .map((index) => measures[index]!);
  const counted = ranked.filter(isTelling).slice(0, mostCategoryFacts);
  const ranged = ranked
    .filter(
      ({ column: { name }, role, spread }) =>
        name.trim() !== '' && role !== 'text' && role !== 'identifier' && spread !== undefined && spread.minimum < spread.maximum,
    )
    .slice(0, mostRangeFacts);
  return {
    about(from, to, meant) {
      const facts: string[] = [];
      for (const measure of counted) facts.push(...countsOf(measure, from, to, meant));
      for (const measure of ranged) facts.push(...rangeOf(measure, from, to, meant));
      return facts;
    },
  };
}

/** Few different values, none of them long, at least two. Without the name of their column only words say what they are. */
function isTelling({ column: { name }, categories, role }: ColumnMeasures): boolean {
  if (categories === undefined || categories.values.length < 2 || role === 'measure' || role === 'date') return false;
  if (categories.values.length > 24) return false;
  return categories.values.every((value) => value.length <= longestValue && (name.trim() !== '' || aWord.test(value)));
}

const labelOf = (name: string): string => (name.trim() === '' ? '' : `${name.trim()} `);

function countsOf({ column: { name }, categories }: ColumnMeasures, from: number, to: number, meant: (row: number) => boolean): string[] {
  const { values, ofRow } = categories!;
  const counts = new Int32Array(values.length);
  const met: number[] = [];
  for (let row = from; row < to; row += 1) {
    const category = ofRow[row]!;
    if (values[category] === '' || !meant(row)) continue;
    if (counts[category] === 0) met.push(category);
    counts[category]! += 1;
  }
  if (met.length === 0) return [];
  const order = met.sort((a, b) => counts[b]! - counts[a]!);
  const shown = order.slice(0, mostCategories).map((category) => countFact(counts[category]!, values[category]!));
  if (order.length > mostCategories) shown.push(`${order.length - mostCategories} other values`);
  return [`${labelOf(name)}${shown.join(' ')}`];
}

/** `size 12..93`, both ends spelled as they stand in the text. */
function rangeOf(
  { column: { name, cells }, numbers }: ColumnMeasures,
  from: number,
  to: number,
  meant: (row: number) => boolean,
): string[] {
  let low = -1;
  let high = -1;
  for (let row = from; row < to; row += 1) {
    const number = numbers![row]!;
    if (Number.isNaN(number) || !meant(row)) continue;
    if (low < 0 || number < numbers![low]!) low = row;
    if (high < 0 || number > numbers![high]!) high = row;
  }
  if (low < 0) return [];
  return [`${labelOf(name)}${cells[low]!}${cells[low] === cells[high] ? '' : `..${cells[high]!}`}`];
}
