import { createPieceCutter, type PieceCutter, type Pieces } from '../../text/record-form/index.ts';

/** A longer row is no record. */
const longestRow = 4000;

/** Cuts separated values into their lines, each cell a value as it is spelled, quotes included. A row that a quoted cell spreads over lines is no record. */
export function readPieces(text: string, separator: string): Pieces {
  const cutter = createPieceCutter(text);
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    if (end - start <= longestRow) cutCells(cutter, { line: text.slice(start, end), start, separator });
    cutter.piece(end);
    start = end;
  }
  return cutter.pieces();
}

interface Row {
  readonly line: string;
  /** Where it begins in the text. */
  readonly start: number;
  readonly separator: string;
}

/** The cells of a line; none for a line with a quote that does not end. */
function cutCells(cutter: PieceCutter, { line, start, separator }: Row): void {
  const last = line.length - (/\r?\n$/.exec(line)?.[0].length ?? 0);
  for (let at = 0; at <= last;) {
    let end = at;
    if (line[at] === '"') {
      const close = closingQuote(line, at);
      if (close < 0) {
        cutter.withoutValues();
        return;
      }
      end = close + 1;
    }
    const found = line.indexOf(separator, end);
    end = found < 0 || found > last ? last : found;
    cutter.value(start + at, start + end);
    at = end + separator.length;
  }
}

function closingQuote(line: string, at: number): number {
  for (let next = line.indexOf('"', at + 1); next >= 0; next = line.indexOf('"', next + 2)) if (line[next + 1] !== '"') return next;
  return -1;
}
