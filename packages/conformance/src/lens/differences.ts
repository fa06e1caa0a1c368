import { isPlain } from '../deep-freeze.ts';

/** A place in a value: the keys that lead to it. */
export type Path = readonly string[];

/**
 * The places at which two values differ, as deep down as they can be named. Buffers and instances of classes must be the same reference: a lens has no business
 * with them, not even to copy them.
 */
export function differences(before: unknown, after: unknown): readonly Path[] {
  const found: Path[] = [];
  const waiting: [unknown, unknown, Path][] = [[before, after, []]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [one, other, path] = next;
    if (Object.is(one, other)) continue;
    if (!isPlain(one) || !isPlain(other) || Array.isArray(one) !== Array.isArray(other)) {
      found.push(path);
      continue;
    }
    const [oneKeys, otherKeys] = [Object.keys(one), Object.keys(other)];
    // A key added, lost or moved: a difference of the object itself, beside those of its values.
    if (oneKeys.join('\0') !== otherKeys.join('\0')) found.push(path);
    for (const key of oneKeys)
      if (Object.hasOwn(other, key)) waiting.push([Reflect.get(one, key), Reflect.get(other, key), [...path, key]]);
  }
  return found;
}

/** Whether one place is inside the other, or the same. */
export function overlap(one: Path, other: Path): boolean {
  const shorter = Math.min(one.length, other.length);
  return one.slice(0, shorter).join('\0') === other.slice(0, shorter).join('\0');
}
