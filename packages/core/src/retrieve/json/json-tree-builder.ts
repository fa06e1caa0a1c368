import type { JsonTree } from './json-tree.ts';

/** Collects nodes in document order. */
export interface JsonTreeBuilder {
  open(kind: number, start: number, keyStart: number, keyEnd: number): void;
  leaf(kind: number, start: number, end: number, keyStart: number, keyEnd: number): void;
  close(end: number): void;
  depth(): number;
  current(): number;
  /** Takes back what was read of a document that broke off, down to a depth. */
  abandon(depth: number): void;
  finish(from: number, to: number, documents: number): JsonTree;
}

/** Starts a tree; its arrays grow with it. */
export function createJsonTreeBuilder(text: string): JsonTreeBuilder {
  // A value takes two characters on average at least (`1,`); real documents ten and more.
  let capacity = Math.max(16, text.length >> 3);
  const grow = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  let kinds = new Uint8Array(capacity);
  let [starts, ends, parents, after, keyStarts, keyEnds, positions, children] = Array.from(
    { length: 8 },
    () => new Int32Array(capacity),
  ) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const stack: number[] = [];
  let size = 0;
  const add = (kind: number, start: number, keyStart: number, keyEnd: number): number => {
    if (size === capacity) {
      capacity *= 2;
      kinds = grow(kinds, new Uint8Array(capacity));
      starts = grow(starts, new Int32Array(capacity));
      ends = grow(ends, new Int32Array(capacity));
      parents = grow(parents, new Int32Array(capacity));
      after = grow(after, new Int32Array(capacity));
      keyStarts = grow(keyStarts, new Int32Array(capacity));
      keyEnds = grow(keyEnds, new Int32Array(capacity));
      positions = grow(positions, new Int32Array(capacity));
      children = grow(children, new Int32Array(capacity));
    }
    const node = size;
    size += 1;
    const parent = stack.length === 0 ? -1 : stack[stack.length - 1]!;
    kinds[node] = kind;
    starts[node] = start;
    parents[node] = parent;
    keyStarts[node] = keyStart;
    keyEnds[node] = keyEnd;
    children[node] = 0;
    positions[node] = parent < 0 ? 0 : children[parent]!;
    if (parent >= 0) children[parent]! += 1;
    return node;
  };
  return {
    open(kind, start, keyStart, keyEnd) {
      stack.push(add(kind, start, keyStart, keyEnd));
    },
    leaf(kind, start, end, keyStart, keyEnd) {
      const node = add(kind, start, keyStart, keyEnd);
      ends[node] = end;
      after[node] = size;
    },
    close(end) {
      const node = stack.pop()!;
      ends[node] = end;
      after[node] = size;
    },
    depth: () => stack.length,
    current: () => kinds[stack[stack.length - 1]!]!,
    abandon(depth) {
      const first = stack[depth];
      stack.length = depth;
      if (first !== undefined) {
        size = first;
        children[stack[depth - 1]!]! -= 1;
      }
    },
    finish(from, to, documents) {
      const skipped = documents === 1 ? 1 : 0;
      const cut = (array: Int32Array, shift: number): Int32Array => array.slice(skipped, size).map((value) => value - shift);
      const tree = {
        text,
        size: size - skipped,
        kinds: kinds.slice(skipped, size),
        starts: cut(starts, 0),
        ends: cut(ends, 0),
        parents: cut(parents, skipped),
        after: cut(after, skipped),
        keyStarts: cut(keyStarts, 0),
        keyEnds: cut(keyEnds, 0),
        positions: cut(positions, 0),
      };
      return { ...tree, from, to, layout: documents === 1 ? 'single' : 'several' };
    },
  };
}
