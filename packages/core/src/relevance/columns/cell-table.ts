/** One column of a table of texts. */
export interface CellColumn {
  /** Its header; empty where there is none. */
  readonly name: string;
  /** One cell for each row, empty where the row has none. */
  readonly cells: readonly string[];
}

/** Rows of a text that have their cells in common columns. */
export interface CellTable {
  /** The unit of each row. */
  readonly rows: readonly number[];
  readonly columns: readonly CellColumn[];
}
