import type { JsonObject, JsonValue, Shape } from '../../model.ts';
import type { FieldOrder } from '../infer/field-order.ts';
import { MISSING, type Interner } from '../infer/interner.ts';
import { isObject } from '../infer/kinds.ts';
import { settled, type Node } from '../infer/node.ts';
import { spellPath } from '../write/names.ts';
import type { TypeSketch } from './find-types.ts';
import type { Column } from './record-type.ts';

type Rows = readonly (JsonObject | undefined)[];

/** The columns of a type in the order of its fields; nested records that may be flattened give theirs in the place of their field. */
export function collectColumns(sketch: TypeSketch, flat: ReadonlyMap<Node, FieldOrder>, interner: Interner): Column[] {
  const columns: Column[] = [];
  collect(sketch.node, sketch.order, sketch.rows, []);
  return columns;

  function collect(node: Node, order: FieldOrder, rows: Rows, path: readonly string[]): void {
    const places = new Map<Shape, Map<string, number>>();
    for (const key of order.keys) {
      // Most rows have the shape of the row before.
      let shape: Shape | undefined;
      let place = -1;
      const values = rows.map((row) => {
        if (row === undefined) return undefined;
        if (row.shape !== shape) place = placeOf(places, row.shape, key);
        shape = row.shape;
        return row.values[place];
      });
      const child = node.fields.get(key);
      const inner = child === undefined ? undefined : settled(child);
      const innerOrder = inner === undefined ? undefined : flat.get(inner);
      if (inner !== undefined && innerOrder !== undefined) {
        collect(
          inner,
          innerOrder,
          values.map((value) => (isObject(value) ? value : undefined)),
          [...path, key],
        );
      } else columns.push(makeColumn([...path, key], values, interner));
    }
  }
}

function placeOf(places: Map<Shape, Map<string, number>>, shape: Shape, key: string): number {
  let known = places.get(shape);
  if (known === undefined) {
    known = new Map(shape.keys.map((own, index) => [own, index]));
    places.set(shape, known);
  }
  return known.get(key) ?? -1;
}

export function makeColumn(path: readonly string[], values: readonly (JsonValue | undefined)[], interner: Interner): Column {
  const alone = allDifferent(values);
  const identities = values.map((value) => (value === undefined ? MISSING : alone ? interner.anonymous() : interner.identityOf(value)));
  const counts = new Map<number, number>();
  for (const identity of identities) counts.set(identity, (counts.get(identity) ?? 0) + 1);
  let top = MISSING;
  let topCount = 0;
  for (const [identity, count] of counts) {
    if (count > topCount) {
      top = identity;
      topCount = count;
    }
  }
  return {
    path,
    name: spellPath(path),
    values,
    identities,
    counts,
    top,
    topCount,
    mode: { kind: 'open' },
    usual: MISSING,
    annotation: undefined,
    text: false,
    pattern: undefined,
    echo: undefined,
    deviating: undefined,
  };
}

const SAMPLES = 64;
const LONG = 24;

/** Whether a column is long texts that differ, judged by samples all over it: prose is not worth comparing. Equal texts that this misses cost tokens, no more. */
function allDifferent(values: readonly (JsonValue | undefined)[]): boolean {
  if (values.length < SAMPLES) return false;
  const seen = new Set<string>();
  const step = Math.floor(values.length / SAMPLES);
  for (let index = 0; index < SAMPLES; index++) {
    const value = values[index * step];
    if (typeof value !== 'string' || value.length < LONG) return false;
    seen.add(value);
  }
  return seen.size === SAMPLES && values.every((value) => typeof value === 'string');
}
