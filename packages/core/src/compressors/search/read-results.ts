import { indexLines, type LineIndex } from '../../text/lines.ts';
import { readContext, readCount, readHit, readNumbered, readUnnumbered, type Hit } from './read-hit.ts';
import { rowKind, type SearchFile, type SearchLayout, type SearchResults } from './search-results.ts';

/** Rows from which the layout is told: the beginning says it as well as the whole. */
const sampledRows = 4000;
const leastRows = 2;

/** Reads search results of any layout; undefined where the text is none. Linear. */
export function readResults(text: string): SearchResults | undefined {
  const lines = indexLines(text);
  const layout = tellLayout(text, lines);
  if (layout === undefined) return undefined;
  const reader = createReader(text, lines, layout);
  if (layout === 'path') readPathRows(reader);
  else readRows(reader, layout);
  placeFiles(reader.results);
  skipColumns(reader.results);
  return reader.results;
}

function tellLayout(text: string, lines: LineIndex): SearchLayout | undefined {
  const found = { path: 0, counts: 0, numbered: 0, unnumbered: 0, headed: 0 };
  let rows = 0;
  let bare = false;
  for (let line = 0; line < lines.count && line < sampledRows; line += 1) {
    const start = lines.start(line);
    const end = lines.end(line);
    if (start === end || isSeparator(text, start, end)) continue;
    rows += 1;
    if (readHit(text, start, end)) found.path += 1;
    else if (readCount(text, start, end)) found.counts += 1;
    else if (readNumbered(text, start, end)) {
      found.numbered += 1;
      if (bare) found.headed += 1;
    } else if (readUnnumbered(text, start, end)) found.unnumbered += 1;
    bare = !readNumbered(text, start, end);
  }
  if (rows < leastRows) return undefined;
  if (found.counts >= rows * 0.6) return 'counts';
  // One match may stand among many lines of context.
  if (found.path >= Math.max(1, rows * 0.02) && found.path >= found.numbered) return 'path';
  if (found.numbered >= rows * 0.3) return found.headed > 0 ? 'heading' : 'numbered';
  return found.unnumbered >= rows * 0.5 ? 'unnumbered' : undefined;
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
function skipColumns({ text, count, layout, kinds, numbers, bodies, ends }: SearchResults): void {
  if (layout === 'counts' || layout === 'unnumbered') return;
  for (let row = 0; row < count; row += 1)
    if (kinds[row] === rowKind.match && readNumbered(text, bodies[row]!, ends[row]!)?.matches !== true) return;
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] === rowKind.match && bodies[row]! > numbers[row]!) bodies[row] = readNumbered(text, bodies[row]!, ends[row]!)!.bodyStart;
  }
}

interface Reader {
  readonly results: SearchResults;
  readonly fileAt: (path: string) => number;
}

function createReader(text: string, lines: LineIndex, layout: SearchLayout): Reader {
  const { count } = lines;
  const files: SearchFile[] = [];
  const indexes = new Map<string, number>();
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  for (let row = 0; row < count; row += 1) {
    starts[row] = lines.start(row);
    ends[row] = lines.end(row);
  }
  const results: SearchResults = {
    layout,
    text,
    count,
    files,
    kinds: new Uint8Array(count).fill(rowKind.note),
    fileOf: new Int32Array(count).fill(-1),
    starts,
    ends,
    numbers: starts.slice(),
    bodies: starts.slice(),
  };
  const fileAt = (path: string): number => {
    const known = indexes.get(path);
    if (known !== undefined) return known;
    indexes.set(path, files.length);
    files.push({ path, matches: 0, contexts: 0, first: -1, last: -1 });
    return files.length - 1;
  };
  return { results, fileAt };
}

/** Matches first, since they alone tell paths for sure; rows of context then belong to the path of the match before or behind them. */
function readPathRows({ results, fileAt }: Reader): void {
  const { text, count, files, kinds, fileOf, starts, ends } = results;
  const hits: (Hit | undefined)[] = Array.from({ length: count }, (_, row) => readHit(text, starts[row]!, ends[row]!));
  const paths = new Set<string>();
  const pathOf = (row: number): string | undefined => (hits[row] === undefined ? undefined : text.slice(starts[row], hits[row].pathEnd));
  for (let row = 0; row < count; row += 1) {
    const path = pathOf(row);
    if (path !== undefined && !mayBeContext(path)) paths.add(path);
  }
  // A row `a.ts-12-x:80:y` reads as a hit of an odd path: it is context if `a.ts` is known.
  for (let row = 0; row < count; row += 1) {
    const path = pathOf(row);
    if (path === undefined || !mayBeContext(path)) continue;
    const prefix = /^(.+?)(?:-\d+-|=\d+=)/.exec(path)?.[1];
    if (prefix !== undefined && paths.has(prefix)) hits[row] = undefined;
    else paths.add(path);
  }
  const next = new Int32Array(count).fill(-1);
  for (let row = count - 1, file = -1; row >= 0; row -= 1) {
    const path = pathOf(row);
    if (path !== undefined) file = row;
    next[row] = file;
  }
  let current = '';
  for (let row = 0; row < count; row += 1) {
    const start = starts[row]!;
    const end = ends[row]!;
    const path = pathOf(row);
    if (path !== undefined) {
      current = path;
      place(results, row, { hit: hits[row]!, kind: rowKind.match, file: fileAt(path) });
      continue;
    }
    if (start === end || isSeparator(text, start, end)) {
      kinds[row] = rowKind.separator;
      continue;
    }
    const behind = next[row]! < 0 ? '' : pathOf(next[row]!)!;
    const context = readContext(text, start, end, current) ?? readContext(text, start, end, behind);
    if (context !== undefined)
      place(results, row, { hit: context, kind: rowKind.context, file: fileAt(text.slice(start, context.pathEnd)) });
  }
  for (let row = 0; row < count; row += 1) {
    const file = files[fileOf[row]!];
    if (file !== undefined && kinds[row] === rowKind.match) file.matches += 1;
    else if (file !== undefined) file.contexts += 1;
  }
}

function mayBeContext(path: string): boolean {
  return /-\d+-|=\d+=/.test(path);
}

function place(
  results: SearchResults,
  row: number,
  { hit, kind, file }: { readonly hit: Hit; readonly kind: number; readonly file: number },
): void {
  results.kinds[row] = kind;
  results.fileOf[row] = file;
  results.numbers[row] = hit.numberStart;
  results.bodies[row] = hit.bodyStart;
}

function readRows({ results, fileAt }: Reader, layout: SearchLayout): void {
  const { text, count, files, kinds, fileOf, starts, ends, bodies } = results;
  let current = layout === 'numbered' ? fileAt('') : -1;
  for (let row = 0; row < count; row += 1) {
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end || isSeparator(text, start, end)) {
      kinds[row] = rowKind.separator;
      continue;
    }
    if (layout === 'counts') {
      const counted = readCount(text, start, end);
      if (counted === undefined) continue;
      const file = fileAt(text.slice(start, counted.pathEnd));
      files[file]!.matches += counted.matches;
      fileOf[row] = file;
      kinds[row] = rowKind.count;
    } else if (layout === 'unnumbered') {
      const found = readUnnumbered(text, start, end);
      if (found === undefined) continue;
      const file = fileAt(text.slice(start, found.pathEnd));
      files[file]!.matches += 1;
      fileOf[row] = file;
      kinds[row] = rowKind.match;
      bodies[row] = found.pathEnd + 1;
    } else {
      const numbered = readNumbered(text, start, end);
      if (numbered === undefined) {
        // A path stands right over its rows.
        if (layout === 'heading' && row + 1 < count && readNumbered(text, starts[row + 1]!, ends[row + 1]!) !== undefined) {
          kinds[row] = rowKind.heading;
          current = fileAt(text.slice(start, end));
          fileOf[row] = current;
        }
        continue;
      }
      if (current < 0) continue;
      const file = files[current]!;
      if (numbered.matches) file.matches += 1;
      else file.contexts += 1;
      kinds[row] = numbered.matches ? rowKind.match : rowKind.context;
      fileOf[row] = current;
      bodies[row] = numbered.bodyStart;
    }
  }
}

function isSeparator(text: string, start: number, end: number): boolean {
  return end - start === 2 && text.charCodeAt(start) === 0x2d && text.charCodeAt(start + 1) === 0x2d;
}
