import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { Language } from '../languages/language.ts';
import type { SyntaxNode } from './syntax-node.ts';
import type { FunctionSpan, Head, Unit } from './unit.ts';

/** Where in the outline a node is looked at. */
export interface Surroundings {
  readonly parent: number;
  readonly owner: number;
  readonly depth: number;
}

/** What is found while the nodes of a file are looked at, one after another. */
export interface OutlineWalk {
  readonly lines: SourceLines;
  readonly language: Language;
  readonly units: Unit[];
  readonly functions: FunctionSpan[];
  readonly heads: Head[];
  /** The nodes around the one that is looked at outside of bodies, outermost first. */
  readonly above: SyntaxNode[];
  /** Looks at what stands outside of bodies. */
  readonly outside: (walk: OutlineWalk, node: SyntaxNode, at: Surroundings) => void;
}

/** Deeper nesting is taken whole. */
export const deepest = 150;

/** Adds a unit of code and says which it is. */
export function addUnit(walk: OutlineWalk, unit: Omit<Unit, 'place' | 'whole'>): number {
  walk.units.push({ ...unit, place: 'code', whole: true });
  return walk.units.length - 1;
}

/** Whether nothing else stands on the first and the last line: no opening brace, no closing one. */
export function ownsItsLines({ lines }: OutlineWalk, first: SyntaxNode, last: SyntaxNode = first): boolean {
  const before = lineOf(lines, first.first).slice(0, first.column);
  const after = lineOf(lines, last.last).slice(last.endColumn);
  return before.trim() === '' && /^\s*(?:[;,]\s*)?(?:\/\/.*|#.*|--.*|\/\*.*\*\/\s*|\\)?$/.test(after.slice(0, 400));
}
