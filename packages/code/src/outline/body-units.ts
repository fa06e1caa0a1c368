import { lineOf } from '../files/source-lines.ts';
import { addUnit, deepest, ownsItsLines, type OutlineWalk, type Surroundings } from './outline-walk.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { documentationString, specialUnits, textUnits } from './text-units.ts';

/** Statements of so few lines are not looked into. */
const smallestParted = 6;
/** A comment of fewer lines goes with the statement that it is about. */
const longestLead = 4;
/** What a statement can do without, where it stands on lines of its own: the branches of a long chain. */
const clause = /^(?:elif|else|case)_clause$/;
/** Functions that have a name of their own. */
export const declaredFunction = /declaration|definition|_item$|^method|^singleton_method|function_statement/;

/** Makes units of the statements of a block. */
export function bodyUnits(walk: OutlineWalk, block: SyntaxNode, at: Surroundings, kind: 'body' | 'inner'): void {
  const statements = statementsOf(walk, block);
  let previous = -1;
  let opening = kind === 'body';
  for (let index = 0; index < statements.length; index += 1) {
    const group = [statements[index]!];
    // What shares a line with its neighbour, and a comment with what it is about, stand or go together.
    while (index + 1 < statements.length && belongs(walk, group, statements[index + 1]!)) group.push(statements[(index += 1)]!);
    const [first, last] = [group[0]!, group[group.length - 1]!];
    const documentation = opening && group.length === 1 ? documentationString(walk, first) : undefined;
    opening &&= group.every(({ type }) => walk.language.comments.has(type));
    if (documentation !== undefined) textUnits(walk, documentation, at, { place: 'string', documentation: true });
    else if (ownsItsLines(walk, first, last)) statementUnits(walk, group, { ...at, from: blankAbove(walk, first.first, previous) });
    else for (const member of group) insideStatement(walk, member, at);
    previous = last.last;
  }
}

/** In languages without braces the comments above the first statement stand before the block. */
export function withLeadingComments({ language }: OutlineWalk, head: SyntaxNode, body: SyntaxNode): SyntaxNode {
  if (head === body) return body;
  const leading = head.children.filter(({ type, first, last }) => language.comments.has(type) && first > head.first && last < body.first);
  return leading.length === 0 ? body : { ...body, children: [...leading, ...body.children] };
}

function statementsOf(walk: OutlineWalk, block: SyntaxNode): readonly SyntaxNode[] {
  return block.children.flatMap((child) =>
    !child.named ? [] : walk.language.wrappers.has(child.type) ? statementsOf(walk, child) : [child],
  );
}

function belongs({ language }: OutlineWalk, group: readonly SyntaxNode[], next: SyntaxNode): boolean {
  const last = group[group.length - 1]!;
  if (next.first === last.last) return true;
  const about = language.comments.has(last.type) && next.first === last.last + 1;
  return about && last.last - group[0]!.first < longestLead;
}

/** The first of the blank lines above a line, so that they go with what they part. */
function blankAbove({ lines }: OutlineWalk, first: number, previous: number): number {
  let line = first;
  while (previous >= 0 && line - 1 > previous && lineOf(lines, line - 1).trim() === '') line -= 1;
  return line;
}

function statementUnits(walk: OutlineWalk, group: readonly SyntaxNode[], { from, ...at }: Surroundings & { readonly from: number }): void {
  const { language, units } = walk;
  const last = group[group.length - 1]!;
  const comment = group.every(({ type }) => language.comments.has(type));
  const named = group.some((node) => holdsDeclaration(walk, node, 2));
  const role = comment ? 'comment' : named ? 'inner' : 'statement';
  const index = addUnit(walk, { first: from, last: last.last, role, parent: at.parent, owner: at.owner });
  if (last.last - group[0]!.first + 1 < smallestParted || at.depth > deepest) return;
  for (const member of group) insideStatement(walk, member, { parent: index, owner: at.owner, depth: at.depth + 1 });
  if (units.length > index + 1) units[index] = { ...units[index]!, whole: false };
}

function holdsDeclaration(walk: OutlineWalk, { type, children }: SyntaxNode, levels: number): boolean {
  if (walk.language.functions.has(type)) return declaredFunction.test(type);
  return levels > 0 && children.length <= 3 && children.some((child) => holdsDeclaration(walk, child, levels - 1));
}

/** Looks for blocks inside a statement. */
function insideStatement(walk: OutlineWalk, node: SyntaxNode, at: Surroundings): void {
  if (node.last === node.first || at.depth > deepest) return;
  if (specialUnits(walk, node, at, false)) return;
  const { blocks, functions } = walk.language;
  if (blocks.has(node.type)) return bodyUnits(walk, node, at, 'inner');
  const isFunction = functions.has(node.type);
  for (const child of node.children) {
    if (child.last === child.first) {
      if (blocks.has(child.type) && ownsItsLines(walk, child))
        addUnit(walk, { first: child.first, last: child.last, role: 'statement', parent: at.parent, owner: at.owner });
      continue;
    }
    if (clause.test(child.type) && ownsItsLines(walk, child)) {
      const index = addUnit(walk, { first: child.first, last: child.last, role: 'statement', parent: at.parent, owner: at.owner });
      insideStatement(walk, child, { ...at, parent: index, depth: at.depth + 1 });
      if (walk.units.length > index + 1) walk.units[index] = { ...walk.units[index]!, whole: false };
      continue;
    }
    if (isFunction && blocks.has(child.type)) innerFunction(walk, node, child, at);
    else insideStatement(walk, child, { ...at, depth: at.depth + 1 });
  }
}

/** A function inside a body. */
function innerFunction(walk: OutlineWalk, head: SyntaxNode, body: SyntaxNode, at: Surroundings): void {
  const owner = walk.functions.length;
  walk.functions.push({ first: head.first, body: body.first, last: body.last, owner: at.owner });
  bodyUnits(walk, withLeadingComments(walk, head, body), { parent: at.parent, owner, depth: at.depth + 1 }, 'body');
}
