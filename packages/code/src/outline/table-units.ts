import { addUnit, type OutlineWalk, type Surroundings } from './outline-walk.ts';
import type { SyntaxNode } from './syntax-node.ts';

const leastElements = 6;
const leastPairs = 40;
/** Lists of fewer elements stand or go as a whole. */
const leastRows = 6;
const pairTypes: ReadonlySet<string> = new Set(['pair', 'keyed_element', 'method_definition']);

/** Elements of a long list but the first three and the last; tables of pairs only where they are data, not the shape of an object. */
export function tableUnits(walk: OutlineWalk, node: SyntaxNode, at: Surroundings): boolean {
  const elements = node.children.filter(({ named }) => named);
  const flat = elements.filter(({ first, last }) => first === last).length;
  const pairs = elements.some(({ type }) => pairTypes.has(type));
  if (elements.length < leastElements || (pairs && (flat < elements.length * 0.9 || elements.length < leastPairs))) return false;
  const before = walk.units.length;
  if (flat < elements.length * 0.5) for (const element of elements) walk.outside(walk, element, at);
  if (walk.units.length > before) return true;
  let rowTaken = elements[2]?.last ?? node.last;
  const lastKept = elements[elements.length - 1]!.first;
  for (let index = 3; index < elements.length - 1; index += 1) {
    const { first, last } = elements[index]!;
    // Several elements of one line go together; the first of them makes the unit.
    if (first <= rowTaken || last >= lastKept) continue;
    addUnit(walk, { first: rowTaken + 1, last, role: 'element', parent: at.parent, owner: at.owner });
    rowTaken = last;
  }
  return true;
}

/** Lines of a short list, each with the elements that begin on it. */
export function rowUnits(walk: OutlineWalk, node: SyntaxNode, { parent, owner }: Surroundings): void {
  let list = node;
  for (let inner: SyntaxNode | undefined = node; inner !== undefined; inner = inner.children.find(({ first, last }) => last > first))
    list = inner;
  const elements = list.children.filter(({ named }) => named);
  if (elements.length < leastRows) return;
  for (let index = 0; index < elements.length; index += 1) {
    const { first } = elements[index]!;
    while (elements[index + 1]?.first === elements[index]!.last) index += 1;
    const { last } = elements[index]!;
    if (first > list.first && last < list.last) addUnit(walk, { first, last, role: 'row', parent, owner });
  }
}
