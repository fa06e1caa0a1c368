import { barePathEnd, countPathEnd, numberEnd } from './read-hit.ts';
import { isSeparator, type RowPlaces } from './result-rows.ts';
import type { SearchLayout } from './search-results.ts';

/** Rows from which the layout is told: the beginning says it as well as the whole. */
const sampledRows = 4000;
const leastRows = 2;

/**
 * Tells how rows say where they belong; undefined where the text holds no results.
 *
 * @param hits where the paths of rows end that read as matches; -1 for others
 */
export function tellLayout(places: RowPlaces, hits: Int32Array): SearchLayout | undefined {
  const { codes, count, starts, ends } = places;
  const found = { path: 0, counts: 0, numbered: 0, headed: 0 };
  let rows = 0;
  let bare = false;
  for (let row = 0; row < count && row < sampledRows; row += 1) {
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end || isSeparator(codes, start, end)) continue;
    rows += 1;
    const isNumbered = numberEnd(codes, start, end) >= 0;
    if (hits[row]! >= 0) found.path += 1;
    else if (countPathEnd(codes, start, end) >= 0) found.counts += 1;
    else if (isNumbered) {
      found.numbered += 1;
      if (bare) found.headed += 1;
    }
    bare = !isNumbered;
  }
  if (rows < leastRows) return undefined;
  if (found.counts >= rows * 0.6) return 'counts';
  // One match may stand among many lines of context.
  if (found.path >= Math.max(1, rows * 0.02) && found.path >= found.numbered) return 'path';
  if (found.numbered >= rows * 0.3) return found.headed > 0 ? 'heading' : 'numbered';
  return unnumbered(places, hits) >= rows * 0.5 ? 'unnumbered' : undefined;
}

/** Rows that only a path tells. */
function unnumbered({ text, codes, count, starts, ends }: RowPlaces, hits: Int32Array): number {
  let found = 0;
  for (let row = 0; row < count && row < sampledRows; row += 1) {
    const start = starts[row]!;
    const end = ends[row]!;
    if (hits[row]! >= 0 || countPathEnd(codes, start, end) >= 0 || numberEnd(codes, start, end) >= 0) continue;
    if (barePathEnd(text, codes, start, end) >= 0) found += 1;
  }
  return found;
}
