import type { Tree } from 'web-tree-sitter';
import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { Language } from '../languages/language.ts';
import { readNode, type SyntaxNode } from './syntax-node.ts';
import type { FileOutline, FunctionSpan, Head, Unit } from './unit.ts';

/** Statements of so few lines are not looked into. */
const smallestParted = 6;
/** A comment of fewer lines goes with the statement that it is about. */
const leastComment = 4;
const leastCommentRest = 2;
const leastString = 8;
const leastElements = 24;
const leastPairs = 40;
/** Deeper nesting is taken whole. */
const deepest = 150;
/** A body that is most of its file is a wrapper (a module pattern, a suite of tests): what stands in it is looked at as if it stood outside. */
const wrapperShare = 0.5;

/** A line that is nothing but a string, as far as its beginning tells. */
const quoted = /^[ \t]*[rubRUB]{0,2}["']/;

/** What holds declarations: a function is more than what stands in it. */
const container = /(?:^block|_body|_list|^program|^module|^source_file|^translation_unit|^compilation_unit|^chunk)$/;

/** What says where other code comes from. */
const imports = /import|^use_|using_|include|require|package|preproc/;
/** Lists of fewer elements stand or go as a whole. */
const leastRows = 6;

/** Where in the outline a node is looked at. */
interface Surroundings {
  readonly parent: number;
  readonly owner: number;
  readonly depth: number;
}

/**
 * Finds the units of a file: statements inside bodies, comments, long strings and tables. Imports, signatures, types and the shapes of classes are in none.
 *
 * Only nodes of several lines are entered, so that the time is that of the lines, not of the tokens.
 */
export function outlineSource(tree: Tree, lines: SourceLines, language: Language): FileOutline {
  const builder = new OutlineBuilder(lines, language);
  const cursor = tree.walk();
  try {
    builder.outside(readNode(cursor, deepest), { parent: -1, owner: -1, depth: 0 });
  } finally {
    cursor.delete();
  }
  return { units: builder.units, functions: builder.functions, heads: builder.heads };
}

class OutlineBuilder {
  readonly units: Unit[] = [];
  readonly functions: FunctionSpan[] = [];
  readonly heads: Head[] = [];
  readonly #lines: SourceLines;
  readonly #language: Language;
  /** The nodes around the one that is looked at outside of bodies, outermost first. */
  readonly #above: SyntaxNode[] = [];

  constructor(lines: SourceLines, language: Language) {
    this.#lines = lines;
    this.#language = language;
  }

  /** Outside of bodies everything stands but what is inside functions, comments, strings and tables. */
  outside(node: SyntaxNode, at: Surroundings): void {
    if (!this.#language.functions.has(node.type)) this.#commentRuns(node.children, at);
    this.#above.push(node);
    let beforeIsDocumentation = true;
    for (const child of node.children) {
      if (child.last === child.first) {
        if (child.named && !this.#language.comments.has(child.type)) beforeIsDocumentation = false;
        continue;
      }
      if (this.#special(child, at, beforeIsDocumentation)) continue;
      if (this.#language.blocks.has(child.type) && this.#language.functions.has(node.type)) this.#functionBody(node, child, at);
      else if (this.#language.wrappers.has(child.type) && this.#language.functions.has(node.type)) this.#wrapped(node, child, at);
      else if (this.#language.functions.has(child.type) && this.#bodyIsDirect(child)) this.#functionBody(child, child, at);
      else if (this.#language.types.has(child.type)) this.#type(child, at);
      else if (this.#isItem(node, child)) this.#item(child, at);
      else this.outside(child, at);
    }
    this.#above.pop();
  }

  /** Whether statements stand directly in the function's node (Lua, Kotlin's lambdas). */
  #bodyIsDirect(node: SyntaxNode): boolean {
    return this.#language.blocks.has(node.type) && !node.children.some(({ type }) => this.#language.blocks.has(type));
  }

  #wrapped(head: SyntaxNode, wrapper: SyntaxNode, at: Surroundings): void {
    const block = wrapper.children.find(({ type }) => this.#language.blocks.has(type));
    if (block !== undefined) this.#functionBody(head, block, at);
    else this.outside(wrapper, at);
  }

  #functionBody(head: SyntaxNode, body: SyntaxNode, at: Surroundings): void {
    if (body.last - body.first > this.#lines.count * wrapperShare && this.#isWrapper(body, at)) return;
    const owner = this.functions.length;
    this.functions.push({ first: head.first, body: body.first, last: body.last, owner: at.owner });
    const inside = this.#withLeadingComments(head, body);
    const opening = inside.children[0] !== undefined && inside.children[0].first < body.first ? inside.children[0] : body;
    const parent = this.#declaration(head, { ...at, owner }, { role: 'member', last: opening.first, endColumn: opening.column });
    this.#block(inside, { parent, owner, depth: at.depth + 1 }, 'body');
  }

  /** Whether a node stands by itself where declarations stand, and holds none. */
  #isItem(around: SyntaxNode, node: SyntaxNode): boolean {
    const declared = container.test(around.type) || this.#language.blocks.has(around.type);
    return declared && node.named && !container.test(node.type) && !imports.test(node.type) && !this.#declares(node);
  }

  #declares(node: SyntaxNode): boolean {
    const { functions, types } = this.#language;
    return functions.has(node.type) || types.has(node.type) || node.children.some((child) => this.#declares(child));
  }

  /** A value over several lines: a table, the shape of an object, a condition. */
  #item(node: SyntaxNode, at: Surroundings): void {
    const parent = this.#declaration(node, at, { role: 'item', last: node.first, endColumn: Number.MAX_SAFE_INTEGER });
    const before = this.units.length;
    this.outside(node, { ...at, parent });
    if (this.units.length === before && parent !== at.parent) this.#rows(node, { ...at, parent });
  }

  /** Lines of a list, each with the elements that begin on it. */
  #rows(node: SyntaxNode, { parent, owner }: Surroundings): void {
    let list = node;
    for (let inner: SyntaxNode | undefined = node; inner !== undefined; inner = inner.children.find(({ first, last }) => last > first)) list = inner;
    const elements = list.children.filter(({ named }) => named);
    if (elements.length < leastRows) return;
    for (let index = 0; index < elements.length; index += 1) {
      const { first } = elements[index]!;
      while (elements[index + 1]?.first === elements[index]!.last) index += 1;
      const { last } = elements[index]!;
      if (first > list.first && last < list.last) this.units.push({ first, last, place: 'code', role: 'row', parent, owner, whole: true });
    }
  }

  /** What stands in a type is looked at as if it stood outside. */
  #type(node: SyntaxNode, at: Surroundings): void {
    const parent = this.#declaration(node, at, { role: 'type', last: node.first, endColumn: Number.MAX_SAFE_INTEGER });
    this.outside(node, { ...at, parent });
  }

  /** Makes a unit of a declaration and what belongs to its head: decorators, `export const name =`. */
  #declaration(
    head: SyntaxNode,
    { parent, owner }: Surroundings,
    { role, last, endColumn }: { readonly role: 'member' | 'type' | 'item'; readonly last: number; readonly endColumn: number },
  ): number {
    let item = head;
    for (let level = this.#above.length - 1; level >= 0; level -= 1) {
      const above = this.#above[level]!;
      if (above.last !== head.last || this.#language.blocks.has(above.type) || container.test(above.type)) break;
      item = above;
    }
    if (!this.#ownsItsLines(item, item)) return parent;
    const unit = this.units.length;
    this.units.push({ first: item.first, last: item.last, place: 'code', role, parent, owner, whole: true });
    this.heads.push({ unit, last, endColumn });
    return unit;
  }

  /** In languages without braces the comments above the first statement stand before the block. */
  #withLeadingComments(head: SyntaxNode, body: SyntaxNode): SyntaxNode {
    if (head === body) return body;
    const leading = head.children.filter(
      ({ type, first, last }) => this.#language.comments.has(type) && first > head.first && last < body.first,
    );
    return leading.length === 0 ? body : { ...body, children: [...leading, ...body.children] };
  }

  /** Looks at a body as if it stood outside, and takes that back if little in it can be cut so. */
  #isWrapper(body: SyntaxNode, at: Surroundings): boolean {
    const [units, functions, heads] = [this.units.length, this.functions.length, this.heads.length];
    this.outside(body, at);
    const covered = this.units
      .slice(units)
      .reduce((sum, { first, last, parent }) => sum + (parent === at.parent ? last - first + 1 : 0), 0);
    if (covered >= (body.last - body.first) * wrapperShare) return true;
    this.units.length = units;
    this.functions.length = functions;
    this.heads.length = heads;
    return false;
  }

  /** Makes units of the statements of a block. */
  #block(block: SyntaxNode, at: Surroundings, kind: 'body' | 'inner'): void {
    const statements = this.#statements(block);
    let previous = -1;
    let opening = kind === 'body';
    for (let index = 0; index < statements.length; index += 1) {
      const group = [statements[index]!];
      // What shares a line with its neighbour, and a comment with what it is about, stand or go together.
      while (index + 1 < statements.length && this.#belongs(group, statements[index + 1]!)) group.push(statements[(index += 1)]!);
      const [first, last] = [group[0]!, group[group.length - 1]!];
      const documentation = opening && group.length === 1 ? this.#docstring(first) : undefined;
      opening &&= group.every(({ type }) => this.#language.comments.has(type));
      if (documentation !== undefined) {
        this.#text(documentation, at, 'string', true);
      } else if (this.#ownsItsLines(first, last)) {
        this.#statement(group, { ...at, from: this.#blankAbove(first.first, previous) });
      } else for (const member of group) this.#inside(member, at);
      previous = last.last;
    }
  }

  #statements(block: SyntaxNode): readonly SyntaxNode[] {
    return block.children.flatMap((child) =>
      !child.named ? [] : this.#language.wrappers.has(child.type) ? this.#statements(child) : [child],
    );
  }

  #belongs(group: readonly SyntaxNode[], next: SyntaxNode): boolean {
    const last = group[group.length - 1]!;
    if (next.first === last.last) return true;
    const about = this.#language.comments.has(last.type) && next.first === last.last + 1;
    return about && last.last - group[0]!.first < leastComment;
  }

  /** Whether nothing else stands on the first and the last line: no opening brace, no closing one. */
  #ownsItsLines(first: SyntaxNode, last: SyntaxNode): boolean {
    const before = lineOf(this.#lines, first.first).slice(0, first.column);
    const after = lineOf(this.#lines, last.last).slice(last.endColumn);
    return before.trim() === '' && /^\s*(?:[;,]\s*)?(?:\/\/.*|#.*|--.*|\/\*.*\*\/\s*|\\)?$/.test(after.slice(0, 400));
  }

  /** The first of the blank lines above a line, so that they go with what they part. */
  #blankAbove(first: number, previous: number): number {
    let line = first;
    while (previous >= 0 && line - 1 > previous && lineOf(this.#lines, line - 1).trim() === '') line -= 1;
    return line;
  }

  #statement(group: readonly SyntaxNode[], { from, ...at }: Surroundings & { readonly from: number }): void {
    const last = group[group.length - 1]!;
    const index = this.units.length;
    const comment = group.every(({ type }) => this.#language.comments.has(type));
    this.units.push({
      first: from,
      last: last.last,
      place: 'code',
      role: comment ? 'comment' : 'statement',
      parent: at.parent,
      owner: at.owner,
      whole: true,
    });
    if (last.last - group[0]!.first + 1 < smallestParted || at.depth > deepest) return;
    for (const member of group) this.#inside(member, { parent: index, owner: at.owner, depth: at.depth + 1 });
    if (this.units.length > index + 1) this.units[index] = { ...this.units[index]!, whole: false };
  }

  /** Looks for blocks inside a statement. */
  #inside(node: SyntaxNode, at: Surroundings): void {
    if (node.last === node.first || at.depth > deepest) return;
    if (this.#special(node, at, false)) return;
    if (this.#language.blocks.has(node.type)) return this.#block(node, at, 'inner');
    const isFunction = this.#language.functions.has(node.type);
    for (const child of node.children) {
      if (child.last === child.first) continue;
      if (isFunction && this.#language.blocks.has(child.type)) this.#innerFunction(node, child, at);
      else this.#inside(child, { ...at, depth: at.depth + 1 });
    }
  }

  /** A function inside a body. */
  #innerFunction(head: SyntaxNode, body: SyntaxNode, at: Surroundings): void {
    const owner = this.functions.length;
    this.functions.push({ first: head.first, body: body.first, last: body.last, owner: at.owner });
    this.#block(this.#withLeadingComments(head, body), { parent: at.parent, owner, depth: at.depth + 1 }, 'body');
  }

  /** Comments, strings and tables, wherever they stand. */
  #special(node: SyntaxNode, at: Surroundings, documentation: boolean): boolean {
    const height = node.last - node.first + 1;
    if (this.#language.comments.has(node.type)) {
      return this.#text(node, at, 'block-comment', true);
    }
    const string = documentation ? this.#docstring(node) : undefined;
    if (string !== undefined) return this.#text(string, at, 'string', true);
    if (this.#language.strings.has(node.type)) return height >= leastString && this.#text(node, at, 'string', false);
    return height >= leastElements && this.#language.literals.has(node.type) && this.#elements(node, at);
  }

  /** A string that stands as a statement of its own. */
  #docstring(node: SyntaxNode): SyntaxNode | undefined {
    if (this.#language.strings.has(node.type)) return node;
    // What stands on one line was not looked into.
    if (node.first === node.last)
      return node.type === 'expression_statement' && quoted.test(lineOf(this.#lines, node.first)) ? node : undefined;
    const [only, ...others] = node.children;
    return node.type === 'expression_statement' && others.length === 0 && only !== undefined ? this.#docstring(only) : undefined;
  }

  /** The lines of a comment or string behind its first that says something, its last left out. */
  #text(node: SyntaxNode, at: Surroundings, place: 'block-comment' | 'string', documentation: boolean): true {
    const parent = documentation && this.#ownsItsLines(node, node) ? this.#documentation(node.first, node.last, at) : at.parent;
    let first = node.first;
    while (first < node.last && !saysSomething(lineOf(this.#lines, first))) first += 1;
    if (node.last - 1 >= first + 1) {
      this.units.push({ first: first + 1, last: node.last - 1, place, role: 'text', parent, owner: at.owner, whole: true });
    }
    return true;
  }

  /** What is said about the code, as a whole: a comment, a string of documentation. */
  #documentation(first: number, last: number, { parent, owner }: Surroundings): number {
    this.units.push({ first, last, place: 'code', role: 'documentation', parent, owner, whole: true });
    return this.units.length - 1;
  }

  /** Comments of one line each that follow one another: the first that says something stays. */
  #commentRuns(children: readonly SyntaxNode[], at: Surroundings): void {
    const isLine = (node: SyntaxNode | undefined): boolean =>
      node !== undefined &&
      this.#language.comments.has(node.type) &&
      node.last - node.first <= 1 &&
      this.#ownsItsLines(node, { ...node, last: node.first });
    for (let index = 0; index < children.length; index += 1) {
      const begin = index;
      if (!isLine(children[begin])) continue;
      while (isLine(children[index + 1]) && children[index + 1]!.first === children[index]!.first + 1) index += 1;
      const last = children[index]!.first;
      let first = children[begin]!.first + 1;
      while (first < last && !saysSomething(lineOf(this.#lines, first - 1))) first += 1;
      const parent = this.#documentation(children[begin]!.first, last, at);
      if (last - first + 1 >= leastCommentRest) {
        this.units.push({ first, last, place: 'code', role: 'comment', parent, owner: at.owner, whole: true });
      }
    }
  }

  /** Elements of a long list but the first three and the last; tables of pairs only where they are data, not the shape of an object. */
  #elements(node: SyntaxNode, at: Surroundings): boolean {
    const elements = node.children.filter(({ named }) => named);
    const flat = elements.filter(({ first, last }) => first === last).length;
    const pairs = elements.some(({ type }) => type === 'pair' || type === 'keyed_element' || type === 'method_definition');
    if (elements.length < 6 || (pairs && (flat < elements.length * 0.9 || elements.length < leastPairs))) return false;
    const before = this.units.length;
    if (flat < elements.length * 0.5) for (const element of elements) this.outside(element, at);
    if (this.units.length > before) return true;
    let rowTaken = elements[2]?.last ?? node.last;
    const lastKept = elements[elements.length - 1]!.first;
    for (let index = 3; index < elements.length - 1; index += 1) {
      const { first, last } = elements[index]!;
      // Several elements of one line go together; the first of them makes the unit.
      if (first <= rowTaken || last >= lastKept) continue;
      this.units.push({ first: rowTaken + 1, last, place: 'code', role: 'element', parent: at.parent, owner: at.owner, whole: true });
      rowTaken = last;
    }
    return true;
  }
}

function saysSomething(line: string): boolean {
  return /[\p{L}\p{N}]{2}/u.test(line.slice(0, 400));
}
