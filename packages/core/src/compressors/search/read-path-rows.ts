import { stretchNumbers } from '../../text/stretch-numbers.ts';
import { bodyBehind, contextPathEnd, type KnownPath } from './read-hit.ts';
import { isSeparator, type Rows } from './result-rows.ts';
import { rowKind } from './search-results.ts';

/** A path that reads as a row of context with a colon in its text. */
const contextLike = /-\d+-|=\d+=/;
const contextPath = /^(.+?)(?:-\d+-|=\d+=)/;

/**
 * Reads rows that begin with their paths. Matches first, since they alone tell paths for sure; rows of context then belong to the path of the match before or behind them.
 *
 * @param hits where the paths of rows end that read as matches; -1 for others
 */
export function readPathRows(rows: Rows, hits: Int32Array): void {
  const { results, fileAt } = rows;
  const { codes, count, kinds, fileOf, files, starts, ends } = results;
  const { numberOf, paths } = numberPaths(rows, hits);
  const fileOfPath = new Int32Array(paths.length).fill(-1);
  const place = (row: number, pathEnd: number, number: number, kind: number): void => {
    if (fileOfPath[number]! < 0) fileOfPath[number] = fileAt(paths[number]!);
    kinds[row] = kind;
    fileOf[row] = fileOfPath[number]!;
    results.numbers[row] = pathEnd + 1;
    results.bodies[row] = bodyBehind(codes, pathEnd, ends[row]!);
  };
  const pathOf = (row: number): KnownPath => (row < 0 ? noPath : { start: starts[row]!, end: hits[row]! });
  let behind = -1;
  let current = -1;
  for (let row = 0; row < count; row += 1) {
    if (numberOf[row]! >= 0) {
      current = row;
      place(row, hits[row]!, numberOf[row]!, rowKind.match);
      continue;
    }
    const start = starts[row]!;
    const end = ends[row]!;
    if (start === end || isSeparator(codes, start, end)) {
      kinds[row] = rowKind.separator;
      continue;
    }
    if (behind <= row) for (behind = row + 1; behind < count && numberOf[behind]! < 0;) behind += 1;
    let of = current;
    let pathEnd = contextPathEnd(codes, start, end, pathOf(of));
    if (pathEnd < 0 && behind < count) {
      of = behind;
      pathEnd = contextPathEnd(codes, start, end, pathOf(of));
    }
    if (pathEnd >= 0) place(row, pathEnd, numberOf[of]!, rowKind.context);
  }
  for (let row = 0; row < count; row += 1) {
    const file = files[fileOf[row]!];
    if (file !== undefined && kinds[row] === rowKind.match) file.matches += 1;
    else if (file !== undefined) file.contexts += 1;
  }
}

const noPath: KnownPath = { start: 0, end: 0 };

interface NumberedPaths {
  /** The number of the path of a row that matches; -1 for others. */
  readonly numberOf: Int32Array;
  readonly paths: readonly string[];
}

/** Numbers the paths of rows that match. A row `a.ts-12-x:80:y` reads as a match of an odd path: it is context if `a.ts` is known. */
function numberPaths({ results: { text, codes, count, starts } }: Rows, hits: Int32Array): NumberedPaths {
  const numberOf = new Int32Array(count).fill(-1);
  const paths: string[] = [];
  const numbers = stretchNumbers(codes);
  let before = -1;
  for (let row = 0; row < count; row += 1) {
    const end = hits[row]!;
    if (end < 0) continue;
    const start = starts[row]!;
    const number = before >= 0 && isSame(codes, { start, end }, pathAt(starts, hits, before)) ? numberOf[before]! : numbers.of(start, end);
    if (number === paths.length) paths.push(text.slice(start, end));
    numberOf[row] = number;
    before = row;
  }
  if (!paths.some(mayBeContext)) return { numberOf, paths };
  const known = new Set(paths.filter((path) => !mayBeContext(path)));
  const isContext = paths.map((path) => {
    if (known.has(path)) return false;
    const prefix = contextPath.exec(path)?.[1];
    if (prefix !== undefined && known.has(prefix)) return true;
    known.add(path);
    return false;
  });
  for (let row = 0; row < count; row += 1) if (numberOf[row]! >= 0 && isContext[numberOf[row]!] === true) numberOf[row] = -1;
  return { numberOf, paths };
}

function mayBeContext(path: string): boolean {
  return contextLike.test(path);
}

function pathAt(starts: Int32Array, hits: Int32Array, row: number): KnownPath {
  return { start: starts[row]!, end: hits[row]! };
}

function isSame(codes: Uint16Array, one: KnownPath, other: KnownPath): boolean {
  const length = one.end - one.start;
  if (length !== other.end - other.start) return false;
  for (let at = length - 1; at >= 0; at -= 1) if (codes[one.start + at] !== codes[other.start + at]) return false;
  return true;
}
