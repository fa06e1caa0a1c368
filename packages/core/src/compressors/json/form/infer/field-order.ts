import type { Shape } from '../../model.ts';

/** One order of all keys of several shapes, and the shapes that keep it: their keys are a subsequence of it, none twice. */
export interface FieldOrder {
  readonly keys: readonly string[];
  readonly kept: ReadonlySet<Shape>;
}

/** Records with more fields than this are no table: shapes that would add to them are left out, which bounds the cost of merging. */
const MAXIMUM_KEYS = 1000;

/**
 * Merges the key orders of shapes, the most frequent first: keys that are new are put behind their predecessor. A shape that contradicts, or that has a
 * key twice, is left out; its objects are written as they are. Linear in the keys of all shapes, but for inserts.
 */
export function mergeFieldOrders(shapes: ReadonlyMap<Shape, number>): FieldOrder {
  const byFrequency = [...shapes].sort((a, b) => b[1] - a[1] || a[0].id - b[0].id);
  let keys: string[] = [];
  let position = new Map<string, number>();
  const kept = new Set<Shape>();
  for (const [shape] of byFrequency) {
    if (keys.length > MAXIMUM_KEYS && !shape.keys.every((key) => position.has(key))) continue;
    const merged = mergeInto(keys, position, shape.keys);
    if (merged === undefined) continue;
    kept.add(shape);
    if (merged === keys) continue;
    keys = merged;
    position = new Map(keys.map((key, index) => [key, index]));
  }
  return { keys, kept };
}

function mergeInto(keys: string[], position: ReadonlyMap<string, number>, more: readonly string[]): string[] | undefined {
  const inserts: (readonly string[])[] = [];
  const seen = new Set<string>();
  let last = -1;
  let pending: string[] = [];
  for (const key of more) {
    if (seen.has(key)) return undefined;
    seen.add(key);
    const at = position.get(key);
    if (at === undefined) {
      pending.push(key);
      continue;
    }
    if (at <= last) return undefined;
    if (pending.length > 0) inserts[at] = pending;
    pending = [];
    last = at;
  }
  if (inserts.length === 0 && pending.length === 0) return keys;
  const merged: string[] = [];
  for (let at = 0; at <= keys.length; at++) {
    const before = inserts[at];
    if (before !== undefined) merged.push(...before);
    const own = keys[at];
    if (own !== undefined) merged.push(own);
  }
  merged.push(...pending);
  return merged;
}
