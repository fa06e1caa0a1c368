import type { TreeCursor } from 'web-tree-sitter';

/** Where a node stands: lines from 0, columns in UTF-16 units. */
export interface Place {
  readonly first: number;
  readonly column: number;
  readonly last: number;
  readonly endColumn: number;
}

/** A node of several lines with its children, copied out of the parser's memory; nodes of one line have no children here. */
export interface SyntaxNode extends Place {
  readonly type: string;
  readonly named: boolean;
  readonly children: readonly SyntaxNode[];
}

/**
 * Copies the node under the cursor. A node that ends where a line begins is said to end on the line before.
 *
 * @param depth how many levels of nodes are copied; deeper ones are taken as if they had no children
 */
export function readNode(cursor: TreeCursor, depth: number): SyntaxNode {
  const start = cursor.startPosition;
  const end = cursor.endPosition;
  const before = end.column === 0 && end.row > start.row;
  const children: SyntaxNode[] = [];
  const node: SyntaxNode = {
    type: cursor.nodeType,
    named: cursor.nodeIsNamed,
    first: start.row,
    column: start.column,
    last: before ? end.row - 1 : end.row,
    endColumn: before ? Number.MAX_SAFE_INTEGER : end.column,
    children,
  };
  if (end.row > start.row && depth > 0 && cursor.gotoFirstChild()) {
    do children.push(readNode(cursor, depth - 1));
    while (cursor.gotoNextSibling());
    cursor.gotoParent();
  }
  return node;
}
