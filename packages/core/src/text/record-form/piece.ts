/**
 * A stretch of a text (a line with its break, an element) as fixed parts with values between them: part, value, part, … part. Joined in that order they are the
 * stretch, letter by letter.
 */
export interface Piece {
  readonly parts: readonly string[];
  readonly values: readonly string[];
}

/** A stretch without values. */
export function plainPiece(text: string): Piece {
  return { parts: [text], values: [] };
}

/** The stretch itself. */
export function pieceText({ parts, values }: Piece): string {
  let text = parts[0]!;
  for (let index = 0; index < values.length; index += 1) text += values[index]! + parts[index + 1]!;
  return text;
}

/** Cuts a stretch at places where values begin and end, rising: `[start, end, start, end, …]`. */
export function pieceAt(text: string, places: readonly number[]): Piece {
  const parts: string[] = [];
  const values: string[] = [];
  let from = 0;
  for (let index = 0; index < places.length; index += 2) {
    parts.push(text.slice(from, places[index]));
    values.push(text.slice(places[index], places[index + 1]));
    from = places[index + 1]!;
  }
  parts.push(text.slice(from));
  return { parts, values };
}
