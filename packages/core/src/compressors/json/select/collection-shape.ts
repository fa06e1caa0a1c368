import { JsonObject, RawNumber, type JsonArray, type JsonValue } from '../model.ts';

// A list is worth cutting where it is longer than this in characters; below, what stands in its place would cost nearly as much.
const smallestList = 300;
const fewestItems = 16;
const fewestRows = 3;
const fewestEntries = 8;
const fewestDataEntries = 4;
const fewestParallel = 8;

export const isScalar = (value: JsonValue): boolean => value === null || typeof value !== 'object' || value instanceof RawNumber;

export const isArray = (value: JsonValue): value is JsonArray => Array.isArray(value);

/** Whether the elements of a list may be left out one by one: long enough that a stated gap is shorter than they are. */
export function isCollectionList(list: JsonArray): boolean {
  if (list.length < fewestRows) return false;
  const scalars = list.every(isScalar);
  if (scalars && list.length < fewestItems && !isLonger(list, smallestList * 2)) return false;
  return isLonger(list, smallestList);
}

/**
 * Whether an object is used as a collection: many records or lists that look alike under keys that are data (paths, versions, ids, names of things).
 * Objects that are records or flat settings are not. The values of its entries may be left out, none of its keys ever is.
 */
export function isMap(object: JsonObject): boolean {
  const { values } = object;
  const { keys } = object.shape;
  if (keys.length < fewestDataEntries) return false;
  if (!values.every((value) => value instanceof JsonObject) && !values.every((value) => isArray(value))) return false;
  if (areData(keys)) return isLonger(object, smallestList);
  return keys.length >= fewestEntries && lookAlike(values) && isLonger(object, smallestList);
}

/** Lists of scalars of one length that stand side by side in an object, at least two; undefined where there are none. */
export function parallelLists(object: JsonObject): readonly JsonArray[] | undefined {
  const byLength = new Map<number, JsonArray[]>();
  for (const value of object.values) {
    if (!isArray(value) || value.length < fewestParallel || !value.every(isScalar)) continue;
    const same = byLength.get(value.length);
    if (same === undefined) byLength.set(value.length, [value]);
    else same.push(value);
  }
  for (const lists of byLength.values()) if (lists.length > 1 && new Set(lists).size === lists.length) return lists;
  return undefined;
}

/** Whether all elements of a list are lists of scalars of one length: then each place in them is a column. */
export function isMatrix(list: JsonArray): boolean {
  const [first] = list;
  if (first === undefined || !isArray(first) || first.length < 2 || first.length > 64) return false;
  return list.every((row) => isArray(row) && row.length === first.length && row.every(isScalar));
}

/** Whether most keys are data and no names that a program chose: they hold separators beside digits, slashes, spaces, or are numbers. */
function areData(keys: readonly string[]): boolean {
  let data = 0;
  for (const key of keys) if (isData(key)) data++;
  return data >= keys.length * 0.75;
}

function isData(key: string): boolean {
  return /^\d|[/\s@:]/.test(key) || (/\d/.test(key) && /[.\-_]/.test(key)) || key.length > 40;
}

/** Whether values are records with mostly the same keys: the keys that they have on average, over all keys that any has. */
function lookAlike(values: readonly JsonValue[]): boolean {
  const all = new Set<string>();
  let sum = 0;
  for (const value of values) {
    if (!(value instanceof JsonObject)) return values.every(isArray);
    for (const key of value.shape.keys) all.add(key);
    sum += value.shape.keys.length;
  }
  return all.size > 0 && sum / values.length >= all.size * 0.5;
}

/** Whether a value takes more than so many characters; looks no further than it must. */
function isLonger(value: JsonValue, limit: number): boolean {
  return remaining(value, limit) < 0;
}

function remaining(value: JsonValue, limit: number): number {
  if (typeof value === 'string') return limit - value.length - 2;
  if (isScalar(value)) return limit - 4;
  if (isArray(value)) {
    let left = limit;
    for (let index = 0; index < value.length && left >= 0; index++) left = remaining(value[index] as JsonValue, left - 1);
    return left;
  }
  const object = value as JsonObject;
  let left = limit;
  for (let index = 0; index < object.values.length && left >= 0; index++)
    left = remaining(object.values[index] as JsonValue, left - (object.shape.keys[index] as string).length - 3);
  return left;
}
