/** How the place of a unit is told where it is left out. */
export type UnitPlace = 'code' | 'block-comment' | 'string';

/**
 * Whole lines that may be left out. A unit with others inside it is shown in part: its own lines (the head of a loop, its closing brace) stand wherever one inside stands.
 */
export interface Unit {
  /** First and last line, both inside, from 0. */
  readonly first: number;
  readonly last: number;
  readonly place: UnitPlace;
  /**
   * What kind of thing it is, for its rank: a `member` is a function with its head, `inner` a statement that declares one, a `type` the declaration of one, `imports` what says where other code comes from, an `item` what else stands
   * outside of bodies over several lines and a `row` of it, `documentation` a whole comment or string about the code, `comment` and `text` what stands
   * behind its first line.
   */
  readonly role: 'statement' | 'comment' | 'element' | 'text' | 'documentation' | 'member' | 'type' | 'item' | 'row' | 'inner' | 'imports';
  /** The unit that it stands in; -1 where its surroundings always stand. */
  readonly parent: number;
  /** The innermost function whose body it stands in, for a member its own; -1 for none. */
  readonly owner: number;
  /** Whether units stand inside it: then it is never chosen by itself. */
  readonly whole: boolean;
}

/** A unit that is named where it is left out. */
export interface Head {
  readonly unit: number;
  /** Where what it is said to be ends: line from 0 and column. */
  readonly last: number;
  readonly endColumn: number;
}

/** A function, method or callback with a body. */
export interface FunctionSpan {
  /** First line of its head, decorators left out. */
  readonly first: number;
  /** Line on which its body begins. */
  readonly body: number;
  readonly last: number;
  /** The function around it; -1 for none. */
  readonly owner: number;
}

/** What of a file may be left out. */
export interface FileOutline {
  readonly units: readonly Unit[];
  readonly functions: readonly FunctionSpan[];
  /** In the order of their units. */
  readonly heads: readonly Head[];
}
