import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';

/** What a unit of a configuration is. */
export const unitKind = { blank: 0, entry: 1, comment: 2, closing: 3, text: 4 } as const;

/** A configuration as a tree of units. */
export interface ConfigOutline {
  readonly units: TextUnits;
  /** For each unit the one above it that it is not understood without (its section, element, key or title), or -1. */
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  /** Values of {@link unitKind}. */
  readonly kinds: Uint8Array;
  /** Values that stand in common columns: attributes of elements of one name. */
  readonly tables: readonly CellTable[];
  /** What stands before a statement of a gap, so that it reads as a comment of the language; empty where none is needed. */
  readonly commentSign: '# ' | '';
  /** The key or the element that a unit begins with; empty for others. */
  name(unit: number): string;
}

/** Names of entries that say what their record is. */
export const titleName = /^(?:name|title|id|alert|label|kind|subject|summary|service|package)$/i;
