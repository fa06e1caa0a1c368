import { JsonObject, type JsonArray, type JsonValue } from '../model.ts';
import { scanValue } from '../scan/scanner.ts';
import type { ShapeTable } from '../scan/shape-table.ts';
import { isArray } from './collection-shape.ts';

/** The key under which the contents of a text that was JSON stand. */
const openedKey = 'JSON text';

const shortestText = 400;
const deepest = 100;

/**
 * A copy of a document in which long texts that are JSON themselves (results wrapped by a protocol, stringified bodies) stand as values, each in an object with the
 * one key `JSON text`: rows in them can then be left out like all others. Linear; what holds no such text is shared. One level only: a text inside an opened
 * text stays a text.
 */
export function openTexts(value: JsonValue, shapes: ShapeTable): JsonValue {
  return open(value, shapes, 0);
}

function open(value: JsonValue, shapes: ShapeTable, level: number): JsonValue {
  if (typeof value === 'string') return openText(value, shapes);
  if (level >= deepest) return value;
  if (isArray(value)) return openAll(value, shapes, level) ?? value;
  if (!(value instanceof JsonObject)) return value;
  const values = openAll(value.values, shapes, level);
  return values === undefined ? value : new JsonObject(value.shape, values);
}

function openAll(values: JsonArray, shapes: ShapeTable, level: number): JsonArray | undefined {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as JsonValue;
    const opened = open(value, shapes, level + 1);
    if (copy === undefined && opened !== value) copy = values.slice(0, index);
    copy?.push(opened);
  }
  return copy;
}

function openText(text: string, shapes: ShapeTable): JsonValue {
  if (text.length < shortestText || !/^\s{0,8}[[{]/.test(text)) return text;
  const documents = readAll(text, shapes);
  if (documents === undefined) return text;
  return new JsonObject(shapes.of([openedKey]), [documents.length === 1 ? (documents[0] as JsonValue) : documents]);
}

/** All documents that a text is made of, one behind another; undefined where it holds anything else. */
function readAll(text: string, shapes: ShapeTable): JsonArray | undefined {
  const documents: JsonValue[] = [];
  for (let at = firstSolid(text, 0); at < text.length;) {
    const result = scanValue(text, at, shapes);
    if (result.status !== 'value' || result.value === null || typeof result.value !== 'object') return undefined;
    documents.push(result.value);
    at = firstSolid(text, result.end);
  }
  return documents;
}

function firstSolid(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) <= 32) at++;
  return at;
}
