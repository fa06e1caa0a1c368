import { RawNumber, type JsonValue } from '../model.ts';
import { mentionsOwnMarks } from '../spell/spell-string.ts';
import { contentKey, type ColumnStatistics } from './column-statistics.ts';
import type { Group } from './outline.ts';
import { median } from '../../../relevance/robust.ts';

const mostCategories = 6;
const mostCategoryFacts = 2;
const mostRangeFacts = 2;
const mostNames = 5;
const longestShown = 40;
const tellingKey = /(?:state|status|level|severity|type|kind|category|result|outcome|code|reason|conclusion|phase|priority)$/i;

/**
 * Short facts about units, computed from exactly those: how many of each category, from where to where numbers and dates reach, names.
 * Linear in the values of the group. `names` says whether the first few keys of entries are told.
 */
export function factsAbout(
  group: Group,
  statistics: readonly ColumnStatistics[],
  isMeant: (unit: number) => boolean,
  named: (statistics: ColumnStatistics) => number,
  names: 'some' | 'none' = 'some',
): readonly string[] {
  const examples: string[] = [];
  const counts: Fact[] = [];
  const ranges: Fact[] = [];
  for (const column of statistics) {
    if (column.column.group !== group || column.column.role === 'label') continue;
    const values = meantValues(column, isMeant);
    if (values.length === 0) continue;
    if (column.column.role === 'name') {
      if (names === 'some') examples.push(namesIn(values));
    } else {
      const { list, fact } = countsOrRange(column, values, isMeant);
      // Named by the question first; what most of them have before what few have.
      const rank = 10 * named(column) + fact.rank + values.length / group.units - depthOf(column);
      if (fact.text !== undefined) (list === 'counts' ? counts : ranges).push({ text: fact.text, rank });
    }
  }
  // Facts stand in the text as they are: a value that looks like one of our marks is not told.
  return [...examples, ...best(counts, mostCategoryFacts), ...best(ranges, mostRangeFacts)].filter((fact) => !mentionsOwnMarks(fact));
}

interface Fact {
  readonly text: string | undefined;
  readonly rank: number;
}

/** Few different values are counted; other numbers and dates are told by their range. */
function countsOrRange(
  column: ColumnStatistics,
  values: readonly JsonValue[],
  isMeant: (unit: number) => boolean,
): { readonly list: 'counts' | 'ranges'; readonly fact: Fact } {
  const { categories, numbers, role } = column;
  const counted = categories === undefined || categories.size < 2 || role !== 'measure' ? undefined : countsIn(column, values);
  if (counted !== undefined || numbers === undefined)
    return { list: 'counts', fact: { text: counted, rank: (tellingKey.test(column.column.key) ? 3 : 0) - (categories?.size ?? 0) * 0.1 } };
  return { list: 'ranges', fact: { text: rangeOf(column, isMeant), rank: role === 'measure' ? 1 : 2 } };
}

/** What stands deep inside a record says less about the record. */
const depthOf = ({ column }: ColumnStatistics): number => column.name.split('.').length - 1;

function best(facts: readonly Fact[], most: number): readonly string[] {
  const order = [...facts.keys()].sort((a, b) => (facts[b]?.rank ?? 0) - (facts[a]?.rank ?? 0) || a - b).slice(0, most);
  return order.sort((a, b) => a - b).map((index) => facts[index]?.text ?? '');
}

function meantValues({ column }: ColumnStatistics, isMeant: (unit: number) => boolean): readonly JsonValue[] {
  const values: JsonValue[] = [];
  for (let index = 0; index < column.units.length; index++)
    if (isMeant(column.units[index] as number)) values.push(column.values[index] as JsonValue);
  return values;
}

/** `state open×40 closed×3`, or nothing where there are too many or too long ones. */
function countsIn({ column }: ColumnStatistics, values: readonly JsonValue[]): string | undefined {
  const counts = new Map<JsonValue, number>();
  for (const value of values) {
    const key = contentKey(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > mostCategories) return undefined;
  }
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  if (order.some(([value]) => typeof value === 'string' && (value.length > longestShown || value === ''))) return undefined;
  return `${label(column.name)}${order.map(([value, count]) => `${String(value)}×${count}`).join(' ')}`;
}

/** `number 12..93`, both ends spelled as they stand in the original. */
function rangeOf({ column, numbers }: ColumnStatistics, isMeant: (unit: number) => boolean): string | undefined {
  if (numbers === undefined) return undefined;
  let low = -1;
  let high = -1;
  for (let index = 0; index < numbers.length; index++) {
    const number = numbers[index] as number;
    if (Number.isNaN(number) || !isMeant(column.units[index] as number)) continue;
    if (low < 0 || number < (numbers[low] as number)) low = index;
    if (high < 0 || number > (numbers[high] as number)) high = index;
  }
  if (low < 0 || high < 0) return undefined;
  const from = spelled(column.values[low]);
  const to = spelled(column.values[high]);
  const range = from === to ? from : `${from}..${to}`;
  return column.name === '' ? `${range}${medianOf(numbers, column.units, isMeant)}` : `${label(column.name)}${range}`;
}

/** Items that are numbers have nothing else to tell of them: their middle is told too. */
function medianOf(numbers: Float64Array, units: readonly number[], isMeant: (unit: number) => boolean): string {
  const meant = numbers.filter((number, index) => !Number.isNaN(number) && isMeant(units[index] as number));
  return meant.length < 8 ? '' : `, median ${Number(median(meant).toPrecision(6))}`;
}

function namesIn(values: readonly JsonValue[]): string {
  const shown = values.slice(0, mostNames).map((name) => cut(String(name)));
  return values.length > mostNames ? `${shown.join(', ')}, …` : shown.join(', ');
}

const label = (name: string): string => (name === '' ? '' : `${name} `);
const spelled = (value: JsonValue | undefined): string => (value instanceof RawNumber ? value.source : String(value));
const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text);
