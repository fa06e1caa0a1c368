import type { JsonObject, JsonValue } from '../../model.ts';
import { valueCost } from './cost.ts';
import type { Interner } from '../infer/interner.ts';
import { isScalar } from '../infer/kinds.ts';
import { mergeFieldOrders, type FieldOrder } from '../infer/field-order.ts';
import { childrenOf, countShapes, settled, type Node } from '../infer/node.ts';

/** A kind of record that gets a header of its own, before its columns are made. */
export interface TypeSketch {
  readonly node: Node;
  readonly order: FieldOrder;
  readonly rows: readonly JsonObject[];
  readonly rowOf: ReadonlyMap<JsonObject, number>;
  readonly repeats: 'rows' | 'keyed';
}

/** What is known about each node: whether it becomes a type, or its fields become columns of the record around it. */
export interface Sketches {
  readonly types: ReadonlyMap<Node, TypeSketch>;
  readonly flat: ReadonlyMap<Node, FieldOrder>;
}

/** Equal records are told once if at least this share of them repeats, they take about so many tokens, and there are at least two. */
const MAXIMUM_DISTINCT_SHARE = 0.75;
const MINIMUM_REPEATED_COST = 10;

const MINIMUM_DENSITY = 0.1;

/** Fields of nested records that share less become no columns: dependencies by name, options of many kinds. */
const MINIMUM_FLAT_DENSITY = 0.2;
const MAXIMUM_SPARSE_CELLS = 20_000;

/** How many keys stand in the path of a column, and what is said instead of them, in names. */
const MAXIMUM_PATH = 8;
const LONGEST_CHAIN = 64;
const COST_OF_TYPE = 8;
const COST_OF_BRACKETS = 2;

/** Decides for every record node how its objects are told. */
export function findTypes(root: Node, interner: Interner): Sketches {
  const types = new Map<Node, TypeSketch>();
  const flat = new Map<Node, FieldOrder>();
  const seen = new Set<Node>();
  const waiting: { node: Node; place: 'field' | 'row'; above: number }[] = [{ node: settled(root), place: 'row', above: 0 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, place, above } = next;
    if (seen.has(node)) continue;
    seen.add(node);
    if (node.kind === 'record' && node.objects.length >= 2 && isDense(node)) sketch(node, place, above);
    for (const child of childrenOf(node)) {
      const place = node.fields.size > 0 && node.fields.get(child.name) === child ? 'field' : 'row';
      waiting.push({ node: settled(child), place, above: place === 'row' ? 0 : flat.has(node) ? above + 1 : 1 });
    }
  }
  return { types, flat };

  function sketch(node: Node, place: 'field' | 'row', above: number): void {
    const order = mergeFieldOrders(countShapes(node.objects));
    if (order.keys.length === 0) return;
    const keyed = repeated(node, interner);
    if (place === 'field' && keyed === undefined && mayFlatten(node, order) && isShortPath(node, above)) {
      flat.set(node, order);
      return;
    }
    types.set(node, { node, order, ...rowsOf(node, order, keyed, interner), repeats: keyed === undefined ? 'rows' : 'keyed' });
  }
}

/**
 * Whether records are alike enough for columns: a table costs columns times rows, so it must not be much more than its members. Bounds the work on
 * documents whose records share nothing.
 */
function isDense(node: Node): boolean {
  const cells = node.fields.size * node.objects.length;
  if (cells <= MAXIMUM_SPARSE_CELLS) return true;
  return density(node) >= MINIMUM_DENSITY;
}

/** The share of all fields that an object has, on average. */
function density(node: Node): number {
  let members = 0;
  for (const object of node.objects) members += object.values.length;
  return members / (node.fields.size * node.objects.length);
}

/** Whether a nested record can be told by columns of the record around it: it is never empty, null or anything else, and stands in one place. */
function mayFlatten(node: Node, order: FieldOrder): boolean {
  if (node.places > 1 || node.scalars > 0 || node.lists.length > 0) return false;
  if (density(node) < MINIMUM_FLAT_DENSITY) return false;
  for (const shape of countShapes(node.objects).keys()) if (shape.keys.length === 0 || !order.kept.has(shape)) return false;
  return true;
}

/**
 * Whether the keys above a nested record may stand in the names of its columns: they are said once for each column, where a type of its own costs a header and brackets in
 * every row. Only chains of one key each may be long: names of many columns must not take more than the document.
 */
function isShortPath(node: Node, above: number): boolean {
  if (node.fields.size === 1) return above < LONGEST_CHAIN;
  return above < MAXIMUM_PATH && above * (node.fields.size - 1) <= COST_OF_TYPE + COST_OF_BRACKETS * node.objects.length;
}

/** The identities of a node's objects if enough of them repeat. A node whose objects are all equal becomes a constant instead. */
function repeated(node: Node, interner: Interner): Set<number> | undefined {
  const total = node.objects.length;
  if (total < 4 || surelyDistinct(node)) return undefined;
  const distinct = new Set<number>();
  for (const object of node.objects) distinct.add(interner.identityOf(object));
  if (total - distinct.size < 2 || distinct.size === 1 || distinct.size / total >= MAXIMUM_DISTINCT_SHARE) return undefined;
  let cost = 0;
  for (const object of node.objects)
    for (const value of object.values) cost += typeof value === 'string' ? valueCost(value) : isScalar(value) ? 0.4 : 4;
  return cost >= MINIMUM_REPEATED_COST * total ? distinct : undefined;
}

/** Whether one of the first members alone tells nearly all objects apart: most tables, found without looking at the rest of their rows. */
function surelyDistinct(node: Node): boolean {
  for (let member = 0; member < 3; member++) {
    const values = new Set<JsonValue>();
    for (const object of node.objects) {
      const value = object.values[member];
      if (typeof value === 'string' || typeof value === 'number') values.add(value);
    }
    if (values.size / node.objects.length >= MAXIMUM_DISTINCT_SHARE) return true;
  }
  return false;
}

function rowsOf(node: Node, order: FieldOrder, keyed: Set<number> | undefined, interner: Interner): Pick<TypeSketch, 'rows' | 'rowOf'> {
  const rows: JsonObject[] = [];
  const rowOf = new Map<JsonObject, number>();
  const rowOfIdentity = new Map<number, number>();
  for (const object of node.objects) {
    if (!order.kept.has(object.shape) || object.shape.keys.length === 0) continue;
    const identity = keyed === undefined ? -1 : interner.identityOf(object);
    const known = rowOfIdentity.get(identity);
    if (known === undefined || keyed === undefined) {
      rowOf.set(object, rows.length);
      rowOfIdentity.set(identity, rows.length);
      rows.push(object);
    } else rowOf.set(object, known);
  }
  return { rows, rowOf };
}
