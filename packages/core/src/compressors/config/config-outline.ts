import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { TextUnits } from '../../relevance/selection/text-units.ts';

/** What a unit of a configuration is. */
export const unitKind = { blank: 0, entry: 1, comment: 2, closing: 3, text: 4 } as const;

/** A configuration as a tree of units. */
export interface ConfigOutline {
  readonly units: TextUnits;
  /** The code units of the text. */
  readonly codes: Uint16Array;
  /** For each unit the one above it that it is not understood without (its section, element, key or title), or -1. */
  readonly parents: Int32Array;
  readonly depths: Int32Array;
  /** Values of {@link unitKind}. */
  readonly kinds: Uint8Array;
  /** Values that stand in common columns: attributes of elements of one name. */
  readonly tables: readonly CellTable[];
  /** What stands before a statement of a gap, so that it reads as a comment of the language; empty where none is needed. */
  readonly commentSign: '# ' | '';
  /** Where the key or the name of the element that a unit begins with begins and ends; the same place twice for others. */
  readonly nameStarts: Int32Array;
  readonly nameEnds: Int32Array;
}

const titleName = /^(?:name|title|id|alert|label|kind|subject|summary|service|package)$/i;
const shortestTitle = 2;
const longestTitle = 7;

/** Whether the name of an entry is one of those that say what their record is. */
export function isTitle(text: string, start: number, end: number): boolean {
  return end - start >= shortestTitle && end - start <= longestTitle && titleName.test(text.slice(start, end));
}
