import { readQuantity, type Quantity } from '../../../relevance/columns/quantity.ts';
import { superlative, type Extreme } from '../../../relevance/superlative.ts';
import { code, type Passages } from '../read/passages.ts';

/** Rows of fewer lines are no listing, and have no ends worth the name. */
const fewestRows = 5;
const mostColumns = 6;
const numericShare = 0.8;
const readCharacters = 200;
/** Beside the best score of the text: of several listings one is meant, and a row of each is cheap. */
const leastRaised = 0.5;
/** What the last row of a listing counts beside the first, where both answer as well: listings are sorted, and read from the top. */
const lastShare = 0.7;

/**
 * Weighs the rows of what commands printed. Rows that answer alike go from the top down. Where a question asks for the largest, smallest, latest or earliest, the row at that end of each
 * column of numbers is raised: `Which is the largest file?` shares no word with the row that answers it. Such a row gets the best score of its listing, and at least a part of
 * the best in the text. Linear.
 *
 * @param scores changed in place
 */
export function weighListed(passages: Passages, scores: Float64Array, question: string): void {
  const extremes = superlative(question)?.extremes ?? [];
  const least = leastRaised * scores.reduce((most, score) => Math.max(most, score), 0);
  for (let start = 0; start < passages.count;) {
    let end = start;
    while (end < passages.count && passages.blocks[end] === passages.blocks[start]) end += 1;
    const rows = end - start >= fewestRows ? singleLines(passages, start, end) : [];
    if (rows.length >= Math.max(fewestRows, (end - start) * numericShare)) {
      rows.forEach((row, place) => (scores[row]! *= 1 - ((1 - lastShare) * place) / rows.length));
      if (extremes.length > 0) raiseExtremes(passages, scores, { rows, extremes, least });
    }
    start = end;
  }
}

function singleLines({ roles, firstLines, lastLines }: Passages, start: number, end: number): readonly number[] {
  const rows: number[] = [];
  for (let passage = start; passage < end; passage += 1)
    if (roles[passage] === code && firstLines[passage] === lastLines[passage]) rows.push(passage);
  return rows;
}

interface Listing {
  readonly rows: readonly number[];
  readonly extremes: readonly Extreme[];
  readonly least: number;
}

function raiseExtremes(passages: Passages, scores: Float64Array, { rows, extremes, least }: Listing): void {
  const best = rows.reduce((most, row) => Math.max(most, scores[row]!), least);
  const cells = rows.map((row) => cellsOf(passages, row));
  for (let column = 0; column < mostColumns; column += 1) {
    const numbers = cells.map((words) => readQuantity(words[column] ?? ''));
    for (const extreme of extremes) {
      const place = placeOf(numbers, extreme);
      if (place >= 0) scores[rows[place]!] = Math.max(scores[rows[place]!]!, best);
    }
  }
}

function cellsOf({ text, starts, ends }: Passages, passage: number): readonly string[] {
  const start = starts[passage]!;
  return text
    .slice(start, Math.min(ends[passage]!, start + readCharacters))
    .trim()
    .split(/\s+/, mostColumns);
}

/** The first row at an end of a column, or -1 where most cells are no numbers, or all are the same. */
function placeOf(cells: readonly (Quantity | undefined)[], extreme: Extreme): number {
  const sort = extreme === 'latest' || extreme === 'earliest' ? 'date' : 'number';
  const sign = extreme === 'maximum' || extreme === 'latest' ? 1 : -1;
  let place = -1;
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  let found = 0;
  cells.forEach((cell, row) => {
    if (cell?.sort !== sort) return;
    found += 1;
    const value = sign * cell.value;
    if (value > most) [most, place] = [value, row];
    least = Math.min(least, value);
  });
  return found >= cells.length * numericShare && most > least ? place : -1;
}
