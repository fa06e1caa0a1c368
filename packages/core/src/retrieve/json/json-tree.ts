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

/** Reads one document, JSONL, or documents one after another; a preamble or an epilogue of other lines is left aside if the JSON is most of the text. Undefined for all else. */
export function readJsonTree(text: string): JsonTree | undefined {
  const first = firstBracket(text);
  if (first < 0) return undefined;
  const builder = createBuilder(text);
  builder.open(arrayNode, first, -1, -1);
  let at = first;
  let documents = 0;
  let end = first;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code !== openBrace && code !== openBracket) break;
    const next = readValue(builder, text, at);
    if (next < 0) break;
    documents += 1;
    end = next;
    at = skipSpace(text, next);
  }
  builder.close(end);
  if (documents === 0 || (end - first) * 2 < text.length) return undefined;
  return builder.finish(first, end, documents);
}

const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;
const quote = 0x22;
const comma = 0x2c;
const colon = 0x3a;

/** The first bracket of the text that stands at the beginning of a line. */
function firstBracket(text: string): number {
  for (let start = text.startsWith('\ufeff') ? 1 : 0; start < text.length; ) {
    const at = skipSpace(text, start);
    const code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) return at;
    const lineFeed = text.indexOf('\n', at);
    if (lineFeed < 0 || lineFeed * 2 > text.length) return -1;
    start = lineFeed + 1;
  }
  return -1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return at;
    at += 1;
  }
}

/** Reads one value without recursion, so that depth is bounded by memory only; -1 where it is not JSON. */
function readValue(builder: Builder, text: string, start: number): number {
  const base = builder.depth();
  let at = start;
  let keyStart = -1;
  let keyEnd = -1;
  for (;;) {
    // Here a value begins, or a container ends before its first one.
    let code = text.charCodeAt(at);
    if (code === openBrace || code === openBracket) {
      builder.open(code === openBrace ? objectNode : arrayNode, at, keyStart, keyEnd);
      at = skipSpace(text, at + 1);
      keyStart = -1;
      keyEnd = -1;
      if (text.charCodeAt(at) !== (code === openBrace ? closeBrace : closeBracket)) {
        if (code === openBracket) continue;
        const key = readKey(text, at);
        if (key === undefined) return fail(builder, base);
        [keyStart, keyEnd, at] = key;
        continue;
      }
    } else {
      const end = code === quote ? endOfString(text, at) : endOfPlain(text, at);
      if (end < 0) return fail(builder, base);
      builder.leaf(code === quote ? stringNode : plainNode, at, end, keyStart, keyEnd);
      at = skipSpace(text, end);
    }
    // Here a value has ended: containers close until one goes on.
    for (;;) {
      if (builder.depth() === base) return at;
      code = text.charCodeAt(at);
      const inObject = builder.current() === objectNode;
      if (code === comma) {
        at = skipSpace(text, at + 1);
        keyStart = -1;
        keyEnd = -1;
        if (!inObject) break;
        const key = readKey(text, at);
        if (key === undefined) return fail(builder, base);
        [keyStart, keyEnd, at] = key;
        break;
      }
      if (code !== (inObject ? closeBrace : closeBracket)) return fail(builder, base);
      builder.close(at + 1);
      if (builder.depth() === base) return at + 1;
      at = skipSpace(text, at + 1);
    }
  }
}

function fail(builder: Builder, base: number): number {
  builder.abandon(base);
  return -1;
}

function readKey(text: string, at: number): [start: number, end: number, value: number] | undefined {
  if (text.charCodeAt(at) !== quote) return undefined;
  const end = endOfString(text, at);
  if (end < 0) return undefined;
  const separator = skipSpace(text, end);
  return text.charCodeAt(separator) === colon ? [at, end, skipSpace(text, separator + 1)] : undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return at + 1;
    if (code === 0x5c) at += 1;
    else if (code < 0x20 && code !== 0x09) return -1;
  }
  return -1;
}

/** Numbers and words, read generously: what is not one ends the reading at the next sign. */
function endOfPlain(text: string, start: number): number {
  const first = text.charCodeAt(start);
  const begins = first === 0x2d || (first >= 0x30 && first <= 0x39) || first === 0x74 || first === 0x66 || first === 0x6e;
  if (!begins) return -1;
  let at = start + 1;
  for (; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const goesOn = (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || code === 0x2e || code === 0x2b || code === 0x2d || code === 0x45;
    if (!goesOn) break;
  }
  return at;
}

interface Builder {
  open(kind: number, start: number, keyStart: number, keyEnd: number): void;
  leaf(kind: number, start: number, end: number, keyStart: number, keyEnd: number): void;
  close(end: number): void;
  depth(): number;
  current(): number;
  abandon(depth: number): void;
  finish(from: number, to: number, documents: number): JsonTree;
}

function createBuilder(text: string): Builder {
  // A value takes two characters on average at least (`1,`); real documents ten and more.
  let capacity = Math.max(16, text.length >> 3);
  const grow = <T extends Int32Array | Uint8Array>(from: T, to: T): T => {
    to.set(from);
    return to;
  };
  let kinds = new Uint8Array(capacity);
  let [starts, ends, parents, after, keyStarts, keyEnds, positions, children] = Array.from({ length: 8 }, () => new Int32Array(capacity)) as [
    Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array,
  ];
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
      // What was read of the broken document goes away again.
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
        text, size: size - skipped, kinds: kinds.slice(skipped, size), starts: cut(starts, 0), ends: cut(ends, 0), parents: cut(parents, skipped),
        after: cut(after, skipped), keyStarts: cut(keyStarts, 0), keyEnds: cut(keyEnds, 0), positions: cut(positions, 0),
      };
      return { ...tree, from, to, layout: documents === 1 ? 'single' : 'several' };
    },
  };
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
