import { arrayNode, objectNode, type JsonTree } from './json-tree.ts';

/** A path with its numbers and map keys left open: all `$.items[*].name` have one. */
export interface Pattern {
  /** -1 for the whole document. */
  readonly parent: number;
  /** The key as spelled, with its quotes; undefined for elements of lists and members of maps. */
  readonly key: string | undefined;
  /** Whether nodes of this pattern are rows. */
  row: boolean;
}

/** The records of a document, and to which of them each value belongs. */
export interface JsonRows {
  readonly count: number;
  /** The node of each row; row 0 is the document. */
  readonly nodes: Int32Array;
  /** The row around each row, -1 for row 0. */
  readonly parents: Int32Array;
  /** The row that each node belongs to: itself if it is one. */
  readonly rowOf: Int32Array;
  /** The pattern of each node. */
  readonly patternOf: Int32Array;
  readonly patterns: readonly Pattern[];
}

/** Elements of a list of single values are rows of their own from this many on: below, the list is one value. */
const longList = 20;

/** An object of at least this many objects whose first keys agree is a map: its members are rows, as in `{"<id>": {...}, ...}`. */
const smallestMap = 4;

/** Finds the rows: elements of lists and members of maps. Linear in the number of nodes. */
export function findRows(tree: JsonTree): JsonRows {
  const { size, kinds, parents, keyStarts, keyEnds, text } = tree;
  const childCounts = new Int32Array(size);
  for (let node = 1; node < size; node += 1) childCounts[parents[node]!]! += 1;
  const maps = findMaps(tree, childCounts);
  const patterns: Pattern[] = [{ parent: -1, key: undefined, row: true }];
  const children = [new Map<string, number>()];
  const patternOf = new Int32Array(size);
  const rowOf = new Int32Array(size);
  const nodes: number[] = [0];
  const rowParents: number[] = [-1];
  for (let node = 1; node < size; node += 1) {
    const parent = parents[node]!;
    const inList = kinds[parent] === arrayNode;
    const open = inList || maps[parent] === 1;
    const key = open ? '*' : text.slice(keyStarts[node], keyEnds[node]);
    const container = kinds[node] === objectNode || kinds[node] === arrayNode;
    const row = open && (container ? !inList || childCounts[parent]! > 1 : inList && childCounts[parent]! >= longList);
    const known = children[patternOf[parent]!]!;
    const name = row ? '**' : key;
    let pattern = known.get(name);
    if (pattern === undefined) {
      pattern = patterns.length;
      patterns.push({ parent: patternOf[parent]!, key: open ? undefined : key, row });
      children.push(new Map());
      known.set(name, pattern);
    }
    patternOf[node] = pattern;
    rowOf[node] = row ? nodes.length : rowOf[parent]!;
    if (row) {
      rowParents.push(rowOf[parent]!);
      nodes.push(node);
    }
  }
  return { count: nodes.length, nodes: Int32Array.from(nodes), parents: Int32Array.from(rowParents), rowOf, patternOf, patterns };
}

function findMaps({ size, kinds, parents, keyStarts, keyEnds, text, after }: JsonTree, childCounts: Int32Array): Uint8Array {
  const containers = new Int32Array(size);
  const agreeing = new Int32Array(size);
  const fields = new Int32Array(size);
  const firstKeys = new Map<number, string>();
  for (let node = 1; node < size; node += 1) {
    const parent = parents[node]!;
    if (kinds[parent] !== objectNode || kinds[node] !== objectNode) continue;
    containers[parent]! += 1;
    fields[parent]! += childCounts[node]!;
    const key = after[node]! > node + 1 ? text.slice(keyStarts[node + 1], keyEnds[node + 1]) : '';
    const first = firstKeys.get(parent);
    if (first === undefined) firstKeys.set(parent, key);
    if (first === undefined || first === key) agreeing[parent]! += 1;
  }
  const maps = new Uint8Array(size);
  for (const parent of firstKeys.keys()) {
    const objects = containers[parent]!;
    // Members of one field each are values with a name, not records.
    const similar = (agreeing[parent]! >= objects * 0.5 || objects >= longList) && fields[parent]! > objects;
    if (objects >= smallestMap && objects >= childCounts[parent]! * 0.8 && similar) maps[parent] = 1;
  }
  return maps;
}
