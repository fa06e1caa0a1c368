import { arrayNode, childrenOf, keyOf, objectNode, type JsonTree } from './json-tree.ts';

/** One step of a path. A name may also be the number of an element. */
export type PathStep =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'all' }
  | { readonly kind: 'slice'; readonly start: number | undefined; readonly end: number | undefined };

/** What a path led to: nodes in their order, or how far it went. */
export type PathResult = { readonly nodes: readonly number[] } | { readonly lost: string; readonly at: number };

const longestPath = 1000;

/**
 * Reads `$.a.b[3].c`, `a.b.3`, `['key']`, `[2:5]`, `[*]` and JSON pointers (`/a/b/3`). Undefined where a bracket or quote stays open.
 *
 * @example parsePath('$.items[2:5].id')
 */
export function parsePath(path: string): readonly PathStep[] | undefined {
  const text = path.trim().slice(0, longestPath);
  if (text.startsWith('/')) {
    const parts = text
      .split('/')
      .slice(1)
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return parts.filter((part) => part !== '').map((name) => ({ kind: 'name', name }));
  }
  const steps: PathStep[] = [];
  let at = text.startsWith('$') ? 1 : 0;
  while (at < text.length) {
    if (text[at] === '.') at += 1;
    else if (text[at] === '[') {
      const bracket = parseBracket(text, at);
      if (bracket === undefined) return undefined;
      steps.push(bracket.step);
      at = bracket.end;
    } else {
      let end = at;
      while (end < text.length && text[end] !== '.' && text[end] !== '[') end += 1;
      const name = text.slice(at, end);
      steps.push(name === '*' ? { kind: 'all' } : { kind: 'name', name });
      at = end;
    }
  }
  return steps;
}

function parseBracket(text: string, open: number): { step: PathStep; end: number } | undefined {
  const mark = text[open + 1];
  if (mark === "'" || mark === '"' || mark === '`') {
    const close = text.indexOf(`${mark}]`, open + 2);
    if (close < 0) return undefined;
    const quoted = text.slice(open + 2, close);
    return { step: { kind: 'name', name: quoted.replace(/\\(["'\\])/g, '$1') }, end: close + 2 };
  }
  const close = text.indexOf(']', open);
  if (close < 0) return undefined;
  const inside = text.slice(open + 1, close).trim();
  if (inside === '*' || inside === '') return { step: { kind: 'all' }, end: close + 1 };
  const slice = /^(-?\d*)\s*:\s*(-?\d*)$/.exec(inside);
  if (slice === null) return { step: { kind: 'name', name: inside }, end: close + 1 };
  const bound = (digits: string | undefined): number | undefined =>
    digits === undefined || digits === '' || digits === '-' ? undefined : Number(digits);
  return { step: { kind: 'slice', start: bound(slice[1]), end: bound(slice[2]) }, end: close + 1 };
}

/** Follows a path. A name that no key has is tried as several steps joined by dots (keys may hold dots), then in another case. */
export function followPath(tree: JsonTree, steps: readonly PathStep[]): PathResult {
  let nodes = [0];
  for (let index = 0; index < steps.length;) {
    const next: number[] = [];
    let taken = 1;
    for (const node of nodes) {
      const found = step(tree, node, steps, index);
      next.push(...found.nodes);
      taken = Math.max(taken, found.taken);
    }
    if (next.length === 0) return { lost: describe(steps[index]!), at: nodes[0] ?? 0 };
    nodes = next;
    index += taken;
  }
  return { nodes };
}

function step(tree: JsonTree, node: number, steps: readonly PathStep[], index: number): { nodes: number[]; taken: number } {
  const wanted = steps[index]!;
  if (wanted.kind === 'name') return named(tree, node, steps, index);
  const children = [...childrenOf(tree, node)];
  if (wanted.kind === 'all') return { nodes: children, taken: 1 };
  const at = (bound: number | undefined, otherwise: number): number =>
    bound === undefined ? otherwise : bound < 0 ? Math.max(0, children.length + bound) : bound;
  return { nodes: children.slice(at(wanted.start, 0), at(wanted.end, children.length)), taken: 1 };
}

function named(tree: JsonTree, node: number, steps: readonly PathStep[], index: number): { nodes: number[]; taken: number } {
  const first = (steps[index] as { name: string }).name;
  if (tree.kinds[node] === arrayNode) {
    if (!/^-?\d{1,9}$/.test(first)) return { nodes: [], taken: 1 };
    const children = [...childrenOf(tree, node)];
    const element = children.at(Number(first));
    return { nodes: element === undefined ? [] : [element], taken: 1 };
  }
  if (tree.kinds[node] !== objectNode) return { nodes: [], taken: 1 };
  const members = new Map<string, number>();
  const folded = new Map<string, number>();
  for (const child of childrenOf(tree, node)) {
    const key = keyOf(tree, child)!;
    // The last of equal keys counts, as it does for JSON.parse.
    members.set(key, child);
    folded.set(key.toLowerCase(), child);
  }
  let name = first;
  for (let taken = 1; ; taken += 1) {
    const child = members.get(name);
    if (child !== undefined) return { nodes: [child], taken };
    const following = steps[index + taken];
    if (following?.kind !== 'name' || taken > 8) break;
    name += `.${following.name}`;
  }
  const child = folded.get(first.toLowerCase());
  return { nodes: child === undefined ? [] : [child], taken: 1 };
}

function describe(wanted: PathStep): string {
  if (wanted.kind === 'name') return wanted.name;
  return wanted.kind === 'all' ? '[*]' : `[${wanted.start ?? ''}:${wanted.end ?? ''}]`;
}
