import { JsonObject, type JsonValue } from '../../model.ts';
import type { ShapeTable } from '../../scan/shape-table.ts';
import { echoSource, resolveEcho } from '../plan/echo-lines.ts';
import { textOf } from '../plan/text-of.ts';
import { spellScalar, type Scalar } from '../write/scalars.ts';
import { EchoText, Rest, type DeclaredColumn, type DeclaredPart, type DeclaredType } from './declarations.ts';

/** What a row states; a column that stands in it with undefined is said to be missing. */
export type Stated = ReadonlyMap<DeclaredColumn, JsonValue | Rest | EchoText | undefined>;

type Known = Map<DeclaredColumn, JsonValue | Rest | EchoText | undefined>;

/** The record that a row tells: stated values, and those that the header gives or derives, in the order of the keys. */
export function assemble(type: DeclaredType, stated: Stated, shapes: ShapeTable): JsonObject {
  const known: Known = new Map(stated);
  const root = new Group();
  for (const column of type.columns) {
    const value = valueOf(type, column, known);
    if (value !== undefined) root.put(column.path, value);
  }
  return root.toObject(shapes);
}

/** The value of a column in a row: stated, looked up, made by a template, or what the header says. */
export function valueOf(type: DeclaredType, column: DeclaredColumn, known: Known): JsonValue | undefined {
  const stated = known.get(column);
  if (!(stated instanceof Rest || stated instanceof EchoText) && known.has(column)) return stated;
  const value =
    stated instanceof Rest
      ? whole(type, column, stated, known)
      : stated instanceof EchoText
        ? heard(type, stated, known)
        : derive(type, column, known);
  known.set(column, value);
  return value;
}

/** The text of a cell with what the header says around it. */
function whole(type: DeclaredType, column: DeclaredColumn, rest: Rest, known: Known): JsonValue | undefined {
  return fill(type, [...column.before, rest.text, ...column.behind], known);
}

function heard(type: DeclaredType, echo: EchoText, known: Known): JsonValue | undefined {
  const column = type.byName.get(echo.source);
  const source = column === undefined ? undefined : valueOf(type, column, known);
  return typeof source === 'string' ? resolveEcho(echo.text, echoSource(source, echo.view), echo.ends) : undefined;
}

function derive(type: DeclaredType, column: DeclaredColumn, known: Known): JsonValue | undefined {
  if (column.by !== undefined) {
    const by = type.byName.get(column.by);
    const deciding = by === undefined ? undefined : valueOf(type, by, known);
    return deciding === undefined ? undefined : type.lookups.get(column)?.get(lookupKey(deciding));
  }
  if (column.parts !== undefined) return fill(type, column.parts, known);
  return column.constant === undefined ? column.usual : column.constant;
}

function fill(type: DeclaredType, parts: readonly DeclaredPart[], known: Known): JsonValue | undefined {
  let text = '';
  for (const part of parts) {
    if (typeof part === 'string') {
      text += part;
      continue;
    }
    const value = valueOf(type, part.column, known);
    const piece = textOf(value);
    if (piece === undefined) return value;
    text += piece.slice(part.after.length);
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
