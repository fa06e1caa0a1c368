import { barePathEnd, countPathEnd, hitPathEnd, isMatchSign, numberEnd } from './read-hit.ts';
import { readPathRows } from './read-path-rows.ts';
import { createRows, findRows, isSeparator, type RowPlaces, type Rows } from './result-rows.ts';
import { rowKind, type SearchLayout, type SearchResults } from './search-results.ts';
import { tellLayout } from './tell-layout.ts';

/** Reads search results of any layout; undefined where the text is none. Linear. */
export function readResults(text: string): SearchResults | undefined {
  const places = findRows(text);
  const hits = findHits(places);
  const layout = tellLayout(places, hits);
  if (layout === undefined) return undefined;
  const rows = createRows(places, layout);
  if (layout === 'path') readPathRows(rows, hits);
  else readRows(rows, layout);
  placeFiles(rows.results);
  skipColumns(rows.results);
  return rows.results;
}

function findHits({ codes, count, starts, ends }: RowPlaces): Int32Array {
  const hits = new Int32Array(count);
  for (let row = 0; row < count; row += 1) hits[row] = hitPathEnd(codes, starts[row]!, ends[row]!);
  return hits;
}

function placeFiles({ count, kinds, fileOf, files }: SearchResults): void {
  for (let row = 0; row < count; row += 1) {
    const file = files[fileOf[row]!];
    if (file === undefined || kinds[row] === rowKind.heading) continue;
    if (file.first < 0) file.first = row;
    file.last = row;
  }
}

/** Where every match tells a column (`path:12:5:text`), the line's own text begins behind it. */
function skipColumns({ codes, count, layout, kinds, numbers, bodies, ends }: SearchResults): void {
  if (layout === 'counts' || layout === 'unnumbered') return;
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match) continue;
    const column = numberEnd(codes, bodies[row]!, ends[row]!);
    if (column < 0 || !isMatchSign(codes[column]!)) return;
  }
  for (let row = 0; row < count; row += 1)
    if (kinds[row] === rowKind.match && bodies[row]! > numbers[row]!) bodies[row] = numberEnd(codes, bodies[row]!, ends[row]!) + 1;
}

function readRows({ results, fileAt }: Rows, layout: SearchLayout): void {
  const { text, codes, count, files, kinds, fileOf, starts, ends, bodies } = results;
  let current = layout === 'numbered' ? fileAt('') : -1;
  for (let row = 0; row < count; row += 1) {
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end || isSeparator(codes, start, end)) {
      kinds[row] = rowKind.separator;
      continue;
    }
    if (layout === 'counts') {
      const pathEnd = countPathEnd(codes, start, end);
      if (pathEnd < 0) continue;
      const file = fileAt(text.slice(start, pathEnd));
      files[file]!.matches += Number(text.slice(pathEnd + 1, end));
      fileOf[row] = file;
      kinds[row] = rowKind.count;
    } else if (layout === 'unnumbered') {
      const pathEnd = barePathEnd(text, codes, start, end);
      if (pathEnd < 0) continue;
      const file = fileAt(text.slice(start, pathEnd));
      files[file]!.matches += 1;
      fileOf[row] = file;
      kinds[row] = rowKind.match;
      bodies[row] = pathEnd + 1;
    } else {
      const sign = numberEnd(codes, start, end);
      if (sign < 0) {
        // A path stands right over its rows.
        if (layout === 'heading' && row + 1 < count && numberEnd(codes, starts[row + 1]!, ends[row + 1]!) >= 0) {
          kinds[row] = rowKind.heading;
          current = fileAt(text.slice(start, end));
          fileOf[row] = current;
        }
        continue;
      }
      if (current < 0) continue;
      const file = files[current]!;
      const matches = isMatchSign(codes[sign]!);
      if (matches) file.matches += 1;
      else file.contexts += 1;
      kinds[row] = matches ? rowKind.match : rowKind.context;
      fileOf[row] = current;
      bodies[row] = sign + 1;
    }
  }
}
