import type { JsonObject, JsonValue } from '../../model.ts';

/** What a header says about the values of a column. */
export interface DeclaredKind {
  readonly type: string;
  readonly reference: 'key' | 'row';
  readonly form: 'record' | 'list' | 'map';
}

export type DeclaredPart = string | DeclaredColumn;

/** A column as its header declares it. Undefined values are missing fields. */
export interface DeclaredColumn {
  readonly name: string;
  readonly path: readonly string[];
  readonly place: 'cell' | 'other';
  /** For a column that is looked up it stands with the lookup. */
  kind: DeclaredKind | undefined;
  readonly text: boolean;
  readonly prefix: string;
  readonly suffix: string;
  readonly step: number | undefined;
  readonly usual: JsonValue | undefined;
  /** Set where the header tells the value of all rows, or derives it. */
  readonly constant: JsonValue | undefined;
  parts: readonly DeclaredPart[] | undefined;
  readonly by: string | undefined;
}

/** A type as the legend declares it. */
export interface DeclaredType {
  readonly name: string;
  /** In the order of the keys of its records. */
  readonly columns: readonly DeclaredColumn[];
  readonly cells: readonly DeclaredColumn[];
  readonly byName: ReadonlyMap<string, DeclaredColumn>;
  /** The values of a column by the spelled value that decides them. */
  readonly lookups: Map<DeclaredColumn, ReadonlyMap<string, JsonValue | undefined>>;
  /** Its records by key or number, where they are referred to. */
  readonly records: Map<string, JsonObject>;
}
