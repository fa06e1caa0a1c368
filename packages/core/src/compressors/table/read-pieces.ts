import { pieceAt, plainPiece, type Piece } from '../../text/record-form/index.ts';

/** A longer row is no record. */
const longestRow = 4000;

/** Cuts separated values into their lines, each cell a value as it is spelled, quotes included. A row that a quoted cell spreads over lines is no record. */
export function readPieces(text: string, separator: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (let start = 0; start < text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed + 1;
    const line = text.slice(start, end);
    pieces.push(line.length > longestRow ? plainPiece(line) : pieceAt(line, cellPlaces(line, separator)));
    start = end;
  }
  return pieces;
}

/** Where the cells of a line begin and end; none for a line with a quote that does not end. */
function cellPlaces(line: string, separator: string): readonly number[] {
  const last = line.length - (/\r?\n$/.exec(line)?.[0].length ?? 0);
  const places: number[] = [];
  for (let at = 0; at <= last;) {
    let end = at;
    if (line[at] === '"') {
      const close = closingQuote(line, at);
      if (close < 0) return [];
      end = close + 1;
    }
    const found = line.indexOf(separator, end);
    end = found < 0 || found > last ? last : found;
    places.push(at, end);
    at = end + separator.length;
  }
  return places;
}

function closingQuote(line: string, at: number): number {
  for (let next = line.indexOf('"', at + 1); next >= 0; next = line.indexOf('"', next + 2)) if (line[next + 1] !== '"') return next;
  return -1;
}
