import { createMergePairs } from './merge-pairs.ts';
import { createPieceCache } from './piece-cache.ts';
import type { PieceEnd } from './split-shared.ts';
import { hashBytes, noToken, type Vocabulary } from './vocabulary.ts';

/** Counts the tokens of `bytes[0..end)`, valid UTF-8. */
export type CountPieces = (bytes: Uint8Array, end: number) => number;

/** Puts a split rule and a vocabulary together: a piece that is a token counts one, any other is merged. */
export function createCountPieces(pieceEnd: PieceEnd, vocabulary: Vocabulary): CountPieces {
  const cache = createPieceCache();
  const merge = createMergePairs(vocabulary);
  const countPiece = (bytes: Uint8Array, start: number, end: number): number => {
    if (end - start > vocabulary.longest) return merge(bytes, start, end);
    const hash = hashBytes(bytes, start, end);
    if (vocabulary.find(bytes, start, end, hash) !== noToken) return 1;
    const known = cache.get(bytes, start, end, hash);
    if (known > 0) return known;
    const tokens = merge(bytes, start, end);
    cache.set(bytes, start, end, hash, tokens);
    return tokens;
  };
  return (bytes, end) => {
    let tokens = 0;
    for (let start = 0; start < end;) {
      const next = pieceEnd(bytes, start, end);
      // Every single byte is a token.
      tokens += next === start + 1 ? 1 : countPiece(bytes, start, next);
      start = next;
    }
    return tokens;
  };
}
