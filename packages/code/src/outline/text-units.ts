import { lineOf } from '../files/source-lines.ts';
import { addUnit, ownsItsLines, type OutlineWalk, type Surroundings } from './outline-walk.ts';
import type { SyntaxNode } from './syntax-node.ts';
import { tableUnits } from './table-units.ts';

const leastCommentRest = 2;
const leastString = 8;
const leastElements = 24;

/** A line that is nothing but a string, as far as its beginning tells. */
const quoted = /^[ \t]*[rubRUB]{0,2}["']/;

/**
 * Makes units of a comment, a string or a table, wherever it stands.
 *
 * @param documentation whether a string here says what the code around it is for
 * @returns whether the node was one of them, so that nobody needs to look into it
 */
export function specialUnits(walk: OutlineWalk, node: SyntaxNode, at: Surroundings, documentation: boolean): boolean {
  const { comments, strings, literals } = walk.language;
  const height = node.last - node.first + 1;
  if (comments.has(node.type)) return textUnits(walk, node, at, { place: 'block-comment', documentation: true });
  const string = documentation ? documentationString(walk, node) : undefined;
  if (string !== undefined) return textUnits(walk, string, at, { place: 'string', documentation: true });
  if (strings.has(node.type)) return height >= leastString && textUnits(walk, node, at, { place: 'string', documentation: false });
  return height >= leastElements && literals.has(node.type) && tableUnits(walk, node, at);
}

/** The string that a statement is, where it is nothing else. */
export function documentationString(walk: OutlineWalk, node: SyntaxNode): SyntaxNode | undefined {
  if (walk.language.strings.has(node.type)) return node;
  if (node.type !== 'expression_statement') return undefined;
  // What stands on one line was not looked into.
  if (node.first === node.last) return quoted.test(lineOf(walk.lines, node.first)) ? node : undefined;
  const [only, ...others] = node.children;
  return others.length === 0 && only !== undefined ? documentationString(walk, only) : undefined;
}

/** One unit for all of a comment or string, and inside it one for the lines behind its first that says something. */
export function textUnits(
  walk: OutlineWalk,
  node: SyntaxNode,
  at: Surroundings,
  { place, documentation }: { readonly place: 'block-comment' | 'string'; readonly documentation: boolean },
): true {
  const { owner } = at;
  let { parent } = at;
  if (documentation && ownsItsLines(walk, node))
    parent = addUnit(walk, { first: node.first, last: node.last, role: 'documentation', parent, owner });
  const first = firstSaid(walk, node.first, node.last) + 1;
  for (const part of paragraphs(walk, first, node.last - 1)) walk.units.push({ ...part, place, role: 'text', parent, owner, whole: true });
  return true;
}

/** Texts of fewer lines are one. */
const leastParted = 6;
/** What begins an entry of a text: a tag of JSDoc or of Sphinx, an item of a list, a name with its meaning. */
const entry = /^[\s*]*(?:@\w|:\w+[\s:]|[-+•]\s|[\w.]+ (?:--?|—) |[\w.]+:$)/;

/** The paragraphs and entries of a text, with the blank lines behind them. */
function paragraphs({ lines }: OutlineWalk, first: number, last: number): readonly { readonly first: number; readonly last: number }[] {
  if (last < first) return [];
  if (last - first + 1 < leastParted) return [{ first, last }];
  const parts: { first: number; last: number }[] = [];
  let begin = first;
  for (let line = first + 1; line <= last; line += 1) {
    const said = lineOf(lines, line).slice(0, 200);
    const before = lineOf(lines, line - 1).slice(0, 200);
    if (!entry.test(said) && !(isBlank(before) && !isBlank(said))) continue;
    parts.push({ first: begin, last: line - 1 });
    begin = line;
  }
  parts.push({ first: begin, last });
  return parts;
}

function isBlank(line: string): boolean {
  return /^[\s*/]*$/.test(line);
}

/** Comments of one line each that follow one another are one: the first that says something stays longest. */
export function commentRuns(walk: OutlineWalk, children: readonly SyntaxNode[], { parent, owner }: Surroundings): void {
  const isLine = (node: SyntaxNode | undefined): boolean =>
    node !== undefined &&
    walk.language.comments.has(node.type) &&
    node.last - node.first <= 1 &&
    ownsItsLines(walk, node, { ...node, last: node.first });
  for (let index = 0; index < children.length; index += 1) {
    const begin = children[index]!;
    if (!isLine(begin)) continue;
    while (isLine(children[index + 1]) && children[index + 1]!.first === children[index]!.first + 1) index += 1;
    const last = children[index]!.first;
    const documentation = addUnit(walk, { first: begin.first, last, role: 'documentation', parent, owner });
    const first = firstSaid(walk, begin.first, last) + 1;
    if (last - first + 1 >= leastCommentRest) addUnit(walk, { first, last, role: 'comment', parent: documentation, owner });
  }
}

/** The first line that has a word. */
function firstSaid({ lines }: OutlineWalk, from: number, to: number): number {
  let line = from;
  while (line < to && !/[\p{L}\p{N}]{2}/u.test(lineOf(lines, line).slice(0, 400))) line += 1;
  return line;
}
