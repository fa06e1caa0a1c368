import { RawNumber, type JsonValue } from '../model.ts';
import { mentionsOwnMarks } from '../spell/spell-string.ts';
import { contentKey, type ColumnStatistics } from './column-statistics.ts';
import type { Column, Group } from './outline.ts';
import { median } from '../../../relevance/robust.ts';

const mostCategories = 6;
const mostCategoryFacts = 2;
const mostRangeFacts = 2;
const mostNames = 5;
const longestShown = 40;
const tellingKey = /(?:state|status|level|severity|type|kind|category|result|outcome|code|reason|conclusion|phase|priority)$/i;

/** The units that facts are about: those of a range that are marked. */
export interface Meant {
  /** 1 for each unit that is meant. */
  readonly marks: Uint8Array;
  readonly from: number;
  readonly to: number;
}

interface FactRequest {
  readonly meant: Meant;
  readonly named: (statistics: ColumnStatistics) => number;
  /** Whether the first few keys of entries are told. */
  readonly names: 'some' | 'none';
}

/**
 * Short facts about units, computed from exactly those: how many of each category, from where to where numbers and dates reach, names.
 * `columns` are those of the group. Linear in the values of the units.
 */
export function factsAbout(group: Group, columns: readonly ColumnStatistics[], { meant, named, names }: FactRequest): readonly string[] {
  const examples: string[] = [];
  const counts: Fact[] = [];
  const ranges: Fact[] = [];
  for (const statistics of columns) {
    const { column } = statistics;
    if (column.role === 'label') continue;
    if (column.role === 'name') {
      if (names === 'some') examples.push(...namesIn(column, meant));
      continue;
    }
    if (!isTold(statistics)) continue;
    const fact = countsOrRange(statistics, meant);
    if (fact === undefined) continue;
    // Named by the question first; what most of them have before what few have.
    const rank = 10 * named(statistics) + fact.rank + fact.values / group.units - depthOf(statistics);
    (fact.list === 'counts' ? counts : ranges).push({ text: fact.text, rank });
  }
  // Facts stand in the text as they are: a value that looks like one of our marks is not told.
  return [...examples, ...best(counts, mostCategoryFacts), ...best(ranges, mostRangeFacts)].filter((fact) => !mentionsOwnMarks(fact));
}

interface Fact {
  readonly text: string;
  readonly rank: number;
}

interface ColumnFact extends Fact {
  readonly list: 'counts' | 'ranges';
  /** How many values it is about. */
  readonly values: number;
}

const isCounted = ({ categories, role }: ColumnStatistics): boolean =>
  categories !== undefined && categories.size >= 2 && role === 'measure';

/** Whether a column can have a fact at all: most columns of text have none. */
const isTold = (statistics: ColumnStatistics): boolean => statistics.numbers !== undefined || isCounted(statistics);

/** Few different values are counted; other numbers and dates are told by their range. */
function countsOrRange(statistics: ColumnStatistics, meant: Meant): ColumnFact | undefined {
  const { column, categories, numbers, role } = statistics;
  const places = placesOf(column, meant);
  if (places.length === 0) return undefined;
  const values = places.length;
  const counted = isCounted(statistics) ? countsIn(column, places) : undefined;
  if (counted !== undefined)
    return { list: 'counts', text: counted, rank: (tellingKey.test(column.key) ? 3 : 0) - (categories?.size ?? 0) * 0.1, values };
  const range = numbers === undefined ? undefined : rangeOf(column, numbers, places);
  return range === undefined ? undefined : { list: 'ranges', text: range, rank: role === 'measure' ? 1 : 2, values };
}

/** Where the values of the units stand in a column; looks only at the units of the range where they stand in their order. */
function placesOf({ units, ordered }: Column, { marks, from, to }: Meant): readonly number[] {
  const places: number[] = [];
  for (let index = ordered ? firstFrom(units, from) : 0; index < units.length; index++) {
    const unit = units[index] as number;
    if (unit >= to) {
      if (ordered) break;
      continue;
    }
    if (unit >= from && marks[unit] === 1) places.push(index);
  }
  return places;
}

function firstFrom(units: readonly number[], from: number): number {
  let low = 0;
  for (let high = units.length; low < high;) {
    const middle = (low + high) >> 1;
    if ((units[middle] as number) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What stands deep inside a record says less about the record. */
const depthOf = ({ column }: ColumnStatistics): number => column.name.split('.').length - 1;

function best(facts: readonly Fact[], most: number): readonly string[] {
  const order = [...facts.keys()].sort((a, b) => (facts[b] as Fact).rank - (facts[a] as Fact).rank || a - b).slice(0, most);
  return order.sort((a, b) => a - b).map((index) => (facts[index] as Fact).text);
}

/** `state open×40 closed×3`, or nothing where there are too many or too long ones. */
function countsIn(column: Column, places: readonly number[]): string | undefined {
  const counts = new Map<JsonValue, number>();
  for (const place of places) {
    const key = contentKey(column.values[place] as JsonValue);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > mostCategories) return undefined;
  }
  const order = [...counts].sort((a, b) => b[1] - a[1]);
  if (order.some(([value]) => typeof value === 'string' && (value.length > longestShown || value === ''))) return undefined;
  return `${label(column.name)}${order.map(([value, count]) => `${String(value)}×${count}`).join(' ')}`;
}

/** `number 12..93`, both ends spelled as they stand in the original. */
function rangeOf(column: Column, numbers: Float64Array, places: readonly number[]): string | undefined {
  let low = -1;
  let high = -1;
  for (const place of places) {
    const number = numbers[place] as number;
    if (Number.isNaN(number)) continue;
    if (low < 0 || number < (numbers[low] as number)) low = place;
    if (high < 0 || number > (numbers[high] as number)) high = place;
  }
  if (low < 0 || high < 0) return undefined;
  const from = spelled(column.values[low]);
  const to = spelled(column.values[high]);
  const range = from === to ? from : `${from}..${to}`;
  return column.name === '' ? `${range}${medianOf(numbers, places)}` : `${label(column.name)}${range}`;
}

/** Items that are numbers have nothing else to tell of them: their middle is told too. */
function medianOf(numbers: Float64Array, places: readonly number[]): string {
  const meant = places.map((place) => numbers[place] as number).filter((number) => !Number.isNaN(number));
  return meant.length < 8 ? '' : `, median ${Number(median(meant).toPrecision(6))}`;
}

function namesIn(column: Column, meant: Meant): readonly string[] {
  const places = placesOf(column, meant);
  if (places.length === 0) return [];
  const shown = places.slice(0, mostNames).map((place) => cut(String(column.values[place])));
  return [places.length > mostNames ? `${shown.join(', ')}, …` : shown.join(', ')];
}

const label = (name: string): string => (name === '' ? '' : `${name} `);
const spelled = (value: JsonValue | undefined): string => (value instanceof RawNumber ? value.source : String(value));
const cut = (text: string): string => (text.length > longestShown ? `${text.slice(0, longestShown - 1)}…` : text);
