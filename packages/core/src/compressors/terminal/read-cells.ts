import type { CellTable } from '../../relevance/columns/cell-table.ts';
import { isRuleLine, type Block } from './find-headers.ts';
import type { Listing } from './listing.ts';

/** Fewer rows have no statistics worth the name. */
const fewestRows = 5;
/** Columns of lines without a header, by the order of their words; the last takes the rest of the line. */
const mostUnnamed = 9;
const longestCell = 200;

/** Reads the rows of a block into columns: by where they stand under the header, or without one by the order of their words. */
export function readCells(listing: Listing, block: Block): CellTable | undefined {
  return block.header < 0 ? readUnnamed(listing, block) : readNamed(listing, block);
}

function readNamed(listing: Listing, { header, end }: Block): CellTable | undefined {
  const { units, words } = listing;
  const rows = range(header + 1, end).filter((row) => !isRuleLine(listing, row));
  if (rows.length < fewestRows) return undefined;
  const columns: { name: string; cells: string[] }[] = [];
  for (let word = words.first[header]!; word < words.first[header + 1]!; word += 1)
    columns.push({ name: units.text.slice(words.starts[word], words.ends[word]), cells: new Array<string>(rows.length).fill('') });
  rows.forEach((row, index) => {
    placeWords(listing, { row, header }, (column, start, stop) => {
      const { cells } = columns[column]!;
      const text = units.text.slice(start, stop);
      cells[index] = cells[index] === '' ? text : `${cells[index]!} ${text}`;
    });
  });
  return { rows, columns };
}

/** Puts words under the names that they overlap most, or else stand nearest to; the last name takes all that follows. Words and names are in their order. */
function placeWords(
  { units, words }: Listing,
  { row, header }: { readonly row: number; readonly header: number },
  place: (column: number, start: number, end: number) => void,
): void {
  const firstName = words.first[header]!;
  const names = words.first[header + 1]! - firstName;
  const shift = units.starts[row]! - units.starts[header]!;
  const lastStart = words.starts[firstName + names - 1]! + shift;
  let from = 0;
  for (let word = words.first[row]!; word < words.first[row + 1]!; word += 1) {
    const start = words.starts[word]!;
    const end = words.ends[word]!;
    if (start >= lastStart) {
      place(
        names - 1,
        start,
        units.ends[row]! - start > longestCell ? start + longestCell : lastWordEnd(words.ends, words.first[row + 1]!),
      );
      return;
    }
    let best = from;
    let least = Number.POSITIVE_INFINITY;
    for (let column = from; column < names; column += 1) {
      const nameStart = words.starts[firstName + column]! + shift;
      const nameEnd = words.ends[firstName + column]! + shift;
      // Negative where they overlap.
      const away = Math.max(nameStart - end, start - nameEnd);
      if (away < least) {
        least = away;
        best = column;
      } else if (nameStart > end) break;
    }
    place(best, start, end);
    from = best;
  }
}

function lastWordEnd(ends: Int32Array, next: number): number {
  return ends[next - 1]!;
}

function readUnnamed({ units, words }: Listing, { start, end }: Block): CellTable | undefined {
  if (end - start < fewestRows) return undefined;
  const rows = range(start, end);
  const width = Math.min(
    mostUnnamed,
    rows.reduce((widest, row) => Math.max(widest, words.first[row + 1]! - words.first[row]!), 0),
  );
  if (width < 2) return undefined;
  const columns = Array.from({ length: width }, () => ({ name: '', cells: new Array<string>(rows.length).fill('') }));
  rows.forEach((row, index) => {
    const first = words.first[row]!;
    const count = Math.min(width, words.first[row + 1]! - first);
    for (let word = 0; word < count; word += 1) {
      const from = words.starts[first + word]!;
      const stop = word === mostUnnamed - 1 ? units.ends[row]! : words.ends[first + word]!;
      columns[word]!.cells[index] = units.text.slice(from, Math.min(stop, from + longestCell));
    }
  });
  return { rows, columns };
}

function range(start: number, end: number): number[] {
  const all: number[] = [];
  for (let row = start; row < end; row += 1) all.push(row);
  return all;
}
