import { bodyText, rowKind, type SearchResults } from './search-results.ts';

/** A match of which the very text stands so often tells nothing by itself. */
const commonFrom = 4;
const farthest = 3;
const readCharacters = 240;

/**
 * Marks the context behind matches that all read the same (`messages: {`, `raise ValueError(`): who searches for those with context wants what follows them, which is where they differ. Linear.
 *
 * @returns for each row its distance behind such a match, 0 for rows that stand behind none
 */
export function wordedContext(results: SearchResults): Uint8Array {
  const { count, kinds, fileOf } = results;
  const behind = new Uint8Array(count);
  if (!kinds.includes(rowKind.context)) return behind;
  // The number of each match's text, and how often each number came.
  const numbers = new Map<string, number>();
  const numberOf = new Int32Array(count);
  const times: number[] = [];
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match) continue;
    const said = bodyText(results, row).slice(0, readCharacters).trim();
    const number = numbers.get(said) ?? times.length;
    if (number === times.length) {
      numbers.set(said, number);
      times.push(0);
    }
    numberOf[row] = number;
    times[number]! += 1;
  }
  for (let row = 0; row < count; row += 1) {
    if (kinds[row] !== rowKind.match || times[numberOf[row]!]! < commonFrom) continue;
    for (let far = 1; far <= farthest && kinds[row + far] === rowKind.context && fileOf[row + far] === fileOf[row]; far += 1)
      behind[row + far] = far;
  }
  return behind;
}
