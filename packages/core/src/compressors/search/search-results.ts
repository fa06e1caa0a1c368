/** What a row of search results is. */
export const rowKind = { match: 1, context: 2, heading: 3, separator: 4, note: 5, count: 6 } as const;

/** How rows say where they belong: a path before each, a path over many, numbers alone (one file), or a path and a count. */
export type SearchLayout = 'path' | 'heading' | 'numbered' | 'unnumbered' | 'counts';

/** A file that results stand in. */
export interface SearchFile {
  readonly path: string;
  /** Matches as the results tell them: rows that match, or the count that stands behind the path. */
  matches: number;
  contexts: number;
  /** Its first and last row. */
  first: number;
  last: number;
}

/**
 * Search results as places in their text; nothing is copied. Rows are numbered from 0 here and from 1 wherever a reader sees them.
 */
export interface SearchResults {
  readonly layout: SearchLayout;
  readonly text: string;
  /** The code units of the text. */
  readonly codes: Uint16Array;
  readonly count: number;
  readonly files: readonly SearchFile[];
  readonly kinds: Uint8Array;
  /** The file of a row, -1 for none. */
  readonly fileOf: Int32Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** Where `12:text` begins in a row, behind its path. */
  readonly numbers: Int32Array;
  /** Where the text of the file's own line begins. */
  readonly bodies: Int32Array;
}

/** A row as it stands in the results, its path included. */
export function rowText({ text, starts, ends }: SearchResults, row: number): string {
  return text.slice(starts[row], ends[row]);
}

/** A row without its path: `12:text`. */
export function numberedText({ text, numbers, ends }: SearchResults, row: number): string {
  return text.slice(numbers[row], ends[row]);
}

/** The line of the file that a row shows. */
export function bodyText({ text, bodies, ends }: SearchResults, row: number): string {
  return text.slice(bodies[row], ends[row]);
}
