import type { CellTable } from '../../relevance/columns/cell-table.ts';
import { unitText, type TextUnits } from '../../relevance/selection/text-units.ts';
import { wordsOf, type Block, type Word } from './find-headers.ts';

/** Fewer rows have no statistics worth the name. */
const fewestRows = 5;
/** Columns of lines without a header, by the order of their words. */
const mostUnnamed = 9;

/** Reads the rows of a block into columns: by where they stand under the header, or without one by the order of their words. */
export function readCells(units: TextUnits, block: Block): CellTable | undefined {
  return block.header < 0 ? readUnnamed(units, block) : readNamed(units, block);
}

function readNamed(units: TextUnits, { header, end }: Block): CellTable | undefined {
  const line = unitText(units, header);
  const names = wordsOf(line);
  const rows = range(header + 1, end).filter((row) => !/^[\s\-=+|]*$/.test(unitText(units, row).slice(0, 200)));
  if (rows.length < fewestRows) return undefined;
  const columns = names.map(({ start, end: stop }) => ({ name: line.slice(start, stop), cells: new Array<string>(rows.length).fill('') }));
  rows.forEach((row, index) => {
    const text = unitText(units, row);
    placeWords(wordsOf(text), names, (column, start, stop) => {
      const { cells } = columns[column]!;
      cells[index] = cells[index] === '' ? text.slice(start, stop) : `${cells[index]!} ${text.slice(start, stop)}`;
    });
  });
  return { rows, columns };
}

/** Puts words under the names that they overlap most, or else stand nearest to; the last name takes all that follows. Words and names are in their order. */
function placeWords(words: readonly Word[], names: readonly Word[], place: (column: number, start: number, end: number) => void): void {
  const last = names.length - 1;
  let from = 0;
  for (const { start, end } of words) {
    if (start >= names[last]!.start) {
      place(last, start, end);
      continue;
    }
    let best = from;
    let least = Number.POSITIVE_INFINITY;
    for (let column = from; column < names.length; column += 1) {
      const name = names[column]!;
      // Negative where they overlap.
      const away = Math.max(name.start - end, start - name.end);
      if (away < least) {
        least = away;
        best = column;
      } else if (name.start > end) break;
    }
    place(best, start, end);
    from = best;
  }
}

function readUnnamed(units: TextUnits, { start, end }: Block): CellTable | undefined {
  if (end - start < fewestRows) return undefined;
  const rows = range(start, end);
  const columns = Array.from({ length: mostUnnamed }, () => ({ name: '', cells: new Array<string>(rows.length).fill('') }));
  let widest = 0;
  rows.forEach((row, index) => {
    const text = unitText(units, row);
    const words = wordsOf(text);
    widest = Math.max(widest, words.length);
    for (let word = 0; word < Math.min(words.length, mostUnnamed); word += 1) {
      // The last column takes the rest of the line.
      const stop = word === mostUnnamed - 1 ? text.length : words[word]!.end;
      columns[word]!.cells[index] = text.slice(words[word]!.start, Math.min(stop, words[word]!.start + 200));
    }
  });
  return widest < 2 ? undefined : { rows, columns: columns.slice(0, widest) };
}

function range(start: number, end: number): number[] {
  return Array.from({ length: Math.max(0, end - start) }, (_, index) => start + index);
}
