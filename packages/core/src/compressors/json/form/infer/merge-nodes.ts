import { childrenOf, settled, type Node } from './node.ts';

/** Records with fewer keys are alike by accident. */
const MINIMUM_KEYS = 4;

/** How alike the sets of keys must be (shared over all). */
const MINIMUM_LIKENESS = 0.7;

/** Pairs are compared only among so many nodes, the widest first: documents have tens of kinds of records, hostile ones have thousands. */
const MAXIMUM_NODES = 160;

/** Lets records of one kind that stand at several paths (an owner, an author, an assignee) share one node, and so one header. */
export function mergeSimilarNodes(root: Node): void {
  const nodes = recordNodes(root)
    .sort((a, b) => b.fields.size - a.fields.size)
    .slice(0, MAXIMUM_NODES);
  for (let first = 0; first < nodes.length; first++) {
    for (let second = first + 1; second < nodes.length; second++) {
      const into = settled(nodes[first] as Node);
      const other = settled(nodes[second] as Node);
      if (other.fields.size < into.fields.size * MINIMUM_LIKENESS && into === nodes[first] && other === nodes[second]) break;
      if (into !== other && alike(into, other)) merge(into, other);
    }
  }
}

function recordNodes(root: Node): Node[] {
  const found: Node[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.kind === 'record' && node.fields.size >= MINIMUM_KEYS) found.push(node);
    waiting.push(...childrenOf(node).reverse());
  }
  return found;
}

function alike(a: Node, b: Node): boolean {
  let shared = 0;
  for (const key of b.fields.keys()) if (a.fields.has(key)) shared++;
  return shared >= MINIMUM_LIKENESS * (a.fields.size + b.fields.size - shared);
}

/** Lets the first node take in the second; false where one is a map and the other a record: they stay apart. */
function merge(first: Node, second: Node): boolean {
  const into = settled(first);
  const from = settled(second);
  if (into === from) return true;
  if (into.kind !== from.kind && into.objects.length > 0 && from.objects.length > 0) return false;
  if (into.objects.length === 0) into.kind = from.kind;
  from.mergedInto = into;
  into.objects = into.objects.concat(from.objects);
  into.lists = into.lists.concat(from.lists);
  into.scalars += from.scalars;
  into.places += from.places;
  for (const [key, node] of from.fields) {
    const own = into.fields.get(key);
    if (own === undefined) into.fields.set(key, node);
    else if (!merge(own, node)) into.strays.push(node);
  }
  into.strays.push(...from.strays);
  into.element = mergeOptional(into, into.element, from.element);
  into.entry = mergeOptional(into, into.entry, from.entry);
  into.opened = mergeOptional(into, into.opened, from.opened);
  return true;
}

function mergeOptional(holder: Node, first: Node | undefined, second: Node | undefined): Node | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  if (!merge(first, second)) holder.strays.push(second);
  return settled(first);
}
