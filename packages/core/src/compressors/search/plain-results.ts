/** Search results told in another form than rows, and the same as rows. */
export interface PlainResults {
  /** Rows `path:12:text` and `path-12-text`, and lines that are no results as they are. */
  readonly text: string;
  /** Events, records or blocks that are told as rows, or not at all. */
  readonly retold: number;
  /** The unit of what is left out of each of them, and how that is said; both empty where nothing is retold. */
  readonly unit: string;
  readonly statement: string;
  /** How a reader asks for the results that two rows were read from: lines of the original, or places in a document. */
  readonly place: (first: number, last: number) => string;
}
