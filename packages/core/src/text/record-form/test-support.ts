import { createPieceCutter } from './index.ts';
import type { Pieces } from './pieces.ts';

/** A piece by itself: part, value, part, … part. */
export interface Piece {
  readonly parts: readonly string[];
  readonly values: readonly string[];
}

/** A piece without values. */
export function plainPiece(text: string): Piece {
  return { parts: [text], values: [] };
}

/** Cuts a piece at places where values begin and end, rising: `[start, end, start, end, …]`. */
export function pieceAt(text: string, places: readonly number[]): Piece {
  const ends = [...places, text.length];
  const stretches = ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end));
  return { parts: stretches.filter((_stretch, index) => index % 2 === 0), values: stretches.filter((_stretch, index) => index % 2 === 1) };
}

export function pieceText({ parts, values }: Piece): string {
  return parts.map((part, index) => part + (values[index] ?? '')).join('');
}

/** Pieces as a text that is cut into them. */
export function piecesOf(pieces: readonly Piece[]): Pieces {
  const cutter = createPieceCutter(pieces.map(pieceText).join(''));
  let at = 0;
  for (const { parts, values } of pieces) {
    parts.forEach((part, index) => {
      at += part.length;
      const value = values[index];
      if (value === undefined) return;
      cutter.value(at, at + value.length);
      at += value.length;
    });
    cutter.piece(at);
  }
  return cutter.pieces();
}

/** Each piece by itself. */
export function pieceParts({ text, count, starts, firstCuts, cuts }: Pieces): readonly Piece[] {
  return Array.from({ length: count }, (_, piece) => {
    const start = starts[piece]!;
    const places = Array.from(cuts.subarray(firstCuts[piece], firstCuts[piece + 1]), (place) => place - start);
    return pieceAt(text.slice(start, starts[piece + 1]), places);
  });
}
