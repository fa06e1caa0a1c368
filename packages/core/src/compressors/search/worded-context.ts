import type { RowBodies } from './row-bodies.ts';
import { rowKind, type SearchResults } from './search-results.ts';

/** A match of which the very text stands so often tells nothing by itself. */
const commonFrom = 4;
const farthest = 3;

/**
 * Marks the context behind matches that all read the same (`messages: {`, `raise ValueError(`): who searches for those with context wants what follows them, which is where they differ. Linear.
 *
 * @returns for each row its distance behind such a match, 0 for rows that stand behind none
 */
export function wordedContext({ count, kinds, fileOf }: SearchResults, { numberOf, different }: RowBodies): Uint8Array {
  const behind = new Uint8Array(count);
  if (!kinds.includes(rowKind.context)) return behind;
  const times = new Int32Array(different);
  for (let row = 0; row < count; row += 1) if (kinds[row] === rowKind.match) times[numberOf[row]!]! += 1;
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match || times[numberOf[row]!]! < commonFrom) continue;
    for (let far = 1; far <= farthest && kinds[row + far] === rowKind.context && fileOf[row + far] === fileOf[row]; far += 1)
      behind[row + far] = far;
  }
  return behind;
}
