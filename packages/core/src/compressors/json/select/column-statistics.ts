import { RawNumber, type JsonValue } from '../model.ts';
import type { Column } from './outline.ts';
import { spreadOf, type Spread } from '../../../relevance/robust.ts';

/** What the values of a column have in common. */
export interface ColumnStatistics {
  readonly column: Column;
  /** How often each value stands; undefined where there are too many different ones to be categories. */
  readonly categories: ReadonlyMap<JsonValue, number> | undefined;
  /** Numbers, numeric strings and dates as comparable numbers, NaN elsewhere; undefined where fewer than three have one. */
  readonly numbers: Float64Array | undefined;
  readonly spread: Spread | undefined;
  /** `identifier`: numbers that name or order things, so that their size says nothing. */
  readonly role: 'measure' | 'identifier' | 'date';
}

const fewestNumbers = 3;
const sampleSize = 64;

/** Measures a column in n log n. */
export function measureColumn(column: Column): ColumnStatistics {
  const categories = countCategories(column.values);
  const numbers = numbersOf(column.values);
  const spread = numbers === undefined ? undefined : spreadOf(numbers.filter((number) => !Number.isNaN(number)));
  return { column, categories, numbers, spread, role: roleOf(column, numbers) };
}

/** A value as a key that compares by content: numbers kept in their own spelling count as equal where they are spelled alike. */
export const contentKey = (value: JsonValue): JsonValue => (value instanceof RawNumber ? `#${value.source}` : value);

function countCategories(values: readonly JsonValue[]): ReadonlyMap<JsonValue, number> | undefined {
  const most = Math.max(12, values.length * 0.1);
  const counts = new Map<JsonValue, number>();
  for (const value of values) {
    const key = contentKey(value);
    counts.set(key, (counts.get(key) ?? 0) + 1);
    if (counts.size > most) return undefined;
  }
  return counts;
}

function numbersOf(values: readonly JsonValue[]): Float64Array | undefined {
  if (!seemsNumeric(values)) return undefined;
  const numbers = new Float64Array(values.length);
  let found = 0;
  for (let index = 0; index < values.length; index++) {
    const number = toNumber(values[index] as JsonValue);
    numbers[index] = number;
    if (!Number.isNaN(number)) found++;
  }
  return found >= fewestNumbers && found >= values.length * 0.02 ? numbers : undefined;
}

/** A look at a sample first: most columns of text are long, and no number at all. */
function seemsNumeric(values: readonly JsonValue[]): boolean {
  const step = Math.max(1, Math.floor(values.length / sampleSize));
  for (let index = 0; index < values.length; index += step) if (!Number.isNaN(toNumber(values[index] as JsonValue))) return true;
  return false;
}

const decimal = /^[-+]?\d{1,15}(?:\.\d{1,15})?%?$/;
const isoDate = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?)?/;

/** The number that a value is or spells: decimals, percentages, and ISO dates as their digits, which order like the dates; NaN for anything else. */
export function toNumber(value: JsonValue): number {
  if (typeof value === 'number') return value;
  if (value instanceof RawNumber) return finite(Number(value.source));
  if (typeof value !== 'string' || value.length === 0 || value.length > 40) return Number.NaN;
  const first = value.charCodeAt(0);
  if (first > 57 || first < 43) return Number.NaN;
  if (decimal.test(value)) return Number.parseFloat(value);
  const date = isoDate.exec(value);
  return date === null ? Number.NaN : Number(date[0].replaceAll(/\D/g, '').padEnd(14, '0'));
}

const finite = (number: number): number => (Number.isFinite(number) ? number : Number.NaN);

const identifierKey =
  /(?:^|[._-])(?:id|ids|no|number|line|lines|col|column|offset|start|end|index|pos|position|port|pid|zip|version|sha|seq)$|Id$|ID$|Line$|Column$/;

function roleOf(column: Column, numbers: Float64Array | undefined): ColumnStatistics['role'] {
  if (numbers === undefined) return 'measure';
  if (column.values.some((value) => typeof value === 'string' && isoDate.test(value))) return 'date';
  if (identifierKey.test(column.key) || isRunning(numbers)) return 'identifier';
  return 'measure';
}

/** Whether numbers are a count up or down: whole, each one further than the one before by the same step in nearly all rows. */
function isRunning(numbers: Float64Array): boolean {
  if (numbers.length < 5) return false;
  const step = (numbers[1] as number) - (numbers[0] as number);
  if (step === 0 || !Number.isInteger(step)) return false;
  let equal = 0;
  for (let index = 1; index < numbers.length; index++) if ((numbers[index] as number) - (numbers[index - 1] as number) === step) equal++;
  return equal >= (numbers.length - 1) * 0.9;
}
