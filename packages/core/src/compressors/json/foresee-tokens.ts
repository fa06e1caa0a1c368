import { renderForm } from './form/render-form.ts';
import { JsonObject, RawNumber, type JsonArray, type JsonValue } from './model.ts';
import type { JsonDocument } from './scan/document.ts';

/** Of a list about so many members are looked at, one of eight at least. */
const looked = 8;
const longestStride = 8;
/** A sample that is a larger part of the document tells it too late. */
const largestShare = 0.5;
/** Shorter texts are told again wherever they stand. */
const shortestTold = 12;
const deepest = 100;

/**
 * About how many tokens the compact form of a document takes: a sample of its rows is written, and what it takes is put in proportion to what the document says, repeated texts counted once.
 * Undefined where its rows are too few to foresee it from some.
 */
export function foreseeTokens(document: JsonDocument, count: (text: string) => number): number | undefined {
  const root = document.layout === 'single' ? (document.values[0] as JsonValue) : document.values;
  const sample = sampleOf(root, 0);
  if (sample === root) return undefined;
  const whole = weigh(root, new Set(), 0);
  const part = weigh(sample, new Set(), 0);
  if (part > whole * largestShare) return undefined;
  const { text } = renderForm({
    ...document,
    preamble: '',
    epilogue: '',
    values: document.layout === 'single' ? [sample] : (sample as JsonArray),
  });
  const head = text.slice(0, text.indexOf('\n\n') + 1);
  const fixed = count(head);
  return fixed + ((count(text) - fixed) * whole) / part;
}

function sampleOf(value: JsonValue, level: number): JsonValue {
  if (value === null || typeof value !== 'object' || value instanceof RawNumber || level > deepest) return value;
  if (value instanceof JsonObject) {
    const values = sampleAll(value.values, level);
    return values === value.values ? value : new JsonObject(value.shape, values);
  }
  const stride = Math.min(longestStride, Math.floor(value.length / looked));
  return stride < 2 ? sampleAll(value, level) : value.filter((_, index) => index % stride === 0);
}

function sampleAll(values: JsonArray, level: number): JsonArray {
  let copy: JsonValue[] | undefined;
  for (let index = 0; index < values.length; index++) {
    const value = values[index] as JsonValue;
    const sampled = sampleOf(value, level + 1);
    if (sampled === value) continue;
    copy ??= [...values];
    copy[index] = sampled;
  }
  return copy ?? values;
}

/** About how much a value says, in characters; a text that was seen says nothing more. */
function weigh(value: JsonValue, seen: Set<string>, level: number): number {
  if (typeof value === 'string') {
    if (value.length >= shortestTold) {
      const before = seen.size;
      if (seen.add(value).size === before) return 2;
    }
    return value.length + 2;
  }
  if (value === null || typeof value !== 'object' || level > deepest) return 3;
  if (value instanceof RawNumber) return 4;
  let weight = 2;
  for (const member of value instanceof JsonObject ? value.values : value) weight += weigh(member, seen, level + 1);
  return weight;
}
