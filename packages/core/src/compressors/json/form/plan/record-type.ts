import type { JsonObject, JsonValue } from '../../model.ts';
import type { Node } from '../infer/node.ts';
import type { Echo } from './echo-lines.ts';

/** What the values of a column or list are, where they are records of one type (or null). */
export interface Annotation {
  readonly type: RecordType;
  readonly form: 'record' | 'list' | 'map';
}

/** The place of another column's text in a template, without a beginning that all its texts have. */
export interface Hole {
  readonly column: Column;
  readonly after: string;
}

export type TemplatePart = string | Hole;

/** What the header says about the texts of all cells of a column: what stands before and after them, and the cells that are left. */
export interface Pattern {
  readonly before: readonly TemplatePart[];
  readonly behind: readonly TemplatePart[];
  readonly rests: readonly (string | undefined)[];
}

/** How a column is told: in the rows by place or by name, or in the header for all rows. */
export type ColumnMode =
  | { readonly kind: 'open' }
  | { readonly kind: 'constant' }
  | { readonly kind: 'template'; readonly parts: readonly TemplatePart[] }
  | { readonly kind: 'lookup'; readonly by: Column }
  | { readonly kind: 'cell' }
  | { readonly kind: 'field' };

/** One field of a record type: all values of it, in row order. Fields of nested records have their own columns. */
export interface Column {
  readonly path: readonly string[];
  /** The path as the form spells it. */
  readonly name: string;
  readonly values: readonly (JsonValue | undefined)[];
  /** The identity of each value; `MISSING` where the field is not there. */
  readonly identities: readonly number[];
  readonly counts: ReadonlyMap<number, number>;
  /** The most frequent identity and how often it stands. */
  readonly top: number;
  readonly topCount: number;
  mode: ColumnMode;
  /** The identity that rows need not state. */
  usual: number;
  annotation: Annotation | undefined;
  /** Whether cells that look like numbers are strings. */
  text: boolean;
  pattern: Pattern | undefined;
  /** Rows whose text is told by lines of another text of the same record. */
  echo: { readonly source: Column; readonly texts: ReadonlyMap<number, Echo> } | undefined;
  /** Rows whose value is stated by name although the header tells one. */
  deviating: Set<number> | undefined;
}

/** A table that tells some columns by the value of another. */
export interface Lookup {
  readonly by: Column;
  readonly columns: readonly Column[];
  /** The first row of each value of `by`. */
  readonly rows: readonly number[];
}

/** How the records of a type are referred to where equal ones repeat. */
export type RecordKey = { readonly kind: 'column'; readonly column: Column } | { readonly kind: 'number'; first: number };

/** A step by which a column grows from row to row of a list, so that rows in which all else is usual are left unsaid. */
export interface Stepping {
  readonly column: Column;
  readonly step: number;
}

/** Records that share one header. */
export interface RecordType {
  name: string;
  readonly node: Node;
  /** The records that are written: distinct ones where they are referred to by key. */
  readonly rows: readonly JsonObject[];
  /** The row of each record of the document that is of this type. */
  readonly rowOf: ReadonlyMap<JsonObject, number>;
  /** The keys of its records, where all are entries of maps: only templates take them. */
  keys: Column | undefined;
  columns: readonly Column[];
  lookups: readonly Lookup[];
  key: RecordKey | undefined;
  stepping: Stepping | undefined;
  /** Rows that are told by the step alone. */
  silent: ReadonlySet<number> | undefined;
}
