import type { Tree } from 'web-tree-sitter';
import type { SourceLines } from '../files/source-lines.ts';
import type { Language } from '../languages/language.ts';
import { bodyUnits, declaredFunction, withLeadingComments } from './body-units.ts';
import { declare, importUnits, isItem } from './declarations.ts';
import { addUnit, deepest, ownsItsLines, type OutlineWalk, type Surroundings } from './outline-walk.ts';
import { readNode, type SyntaxNode } from './syntax-node.ts';
import { rowUnits } from './table-units.ts';
import { commentRuns, specialUnits } from './text-units.ts';
import type { FileOutline } from './unit.ts';

/** A body that is most of its file is a wrapper (a module pattern, a suite of tests): what stands in it is looked at as if it stood outside. */
const wrapperShare = 0.5;
const endOfLine = Number.MAX_SAFE_INTEGER;

/**
 * Finds the units of a file: declarations, statements inside bodies, comments, long strings and tables. Imports and what stands on a single line are in none.
 *
 * Only nodes of several lines are entered, so that the time is that of the lines, not of the tokens.
 */
export function outlineSource(tree: Tree, lines: SourceLines, language: Language): FileOutline {
  const walk: OutlineWalk = { lines, language, units: [], functions: [], heads: [], above: [], outside };
  const cursor = tree.walk();
  try {
    outside(walk, readNode(cursor, deepest), { parent: -1, owner: -1, depth: 0 });
  } finally {
    cursor.delete();
  }
  return { units: walk.units, functions: walk.functions, heads: walk.heads };
}

function outside(walk: OutlineWalk, node: SyntaxNode, at: Surroundings): void {
  const { functions, comments } = walk.language;
  const isFunction = functions.has(node.type);
  if (!isFunction) commentRuns(walk, node.children, at);
  if (walk.above.length === 0) importUnits(walk, node.children, at);
  walk.above.push(node);
  let documentation = true;
  for (const child of node.children) {
    if (child.last > child.first) declarationUnits(walk, node, child, { ...at, documentation });
    else {
      if (child.named && !comments.has(child.type)) documentation = false;
      shortFunction(walk, node, child, at);
    }
  }
  walk.above.pop();
}

interface Place extends Surroundings {
  /** Whether a string here says what the code around it is for. */
  readonly documentation: boolean;
}

function declarationUnits(walk: OutlineWalk, node: SyntaxNode, child: SyntaxNode, { documentation, ...at }: Place): void {
  const { functions, types, blocks, wrappers } = walk.language;
  if (specialUnits(walk, child, at, documentation)) return;
  const isFunction = functions.has(node.type);
  if (isFunction && blocks.has(child.type)) functionUnits(walk, node, child, at);
  else if (isFunction && wrappers.has(child.type)) wrappedBody(walk, node, child, at);
  else if (functions.has(child.type) && bodyIsDirect(walk, child)) functionUnits(walk, child, child, at);
  else if (types.has(child.type)) typeUnits(walk, child, at);
  else if (isItem(walk, node, child)) itemUnits(walk, child, at);
  else outside(walk, child, at);
}

/** A function on one line, or with its body on one line. */
function shortFunction(walk: OutlineWalk, node: SyntaxNode, child: SyntaxNode, at: Surroundings): void {
  const { functions, blocks } = walk.language;
  const alone = functions.has(child.type) && declaredFunction.test(child.type);
  const body = functions.has(node.type) && blocks.has(child.type);
  if (!alone && !body) return;
  const owner = walk.functions.length;
  const head = alone ? child : node;
  walk.functions.push({ first: head.first, body: child.first, last: head.last, owner: at.owner });
  const end = alone ? { last: child.first, endColumn: child.endColumn } : { last: child.first, endColumn: child.column };
  const parent = declare(walk, { role: 'member', node: head, ...end }, { ...at, owner });
  if (alone || child.first === head.first || !ownsItsLines(walk, child)) return;
  const leading = withLeadingComments(walk, head, child).children[0];
  addUnit(walk, { first: leading?.first ?? child.first, last: child.last, role: 'statement', parent, owner });
}

/** Whether statements stand directly in the function's node (Lua, Kotlin's lambdas). */
function bodyIsDirect({ language: { blocks } }: OutlineWalk, node: SyntaxNode): boolean {
  return blocks.has(node.type) && !node.children.some(({ type }) => blocks.has(type));
}

function wrappedBody(walk: OutlineWalk, head: SyntaxNode, wrapper: SyntaxNode, at: Surroundings): void {
  const block = wrapper.children.find(({ type }) => walk.language.blocks.has(type));
  if (block !== undefined) functionUnits(walk, head, block, at);
  else outside(walk, wrapper, at);
}

function functionUnits(walk: OutlineWalk, head: SyntaxNode, body: SyntaxNode, at: Surroundings): void {
  if (body.last - body.first > walk.lines.count * wrapperShare && isWrapper(walk, body, at)) return;
  const owner = walk.functions.length;
  walk.functions.push({ first: head.first, body: body.first, last: body.last, owner: at.owner });
  const inside = withLeadingComments(walk, head, body);
  const opening = inside.children.find(({ first }) => first < body.first) ?? body;
  const parent = declare(walk, { role: 'member', node: head, last: opening.first, endColumn: opening.column }, { ...at, owner });
  bodyUnits(walk, inside, { parent, owner, depth: at.depth + 1 }, 'body');
}

/** Looks at a body as if it stood outside, and takes that back if it is not made of declarations. */
function isWrapper(walk: OutlineWalk, body: SyntaxNode, at: Surroundings): boolean {
  const [units, functions, heads] = [walk.units.length, walk.functions.length, walk.heads.length];
  outside(walk, body, at);
  const covered = walk.units
    .slice(units)
    .reduce(
      (sum, { first, last, parent, role }) => sum + (parent === at.parent && (role === 'member' || role === 'type') ? last - first + 1 : 0),
      0,
    );
  if (covered >= (body.last - body.first) * wrapperShare) return true;
  walk.units.length = units;
  walk.functions.length = functions;
  walk.heads.length = heads;
  return false;
}

/** What stands in a type is looked at as if it stood outside. */
function typeUnits(walk: OutlineWalk, node: SyntaxNode, at: Surroundings): void {
  const parent = declare(walk, { role: 'type', node, last: node.first, endColumn: endOfLine }, at);
  outside(walk, node, { ...at, parent });
}

/** A value over several lines: a table, the shape of an object, a condition. */
function itemUnits(walk: OutlineWalk, node: SyntaxNode, at: Surroundings): void {
  const parent = declare(walk, { role: 'item', node, last: node.first, endColumn: endOfLine }, at);
  const before = walk.units.length;
  outside(walk, node, { ...at, parent });
  if (walk.units.length === before && parent !== at.parent) rowUnits(walk, node, { ...at, parent });
}
