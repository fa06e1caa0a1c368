import type { JsonObject, JsonArray, JsonValue } from '../model.ts';
import { isArray, isCollectionList, isMap, isMatrix, isScalar, parallelLists } from './collection-shape.ts';
import type { Collection, Column, Group, Outline, Unit } from './outline.ts';
import { PathNode } from './path-node.ts';

/** Where the walk stands: values at `node` belong to `unit`, whose group is `group`. */
interface Place {
  readonly unit: Unit;
  readonly group: Group;
  readonly node: PathNode;
}

/** A list of names that may label the members of lists of the same length below the same object. */
interface Labels {
  readonly key: string;
  readonly list: JsonArray;
}

const deepestUnit = 100;
const mostLabels = 4;
const shortestLabels = 3;
const longestLabel = 120;

/**
 * Sees a document as units that may be left out and columns of their values. Linear in the document; what is nested deeper than
 * 100 levels makes no units and stays whole.
 */
export function buildOutline(value: JsonValue): Outline {
  const builder = new OutlineBuilder();
  return builder.build(value);
}

class OutlineBuilder {
  readonly #units: Unit[] = [];
  readonly #columns: Column[] = [];
  readonly #groups: Group[] = [];
  readonly #collections = new Map<JsonArray | JsonObject, Collection>();
  #labels: readonly Labels[] = [];
  #level = 0;

  build(value: JsonValue): Outline {
    const group = this.#newGroup('$', 'rows');
    group.units = 1;
    const root: Unit = { index: 0, parent: undefined, collection: undefined, position: 0, depth: 0 };
    this.#units.push(root);
    this.#visit(value, { unit: root, group, node: new PathNode('', '') });
    return { units: this.#units, columns: this.#columns, groups: this.#groups, collections: this.#collections };
  }

  #visit(value: JsonValue, place: Place): void {
    if (isScalar(value)) {
      this.#cell(value, place.unit, place.group, place.node);
      return;
    }
    if (this.#level >= deepestUnit) return;
    this.#level++;
    if (isArray(value)) this.#list(value, place);
    else this.#object(value as JsonObject, place);
    this.#level--;
  }

  #cell(value: JsonValue, unit: Unit, group: Group, node: PathNode, role: Column['role'] = 'value'): void {
    const column = (node.column ??= this.#newColumn(node, group, role));
    const { units } = column;
    if (units.length > 0 && (units[units.length - 1] as number) > unit.index) column.ordered = false;
    column.values.push(value);
    units.push(unit.index);
  }

  #list(list: JsonArray, place: Place): void {
    // Equal lists may be one object where a reader shares them: the first place decides.
    if (!isCollectionList(list) || this.#collections.has(list)) {
      const inner = { ...place, node: place.node.elements };
      for (const value of list) this.#visit(value, inner);
      return;
    }
    const collection = this.#collect('list', place, list.length, list.every(isScalar) ? 'items' : 'rows');
    this.#collections.set(list, collection);
    this.#label(list, collection, place.node.members);
    if (isMatrix(list)) this.#matrix(list, collection, place.node.members);
    else
      for (let index = 0; index < list.length; index++)
        this.#visit(list[index] as JsonValue, this.#member(collection, index, place.node.members));
  }

  #matrix(list: JsonArray, collection: Collection, node: PathNode): void {
    const width = (list[0] as JsonArray).length;
    const header = this.#labels.find((labels) => labels.list.length === width)?.list;
    const columns = Array.from({ length: width }, (_, at) => node.child(header === undefined ? `[${at}]` : (header[at] as string)));
    for (let index = 0; index < list.length; index++) {
      const unit = this.#units[collection.first + index] as Unit;
      const row = list[index] as JsonArray;
      for (let at = 0; at < width; at++) this.#cell(row[at] as JsonValue, unit, collection.group, columns[at] as PathNode);
    }
  }

  #object(object: JsonObject, place: Place): void {
    if (!this.#collections.has(object) && isMap(object)) {
      this.#map(object, place);
      return;
    }
    const outer = this.#labels;
    this.#labels = [...labelsIn(object), ...outer].slice(0, mostLabels);
    const nodes = place.node.children(object);
    const parallel = parallelLists(object)?.filter((list) => !this.#collections.has(list));
    if (parallel !== undefined && parallel.length > 1) this.#parallel(object, parallel, place);
    for (let index = 0; index < nodes.length; index++) {
      const value = object.values[index] as JsonValue;
      if (parallel !== undefined && isArray(value) && this.#collections.get(value)?.kind === 'columns' && parallel.includes(value))
        continue;
      this.#visit(value, { ...place, node: nodes[index] as PathNode });
    }
    this.#labels = outer;
  }

  #map(object: JsonObject, place: Place): void {
    const collection = this.#collect('map', place, object.values.length, 'entries');
    this.#collections.set(object, collection);
    const { members } = place.node;
    const names = members.elements;
    for (let index = 0; index < object.values.length; index++) {
      const inner = this.#member(collection, index, members);
      this.#cell(object.shape.keys[index] as string, inner.unit, inner.group, names, 'name');
      this.#visit(object.values[index] as JsonValue, inner);
    }
  }

  #parallel(object: JsonObject, lists: readonly JsonArray[], place: Place): void {
    const length = (lists[0] as JsonArray).length;
    const collection = this.#collect('columns', place, length, 'items');
    for (const list of lists) {
      this.#collections.set(list, collection);
      const column = place.node.members.child(object.shape.keys[object.values.indexOf(list)] as string);
      for (let index = 0; index < length; index++)
        this.#cell(list[index] as JsonValue, this.#units[collection.first + index] as Unit, collection.group, column);
    }
  }

  /** Gives the members of a list the names that stand in lists of the same length beside it or around it. */
  #label(list: JsonArray, collection: Collection, node: PathNode): void {
    if (collection.group.unit === 'items') return;
    for (const labels of this.#labels) {
      if (labels.list.length !== list.length || labels.list === list) continue;
      const column = node.elements.child(labels.key);
      for (let index = 0; index < list.length; index++)
        this.#cell(labels.list[index] as JsonValue, this.#units[collection.first + index] as Unit, collection.group, column, 'label');
    }
  }

  #member(collection: Collection, position: number, node: PathNode): Place {
    return { unit: this.#units[collection.first + position] as Unit, group: collection.group, node };
  }

  #collect(kind: Collection['kind'], { unit: owner, group: outer, node }: Place, count: number, unit: Group['unit']): Collection {
    node.group ??= this.#newGroup(this.#pathOf(outer, node), unit);
    const collection: Collection = { kind, group: node.group, owner, first: this.#units.length, count };
    node.group.units += count;
    for (let position = 0; position < count; position++)
      this.#units.push({ index: this.#units.length, parent: owner, collection, position, depth: owner.depth + 1 });
    return collection;
  }

  #pathOf(outer: Group, { name }: PathNode): string {
    const inside = outer === this.#groups[0] ? '' : outer.unit === 'entries' ? '.*' : '[*]';
    return name === '' ? outer.path + inside : `${outer.path}${inside}.${name}`;
  }

  #newGroup(path: string, unit: Group['unit']): Group {
    const group: Group = { path, unit, columns: [], units: 0 };
    this.#groups.push(group);
    return group;
  }

  #newColumn({ name, key }: PathNode, group: Group, role: Column['role']): Column {
    const column: Column = { name, key, group, role, values: [], units: [], ordered: true };
    group.columns.push(column);
    this.#columns.push(column);
    return column;
  }
}

function labelsIn(object: JsonObject): Labels[] {
  const found: Labels[] = [];
  object.values.forEach((list, index) => {
    if (isArray(list) && list.length >= shortestLabels && list.every((item) => typeof item === 'string' && item.length <= longestLabel))
      found.push({ key: object.shape.keys[index] as string, list });
  });
  return found;
}
