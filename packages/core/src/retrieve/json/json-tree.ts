/** What a node is. */
export const objectNode = 1;
export const arrayNode = 2;
export const stringNode = 3;
/** A number, `true`, `false` or `null`. */
export const plainNode = 4;

/**
 * Where the values of a JSON text stand in it: preorder, in arrays of numbers, so that a megabyte of JSON makes no objects and numbers keep their spelling.
 *
 * Several documents (JSONL) are the elements of one array that is not in the text: node 0 then spans them all.
 */
export interface JsonTree {
  readonly text: string;
  readonly size: number;
  readonly kinds: Uint8Array;
  /** A value is `text.slice(starts[node], ends[node])`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** -1 for node 0. */
  readonly parents: Int32Array;
  /** The number of nodes before the first one that is not inside: children of `node` begin at `node + 1`, the next sibling at `after[node]`. */
  readonly after: Int32Array;
  /** A key with its quotes is `text.slice(keyStarts[node], keyEnds[node])`; both -1 without one. */
  readonly keyStarts: Int32Array;
  readonly keyEnds: Int32Array;
  /** The number among its siblings. */
  readonly positions: Int32Array;
  /** Text before and after the JSON, in code units. */
  readonly from: number;
  readonly to: number;
  readonly layout: 'single' | 'several';
}

/** The nodes directly inside a container. */
export function* childrenOf(tree: JsonTree, node: number): Generator<number> {
  for (let child = node + 1; child < tree.after[node]!; child = tree.after[child]!) yield child;
}

/** The number of nodes directly inside a container. */
export function childCount(tree: JsonTree, node: number): number {
  let count = 0;
  for (let child = node + 1; child < tree.after[node]!; child = tree.after[child]!) count += 1;
  return count;
}

/** The key of a node, decoded; undefined for elements of arrays. */
export function keyOf(tree: JsonTree, node: number): string | undefined {
  const start = tree.keyStarts[node]!;
  return start < 0 ? undefined : decodeString(tree.text, start, tree.keyEnds[node]!);
}

/** The content of a JSON string; as it is spelled where its escapes are wrong. */
export function decodeString(text: string, start: number, end: number): string {
  const inner = text.slice(start + 1, end - 1);
  if (!inner.includes('\\')) return inner;
  try {
    return String(JSON.parse(text.slice(start, end)));
  } catch {
    return inner;
  }
}

/** The path of a node: `$.items[3].name`, with quotes where a key is no plain name. */
export function pathOf(tree: JsonTree, node: number): string {
  const steps: string[] = [];
  for (let at = node; tree.parents[at]! >= 0; at = tree.parents[at]!) {
    const key = keyOf(tree, at);
    steps.push(key === undefined ? `[${tree.positions[at]!}]` : /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`);
  }
  return `$${steps.reverse().join('')}`;
}
