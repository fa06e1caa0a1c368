import { bodyText, rowKind, type SearchResults } from './search-results.ts';

/** Of a match so much counts for the row of the function that it stands in. */
const functionShare = 0.9;
const readCharacters = 300;
const equals = 0x3d;

/** Whether a row shows the function over the matches below it, as `git grep -p` writes it: `path=12=text`. */
export function isFunctionRow({ text, kinds, bodies }: SearchResults, row: number): boolean {
  return kinds[row] === rowKind.context && text.charCodeAt(bodies[row]! - 1) === equals;
}

/** What stands over rows: the path of their file and, where it is shown, the function. */
export function placesAbove(results: SearchResults): { readonly texts: readonly string[]; readonly of: Int32Array } {
  const { count, files, fileOf } = results;
  const texts = files.map(({ path }) => path);
  const of = fileOf.slice();
  let above = -1;
  for (let row = 0; row < count; row += 1) {
    if (row > 0 && fileOf[row] !== fileOf[row - 1]) above = -1;
    if (isFunctionRow(results, row))
      above = texts.push(`${files[fileOf[row]!]!.path} ${bodyText(results, row).slice(0, readCharacters)}`) - 1;
    else if (above >= 0) of[row] = above;
  }
  return { texts, of };
}

/** The text of the function over each row, its number left out; undefined where it is told of none. */
export function functionTexts(results: SearchResults): readonly (string | undefined)[] | undefined {
  const { count, fileOf } = results;
  const texts: (string | undefined)[] = [];
  let above: string | undefined;
  let found = false;
  for (let row = 0; row < count; row += 1) {
    if (row > 0 && fileOf[row] !== fileOf[row - 1]) above = undefined;
    texts.push(above);
    if (!isFunctionRow(results, row)) continue;
    above = bodyText(results, row).slice(0, readCharacters);
    found = true;
  }
  return found ? texts : undefined;
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
