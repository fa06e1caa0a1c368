import { childrenOf, settled, type Node } from '../infer/node.ts';
import type { Draft } from './draft.ts';

/** The types whose records stand directly inside those of a type: on the way to them there is no other type. */
function needsOf(draft: Draft, drafts: ReadonlyMap<Node, Draft>): Draft[] {
  const found = new Set<Draft>();
  const seen = new Set<Node>();
  const waiting = childrenOf(draft.node);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = settled(next);
    if (seen.has(node)) continue;
    seen.add(node);
    const own = drafts.get(node);
    if (own !== undefined) found.add(own);
    else waiting.push(...childrenOf(node));
  }
  return [...found].reverse();
}

/** Whether records of a type can hold records of the same type, at any depth. */
export function needsItself(draft: Draft, drafts: ReadonlyMap<Node, Draft>): boolean {
  const seen = new Set<Draft>();
  const waiting = needsOf(draft, drafts);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === draft) return true;
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...needsOf(next, drafts));
  }
  return false;
}

/** Types in an order in which each stands behind those it needs (but for types that hold themselves). */
export function inOrderOfNeed(drafts: ReadonlyMap<Node, Draft>): Draft[] {
  const ordered = new Set<Draft>();
  const open = new Set<Draft>();
  const place = (draft: Draft): void => {
    if (open.has(draft)) return;
    open.add(draft);
    for (const need of needsOf(draft, drafts)) place(need);
    ordered.add(draft);
  };
  for (const draft of drafts.values()) place(draft);
  return [...ordered];
}
