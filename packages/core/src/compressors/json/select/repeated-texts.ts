import type { JsonValue } from '../model.ts';
import type { ColumnStatistics } from './column-statistics.ts';
import type { Column, Group } from './outline.ts';

const shortestText = 120;
const sampleUnits = 6;
const comparedLetters = 48;
const readLetters = 2000;

/**
 * Keys of long texts that say the same as a sibling in another dress (`body_html` beside `body`), each with that sibling's key. Found by name, where one key
 * begins with the other, and proved on a sample of values: their letters begin alike without tags.
 */
export function repeatedTexts(statistics: readonly ColumnStatistics[]): ReadonlyMap<string, string> {
  const long = statistics.map(({ column }) => column).filter(isLongText);
  const byGroup = new Map<Group, Column[]>();
  for (const column of long) {
    const same = byGroup.get(column.group);
    if (same === undefined) byGroup.set(column.group, [column]);
    else same.push(column);
  }
  const repeated = new Map<string, string>();
  const refuted = new Set<string>();
  for (const column of long) {
    const base = byGroup.get(column.group)?.find((other) => isBase(other, column));
    if (base !== undefined && sayTheSame(base, column)) repeated.set(column.key, base.key);
    else refuted.add(column.key);
  }
  for (const key of refuted) repeated.delete(key);
  return repeated;
}

function isLongText({ role, values, key }: Column): boolean {
  if (role !== 'value' || key === '') return false;
  let long = 0;
  for (let index = 0; index < Math.min(values.length, 16); index++) {
    const value = values[index];
    if (typeof value === 'string' && value.length >= shortestText) long++;
  }
  return long > 0;
}

const isBase = (base: Column, column: Column): boolean =>
  base !== column && column.key.length > base.key.length && column.name.startsWith(base.name) && column.key.startsWith(base.key);

function sayTheSame(base: Column, column: Column): boolean {
  const byUnit = new Map<number, JsonValue>();
  base.units.forEach((unit, index) => byUnit.set(unit, base.values[index] as JsonValue));
  let compared = 0;
  let same = 0;
  for (let index = 0; index < column.values.length && compared < sampleUnits; index++) {
    const text = column.values[index];
    const other = byUnit.get(column.units[index] as number);
    if (typeof text !== 'string' || typeof other !== 'string' || text.length < shortestText / 2 || other.length < shortestText / 2)
      continue;
    compared++;
    if (beginsAlike(letters(text), letters(other))) same++;
  }
  return compared > 0 && same >= compared * 0.7;
}

const beginsAlike = (one: string, other: string): boolean => {
  const length = Math.min(one.length, other.length, comparedLetters);
  return length >= comparedLetters / 2 && one.slice(0, length) === other.slice(0, length);
};

const tag = /<[^<>]{0,300}>|&[a-z#0-9]{1,8};/y;
const letterOrDigit = /[\p{L}\p{N}]/u;

/** The first letters and digits of a text, tags, entities and signs left out; reads no further than it must. */
function letters(text: string): string {
  let found = '';
  for (let at = 0; at < text.length && at < readLetters && found.length < comparedLetters; at++) {
    const code = text.charCodeAt(at);
    if (code === 60 || code === 38) {
      tag.lastIndex = at;
      if (tag.test(text)) at = tag.lastIndex - 1;
    } else if (isLetter(text, at, code)) found += text[at];
  }
  return found.toLowerCase();
}

function isLetter(text: string, at: number, code: number): boolean {
  if (code < 0x80) return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122);
  // Both halves of a letter beyond the first plane count.
  const from = code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
  return letterOrDigit.test(text.slice(from, code >= 0xd800 && code < 0xe000 ? from + 2 : from + 1));
}
