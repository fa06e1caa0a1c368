import type { JsonValue } from '../model.ts';
import type { Spelling } from '../spell/spelling.ts';
import type { ShapeTable } from './shape-table.ts';

/** A text that is JSON, or that holds JSON between two other texts. */
export interface JsonDocument {
  /** `single`: one document. `lines`: several, one to a line (JSONL). `sequence`: several, separated in any other way. */
  readonly layout: 'single' | 'lines' | 'sequence';
  /** The documents in their order; exactly one where the layout is `single`. */
  readonly values: readonly JsonValue[];
  /** Other text before the first document, verbatim; empty where there is none. */
  readonly preamble: string;
  /** Other text behind the last document, verbatim; empty where there is none. */
  readonly epilogue: string;
  /** Present where the whole text is one JSON string that holds the document: how the text in that string is spelled. */
  readonly inString?: Spelling;
  /** How many strings hold one another around the document, where that is more than one; all are spelled with the letters of `inString`. */
  readonly stringLevels?: 2 | 3;
  /** The shapes of the document, to make shapes for pruned objects. */
  readonly shapes: ShapeTable;
}
