import type { Tree, TreeCursor } from 'web-tree-sitter';
import type { Grammar } from './load-grammar.ts';

/** The places where a grammar could not make sense of a text. */
export interface SyntaxErrors {
  readonly count: number;
  /** The rows that they stand on, first to last, one entry for each. */
  readonly rows: readonly (readonly [first: number, last: number])[];
}

const mostErrors = 2000;

/**
 * Parses a text, gives its tree to `use` and frees tree and parser, whatever happens: they live outside the garbage collector's reach.
 *
 * @returns undefined where the parser gave no tree
 */
export function withTree<Result>({ library, language }: Grammar, source: string, use: (tree: Tree) => Result): Result | undefined {
  const parser = new library.Parser();
  let tree: Tree | null = null;
  try {
    parser.setLanguage(language);
    tree = parser.parse(source);
    return tree === null ? undefined : use(tree);
  } finally {
    tree?.delete();
    parser.delete();
  }
}

/** Finds the errors of a tree; only branches that hold one are walked, without recursion. */
export function syntaxErrors(tree: Tree): SyntaxErrors {
  const rows: (readonly [number, number])[] = [];
  const root = tree.rootNode;
  if (!root.hasError) return { count: 0, rows };
  const cursor = root.walk();
  try {
    for (let more = true; more && rows.length < mostErrors;) more = next(cursor, rows);
  } finally {
    cursor.delete();
  }
  return { count: rows.length, rows };
}

/** Notes the node under the cursor if it is an error, and goes on in document order. */
function next(cursor: TreeCursor, rows: (readonly [number, number])[]): boolean {
  const node = cursor.currentNode;
  const wrong = node.isError || node.isMissing;
  if (wrong) rows.push([node.startPosition.row, node.endPosition.row]);
  if (!wrong && node.hasError && cursor.gotoFirstChild()) return true;
  while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return false;
  return true;
}
