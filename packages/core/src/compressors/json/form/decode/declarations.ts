import type { JsonObject, JsonValue } from '../../model.ts';
import type { EchoView } from '../plan/echo-lines.ts';

/** What a header says about the values of a column. */
export interface DeclaredKind {
  readonly type: string;
  readonly reference: 'key' | 'row';
  readonly form: 'record' | 'list' | 'map';
}

/** The place of another column's text, without a beginning that all its texts have. */
export interface DeclaredHole {
  readonly column: DeclaredColumn;
  readonly after: string;
}

export type DeclaredPart = string | DeclaredHole;

/** The cell of a column with a pattern, until the record around it is known. */
export class Rest {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** A text told by lines of another column, until the record around it is known. */
export class EchoText {
  readonly source: string;
  readonly view: EchoView;
  readonly ends: 'lf' | 'crlf';
  readonly text: string;

  constructor(source: string, view: EchoView, ends: 'lf' | 'crlf', text: string) {
    this.source = source;
    this.view = view;
    this.ends = ends;
    this.text = text;
  }
}

/** A column as its header declares it. Undefined values are missing fields. */
export interface DeclaredColumn {
  readonly name: string;
  readonly path: readonly string[];
  readonly place: 'cell' | 'other';
  /** For a column that is looked up it stands with the lookup. */
  kind: DeclaredKind | undefined;
  readonly text: boolean;
  /** The text of all cells, with `*` where the cell stands; split at its holes once all columns are known. */
  readonly pattern: string | undefined;
  before: readonly DeclaredPart[];
  behind: readonly DeclaredPart[];
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
  /** Stands for the key of a map's entry. */
  readonly keys: DeclaredColumn;
  /** Its records by key or number, where they are referred to. */
  readonly records: Map<string, JsonObject>;
}
