/** What a block of a page is. */
export type BlockKind =
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'term'
  | 'detail'
  | 'caption'
  | 'quote'
  | 'code'
  | 'row'
  | 'field'
  | 'image'
  | 'metadata';

/** A link in a block's text, which `start` and `end` index. */
export interface Link {
  readonly start: number;
  readonly end: number;
  /** As the page spells it. */
  readonly href: string;
}

/** Where a block stands in a table: numbers from 0, tables over the page, rows within their table, cells within their row. */
export interface CellPlace {
  readonly table: number;
  readonly row: number;
  readonly cell: number;
}

/** A piece of text that is shown whole or left out: a paragraph, an item of a list, a row of a table. */
export interface Block {
  readonly kind: BlockKind;
  /** Without marks and with white space collapsed, but in code. */
  readonly text: string;
  /** Of a heading 1 to 6; of an item how deep its list lies, from 0. */
  readonly level: number;
  /** What stands before an item: `- ` or its number; the language of code; `header` of a row of headers. */
  readonly mark: string;
  /** Index of the innermost region. */
  readonly region: number;
  /** Where its text begins and ends in the source. */
  readonly start: number;
  readonly end: number;
  readonly links: readonly Link[];
  readonly place?: CellPlace;
  /** The cells of a row. */
  readonly cells?: readonly string[];
}

/** What an element's name, role and classes say about what it holds. */
export type RegionNature = 'content' | 'plain' | 'boilerplate';

/** An element that holds blocks. */
export interface Region {
  /** Index of the region around it; -1 for the outermost. Always smaller than its own. */
  readonly parent: number;
  readonly name: string;
  readonly nature: RegionNature;
}

/** A table of the page. */
export interface Table {
  /** Cells of each row. */
  readonly rows: number[];
  /** Whether a row holds headers only. */
  readonly headers: boolean[];
  hasCaption: boolean;
  holdsTable: boolean;
  isLayout: boolean;
}

/** Something that a page says about itself and does not show. */
export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly start: number;
}

/** A page as blocks in their order. */
export interface Page {
  readonly blocks: readonly Block[];
  readonly regions: readonly Region[];
  readonly tables: readonly Table[];
  readonly facts: readonly Fact[];
  readonly tags: number;
  readonly scripts: number;
}
