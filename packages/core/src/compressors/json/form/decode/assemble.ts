import { JsonObject, type JsonValue } from '../../model.ts';
import type { ShapeTable } from '../../scan/shape-table.ts';
import { textOf } from '../plan/text-of.ts';
import { spellScalar, type Scalar } from '../write/scalars.ts';
import type { DeclaredColumn, DeclaredType } from './declarations.ts';

/** What a row states; a column that stands in it with undefined is said to be missing. */
export type Stated = ReadonlyMap<DeclaredColumn, JsonValue | undefined>;

/** The record that a row tells: stated values, and those that the header gives or derives, in the order of the keys. */
export function assemble(type: DeclaredType, stated: Stated, shapes: ShapeTable): JsonObject {
  const known = new Map<DeclaredColumn, JsonValue | undefined>(stated);
  const root = new Group();
  for (const column of type.columns) {
    const value = valueOf(type, column, known);
    if (value !== undefined) root.put(column.path, value);
  }
  return root.toObject(shapes);
}

function valueOf(type: DeclaredType, column: DeclaredColumn, known: Map<DeclaredColumn, JsonValue | undefined>): JsonValue | undefined {
  if (known.has(column)) return known.get(column);
  const value = derive(type, column, known);
  known.set(column, value);
  return value;
}

function derive(type: DeclaredType, column: DeclaredColumn, known: Map<DeclaredColumn, JsonValue | undefined>): JsonValue | undefined {
  if (column.by !== undefined) {
    const by = type.byName.get(column.by);
    const deciding = by === undefined ? undefined : valueOf(type, by, known);
    return deciding === undefined ? undefined : type.lookups.get(column)?.get(lookupKey(deciding));
  }
  if (column.parts === undefined) return column.constant === undefined ? column.usual : column.constant;
  let text = '';
  for (const part of column.parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = valueOf(type, part, known);
    const piece = textOf(value);
    if (piece === undefined) return value;
    text += piece;
  }
  return text;
}

/** A text that tells apart the values that may decide a lookup. */
export const lookupKey = (value: JsonValue): string => spellScalar(value as Scalar, 'inner');

/** The fields of one record, with nested records that are told by paths. */
class Group {
  readonly #keys: string[] = [];
  readonly #members: (JsonValue | Group)[] = [];

  /** The columns of a nested record stand side by side, so a path continues the last group or begins one. */
  put(path: readonly string[], value: JsonValue, from = 0): void {
    const key = path[from] as string;
    if (from === path.length - 1) {
      this.#keys.push(key);
      this.#members.push(value);
      return;
    }
    const last = this.#members[this.#members.length - 1];
    let group = last instanceof Group && this.#keys[this.#keys.length - 1] === key ? last : undefined;
    if (group === undefined) {
      group = new Group();
      this.#keys.push(key);
      this.#members.push(group);
    }
    group.put(path, value, from + 1);
  }

  toObject(shapes: ShapeTable): JsonObject {
    const values = this.#members.map((member) => (member instanceof Group ? member.toObject(shapes) : member));
    return new JsonObject(shapes.of(this.#keys), values);
  }
}
