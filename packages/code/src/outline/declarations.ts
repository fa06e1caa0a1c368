import { addUnit, ownsItsLines, type OutlineWalk, type Surroundings } from './outline-walk.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** What holds declarations: a function is more than what stands in it. */
const container =
  /(?:^block|_body|_list|^program|^module|^source_file|^translation_unit|^compilation_unit|^chunk|^preproc_(?:if|ifdef|elif|elifdef|else))$/;
/** What says where other code comes from. */
const imports = /import|^use_|using_|include|require|package|preproc|namespace_use/;

/** A declaration to make a unit of, and where what names it ends. */
export interface Declaration {
  readonly role: 'member' | 'type' | 'item';
  readonly node: SyntaxNode;
  /** Line and column. */
  readonly last: number;
  readonly endColumn: number;
}

/**
 * Makes a unit of a declaration and what belongs to its head: decorators, `export const name =`.
 *
 * @returns the unit, or that around it where other code shares its lines
 */
export function declare(walk: OutlineWalk, { role, node, last, endColumn }: Declaration, { parent, owner }: Surroundings): number {
  let item = node;
  for (let level = walk.above.length - 1; level >= 0; level -= 1) {
    const above = walk.above[level]!;
    if (above.last !== node.last || holdsDeclarations(walk, above)) break;
    item = above;
  }
  // `typedef struct { … } name;` is a type inside a type, on the same lines.
  const around = walk.units[parent];
  if (role === 'type' && around?.role === 'type' && around.first === item.first && around.last === item.last) return parent;
  if (!ownsItsLines(walk, item)) return parent;
  const unit = addUnit(walk, { first: item.first, last: item.last, role, parent, owner });
  walk.heads.push({ unit, last, endColumn });
  return unit;
}

/** What says at the top of a file where other code comes from, as one unit where it is several lines. */
export function importUnits(walk: OutlineWalk, children: readonly SyntaxNode[], { parent, owner }: Surroundings): void {
  for (let index = 0; index < children.length; index += 1) {
    const begin = children[index]!;
    if (!imports.test(begin.type)) continue;
    while (children[index + 1] !== undefined && imports.test(children[index + 1]!.type)) index += 1;
    const end = children[index]!;
    if (end.last - begin.first >= 2 && ownsItsLines(walk, begin, end))
      addUnit(walk, { first: begin.first, last: end.last, role: 'imports', parent, owner });
  }
}

/** Whether a node stands by itself where declarations stand, and holds none. */
export function isItem(walk: OutlineWalk, around: SyntaxNode, node: SyntaxNode): boolean {
  return holdsDeclarations(walk, around) && node.named && !container.test(node.type) && !imports.test(node.type) && !declares(walk, node);
}

function holdsDeclarations({ language }: OutlineWalk, { type }: SyntaxNode): boolean {
  return container.test(type) || language.blocks.has(type);
}

function declares(walk: OutlineWalk, { type, children }: SyntaxNode): boolean {
  const { functions, types } = walk.language;
  return functions.has(type) || types.has(type) || children.some((child) => declares(walk, child));
}
