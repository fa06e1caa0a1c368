import { bodyText, rowKind, type SearchResults } from './search-results.ts';

/** Of a match so much counts for the row of the function that it stands in. */
const functionShare = 0.9;
const readCharacters = 300;
const equals = 0x3d;

/** Whether a row shows the function over the matches below it, as `git grep -p` writes it: `path=12=text`. */
export function isFunctionRow({ codes, kinds, bodies }: SearchResults, row: number): boolean {
  return kinds[row] === rowKind.context && codes[bodies[row]! - 1] === equals;
}

/** For each row the last one above it, in its file, that shows a function; -1 for none. */
export function functionsOver(results: SearchResults): Int32Array {
  const { count, fileOf } = results;
  const over = new Int32Array(count).fill(-1);
  for (let row = 1; row < count; row += 1) {
    if (fileOf[row] !== fileOf[row - 1]) continue;
    over[row] = isFunctionRow(results, row - 1) ? row - 1 : over[row - 1]!;
  }
  return over;
}

/** What a row of a function says, its number left out; nothing for -1. */
export function functionText(results: SearchResults, row: number): string {
  return row < 0 ? '' : bodyText(results, row).slice(0, readCharacters);
}

/** What stands over rows: the path of their file and, where it is shown, the function. */
export function placesAbove(results: SearchResults): { readonly texts: readonly string[]; readonly of: Int32Array } {
  const { count, files, fileOf } = results;
  const texts = files.map(({ path }) => path);
  const of = fileOf.slice();
  const over = functionsOver(results);
  const textOf = new Map<number, number>();
  for (let row = 0; row < count; row += 1) {
    if (isFunctionRow(results, row)) textOf.set(row, texts.push(`${files[fileOf[row]!]!.path} ${functionText(results, row)}`) - 1);
    else if (over[row]! >= 0) of[row] = textOf.get(over[row]!)!;
  }
  return { texts, of };
}

/** The function that a match stands in is part of what the match says. */
export function liftFunctions(results: SearchResults, values: Float32Array): void {
  const { kinds, fileOf, count } = results;
  let best = 0;
  for (let row = count - 1; row >= 0; row -= 1) {
    if (row + 1 < count && fileOf[row] !== fileOf[row + 1]) best = 0;
    if (kinds[row] === rowKind.match) best = Math.max(best, values[row]!);
    else if (isFunctionRow(results, row)) {
      values[row] = Math.max(values[row]!, functionShare * best);
      best = 0;
    }
  }
}
