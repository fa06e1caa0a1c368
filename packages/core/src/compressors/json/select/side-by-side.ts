import { Gap, JsonObject, type JsonArray, type JsonValue, type Shape } from '../model.ts';
import type { Collection } from './outline.ts';

/** The key under which lists of equal length stand as rows, once places of them were left out. */
export const sideBySideKey = 'side by side';

/** What making rows needs. */
export interface RowsInput {
  readonly lists: readonly JsonArray[];
  readonly collection: Collection;
  readonly kept: Uint8Array;
  readonly shape: Shape;
  readonly facts: readonly string[];
  readonly show: (value: JsonValue, unit: number) => JsonValue;
}

/**
 * Lists of equal length as one list of rows: what belongs together stands together, and each gap is told once. The last gap has the facts.
 */
export function rowsOf({ lists, collection, kept, shape, facts, show }: RowsInput): JsonArray {
  const rows: (JsonValue | Gap)[] = [];
  let left = 0;
  const close = (): void => {
    if (left > 0) rows.push(new Gap(left, collection.group.unit));
    left = 0;
  };
  for (let position = 0; position < collection.count; position++) {
    const unit = collection.first + position;
    if (kept[unit] === 0) {
      left++;
      continue;
    }
    close();
    rows.push(
      new JsonObject(
        shape,
        lists.map((list) => show(list[position] as JsonValue, unit)),
      ),
    );
  }
  close();
  const last = rows.findLastIndex((row) => row instanceof Gap);
  const gap = rows[last];
  const gone = kept.subarray(collection.first, collection.first + collection.count).filter((stays) => stays === 0).length;
  if (gap instanceof Gap) rows[last] = new Gap(gap.count, gap.unit, facts, gone);
  return rows as unknown as JsonArray;
}
