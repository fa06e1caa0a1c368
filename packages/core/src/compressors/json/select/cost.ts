import { RawNumber, type JsonValue } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import { isBlob } from './opaque.ts';
import type { Outline } from './outline.ts';

/** A string that is long enough to be cut, and what a character of it costs. */
interface LongText {
  readonly unit: number;
  readonly length: number;
  readonly density: number;
}

/** Which values go as a whole: none, texts that repeat a sibling, or opaque values too. */
export type Projection = 'none' | 'repeats' | 'opaque';

/** The keys of values that can be done without. */
export interface Dispensable {
  readonly opaque: ReadonlySet<string>;
  /** Each with the key of the text that it repeats. */
  readonly repeats: ReadonlyMap<string, string>;
}

/** About how many tokens units take in a table form, before what a rendering teaches. */
export interface Costs {
  /** Tokens of each unit's own short values. */
  readonly base: Float64Array;
  readonly long: readonly LongText[];
  /** Tokens of each unit's opaque values, part of `base`. */
  readonly opaque: Float64Array;
  /** Tokens of each unit's texts that repeat another one, not part of `base`. */
  readonly repeats: Float64Array;
}

// Strings up to this length are never cut.
export const shortestCut = 120;
const sampleStrings = 6;
const sampleLength = 160;
const perCell = 1;
const blobLength = 40;
const usualDensity = 0.27;
/** An excerpt takes its last piece whole, and states its cuts. */
const overLimit = 1.07;
const perCut = 9;
/** What a header says besides its names. */
const emptyHeader = 40;

/** Estimates what units take: lengths times what a character of their column costs, which a small sample tells. */
export function estimateCosts(
  outline: Outline,
  statistics: readonly ColumnStatistics[],
  count: (text: string) => number,
  dispensable: Dispensable,
): Costs {
  const base = new Float64Array(outline.units.length);
  const opaque = new Float64Array(outline.units.length);
  const repeats = new Float64Array(outline.units.length);
  const long: LongText[] = [];
  let header = emptyHeader;
  const total = statistics.reduce((sum, { column }) => sum + column.values.length, 0);
  for (const column of statistics) {
    if (column.column.role === 'label') continue;
    const weight = shownShare(column);
    header += headerCost(column, weight);
    if (weight === 0) continue;
    const { key } = column.column;
    const sort = dispensable.repeats.has(key) ? 'repeat' : dispensable.opaque.has(key) ? 'opaque' : 'plain';
    // The keys of entries stay in view whatever goes: what encloses their map pays for them.
    const payer = column.column.role === 'name' ? (unit: number): number => outline.units[unit]?.parent?.index ?? 0 : itself;
    addColumn(
      column,
      { weight, density: densityOf(column, total, count), name: nameCost(column), sort, payer },
      { base, opaque, repeats, long },
    );
  }
  // Headers stay whatever goes, like all that no unit holds.
  base[0] = (base[0] as number) + header;
  return { base, long, opaque, repeats };
}

/** What a table says of a column once: its name, and a value that all have. */
function headerCost(statistics: ColumnStatistics, weight: number): number {
  const { name, values } = statistics.column;
  if (nameCost(statistics) > 0 && weight > 0) return 0;
  const value = values[0] as JsonValue;
  const constant = weight > 0 ? 0 : typeof value === 'string' ? value.length * usualDensity : scalarTokens(value);
  return perCell + name.length * usualDensity + constant;
}

/** A value that all units share is told once; one that most share is told where it differs. */
function shownShare({ column, categories }: ColumnStatistics): number {
  if (categories === undefined || column.values.length < 4) return 1;
  let top = 0;
  for (const count of categories.values()) if (count > top) top = count;
  const share = top / column.values.length;
  if (share === 1) return 0;
  return share > 0.5 ? Math.max(0.05, 1.3 * (1 - share)) : 1;
}

function densityOf({ column }: ColumnStatistics, total: number, count: (text: string) => number): number {
  if (column.values.length < Math.max(2, total * 0.002)) return usualDensity;
  const step = Math.max(1, Math.floor(column.values.length / sampleStrings));
  let sample = '';
  for (let index = 0; index < column.values.length && sample.length < sampleStrings * sampleLength; index += step) {
    const value = column.values[index];
    if (typeof value === 'string') sample += `${value.slice(0, sampleLength)}\n`;
  }
  return sample.length < 8 ? usualDensity : count(sample) / sample.length;
}

/** Fields that most units have are named once in a header; others are named where they stand. */
function nameCost({ column: { key, values, group } }: ColumnStatistics): number {
  return group.units < 4 || values.length < group.units * 0.5 ? perCell + key.length * usualDensity : 0;
}

interface Target {
  readonly base: Float64Array;
  readonly opaque: Float64Array;
  readonly repeats: Float64Array;
  readonly long: LongText[];
}

/** How the values of a column are weighed, and which unit pays for that of a unit. */
interface Weighing {
  readonly weight: number;
  readonly density: number;
  readonly name: number;
  readonly sort: 'plain' | 'opaque' | 'repeat';
  readonly payer: (unit: number) => number;
}

const itself = (unit: number): number => unit;

function addColumn(
  { column }: ColumnStatistics,
  { weight, density, name, sort, payer }: Weighing,
  { base, opaque, repeats, long }: Target,
): void {
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index] as JsonValue;
    const unit = payer(column.units[index] as number);
    if (typeof value === 'string' && value.length > shortestCut && payer === itself && sort === 'plain') {
      base[unit] = (base[unit] as number) + perCell + name;
      long.push({ unit, length: isBlob(value) ? blobLength : value.length, density });
      continue;
    }
    const cost = weight * (perCell + name + (typeof value === 'string' ? value.length * density : scalarTokens(value)));
    if (sort === 'repeat') {
      repeats[unit] = (repeats[unit] as number) + cost;
      continue;
    }
    base[unit] = (base[unit] as number) + cost;
    if (sort === 'opaque') opaque[unit] = (opaque[unit] as number) + cost;
  }
}

function scalarTokens(value: JsonValue): number {
  if (typeof value === 'number') return Number.isInteger(value) ? 1 + Math.floor(Math.log10(1 + Math.abs(value)) / 3) : 5;
  return value instanceof RawNumber ? 1 + value.source.length / 3 : 1;
}

/** To how many characters long strings are cut, and which values go as a whole. */
export interface Limits {
  readonly ofBest: number;
  readonly ofRoot: number;
  readonly ofOthers: number;
  /** 1 for each of the best units. */
  readonly best: Uint8Array;
  readonly projection: Projection;
}

/** Tokens of every unit within limits. */
export function costsAt(costs: Costs, limits: Limits): Float64Array {
  const tokens = costs.base.slice();
  const { projection } = limits;
  for (let unit = 0; unit < tokens.length; unit++) {
    if (projection === 'none') tokens[unit] = (tokens[unit] as number) + (costs.repeats[unit] as number);
    else if (projection === 'opaque') tokens[unit] = (tokens[unit] as number) - (costs.opaque[unit] as number);
  }
  for (const text of costs.long) tokens[text.unit] = (tokens[text.unit] as number) + shown(text, limits);
  return tokens;
}

/** Tokens of all units within limits. */
export function totalAt({ base, opaque, repeats, long }: Costs, limits: Limits): number {
  let total = sum(base);
  if (limits.projection === 'none') total += sum(repeats);
  else if (limits.projection === 'opaque') total -= sum(opaque);
  for (const text of long) total += shown(text, limits);
  return total;
}

function shown({ unit, length, density }: LongText, { best, ofBest, ofRoot, ofOthers }: Limits): number {
  const limit = best[unit] === 1 ? ofBest : unit === 0 ? ofRoot : ofOthers;
  return length <= limit * 1.25 ? length * density : limit * overLimit * density + perCut;
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (let at = 0; at < numbers.length; at++) total += numbers[at] as number;
  return total;
}
