import type { JsonArray, JsonObject, JsonValue, Shape } from '../../model.ts';
import { isGap, isList, isObject, isOpened } from './kinds.ts';

/** All values that stand at one path of the document (or at several that hold records of one kind), and what they have in common. */
export interface Node {
  /** The key that led here; that of the list for its elements. */
  readonly name: string;
  objects: JsonObject[];
  lists: JsonArray[];
  /** How many values are neither objects nor lists. */
  scalars: number;
  /** How its objects are read: by field, or as a map whose keys are data. */
  kind: 'record' | 'map';
  fields: Map<string, Node>;
  /** What stands in the lists, and in the entries of maps. */
  element: Node | undefined;
  entry: Node | undefined;
  /** What stands in strings that hold JSON. */
  opened: Node | undefined;
  /** Nodes of members that a merge had to leave apart: they are below this node, but no field leads to them. */
  strays: Node[];
  /** In how many places of the document its objects stand: more than one after a merge. */
  places: number;
  /** The node that took this one in. */
  mergedInto: Node | undefined;
}

/** A record is a map if it has at least so many keys. */
const MINIMUM_MAP_KEYS = 4;

/** The values of a map are of one kind if most of their fields are in this share of them. */
const COMMON_SHARE = 0.4;

/** The node that holds the values of this one now. */
export function settled(node: Node): Node {
  let at = node;
  while (at.mergedInto !== undefined) at = at.mergedInto;
  return at;
}

/** Sorts all values of a document by path: one pass over the values. */
export function buildNode(values: readonly JsonValue[], name: string): Node {
  const node: Node = {
    name,
    objects: [],
    lists: [],
    scalars: 0,
    kind: 'record',
    fields: new Map(),
    element: undefined,
    entry: undefined,
    opened: undefined,
    strays: [],
    places: 1,
    mergedInto: undefined,
  };
  const inside: JsonValue[] = [];
  for (const value of values) {
    if (isOpened(value)) inside.push(value.value);
    if (isObject(value)) node.objects.push(value);
    else if (isList(value)) node.lists.push(value);
    else if (!isGap(value)) node.scalars++;
  }
  if (node.lists.length > 0) node.element = buildNode(node.lists.flat(), name);
  if (inside.length > 0) node.opened = buildNode(inside, name);
  if (node.objects.length > 0) buildMembers(node);
  return node;
}

function buildMembers(node: Node): void {
  const shapes = countShapes(node.objects);
  if (looksLikeMap(node, shapes)) {
    node.kind = 'map';
    node.entry = buildNode(
      node.objects.flatMap((object) => object.values),
      node.name,
    );
    return;
  }
  const members = new Map<string, JsonValue[]>();
  const columns = new Map<Shape, JsonValue[][]>();
  for (const shape of shapes.keys())
    columns.set(
      shape,
      shape.keys.map((key) => membersOf(members, key)),
    );
  for (const object of node.objects) {
    const into = columns.get(object.shape) as JsonValue[][];
    for (let index = 0; index < into.length; index++) (into[index] as JsonValue[]).push(object.values[index] as JsonValue);
  }
  for (const [key, values] of members) node.fields.set(key, buildNode(values, key));
}

function membersOf(members: Map<string, JsonValue[]>, key: string): JsonValue[] {
  let values = members.get(key);
  if (values === undefined) members.set(key, (values = []));
  return values;
}

/** How many objects have each shape. */
export function countShapes(objects: readonly JsonObject[]): Map<Shape, number> {
  const shapes = new Map<Shape, number>();
  for (const { shape } of objects) shapes.set(shape, (shapes.get(shape) ?? 0) + 1);
  return shapes;
}

/** Whether keys are data: many keys that the objects do not share, and values that are all records of one kind. */
function looksLikeMap(node: Node, shapes: ReadonlyMap<Shape, number>): boolean {
  const counts = new Map<string, number>();
  let total = 0;
  for (const [shape, times] of shapes) {
    for (const key of shape.keys) counts.set(key, (counts.get(key) ?? 0) + times);
    total += shape.keys.length * times;
  }
  if (counts.size < MINIMUM_MAP_KEYS) return false;
  if (node.objects.length > 1 && total / node.objects.length / counts.size >= 0.5) return false;
  const inner = new Map<string, number>();
  let objects = 0;
  let members = 0;
  for (const object of node.objects) {
    for (const value of object.values) {
      if (isGap(value)) continue;
      if (!isObject(value)) return false;
      objects++;
      for (const key of value.shape.keys) inner.set(key, (inner.get(key) ?? 0) + 1);
      members += value.shape.keys.length;
    }
  }
  let common = 0;
  for (const count of inner.values()) if (count >= objects * COMMON_SHARE) common += count;
  return objects >= MINIMUM_MAP_KEYS && common > members / 2;
}

/** All nodes below a root, merged ones once. */
export function allNodes(root: Node): Set<Node> {
  const seen = new Set<Node>();
  const waiting = [settled(root)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    for (const child of childrenOf(node)) waiting.push(settled(child));
  }
  return seen;
}

export function childrenOf(node: Node): Node[] {
  const children = [...node.fields.values()];
  if (node.element !== undefined) children.push(node.element);
  if (node.entry !== undefined) children.push(node.entry);
  if (node.opened !== undefined) children.push(node.opened);
  children.push(...node.strays);
  return children;
}
