import { createMergePairs } from './merge-pairs.ts';
import { createPieceCache } from './piece-cache.ts';
import { createSmallPieceMemo, longestSmallPiece } from './small-piece-memo.ts';
import type { PieceEnd } from './split-shared.ts';
import { hashBytes, noToken, type Vocabulary } from './vocabulary.ts';

/** Counts the tokens of `bytes[0..end)`, valid UTF-8. A zero stands at `bytes[end]`, and {@link longestSmallPiece} bytes from there on can be read. */
export type CountPieces = (bytes: Uint8Array, end: number) => number;

/** Bytes of the longest piece among the many that are remembered: words. */
const longestWord = 32;
/** Bytes of the longest piece among the few: rules of signs, padding, words of other scripts, which stand on line after line and are slow to merge. */
const longestRun = 512;

/** Puts a split rule and a vocabulary together: a piece that is a token counts one, any other is merged. */
export function createCountPieces(pieceEnd: PieceEnd, vocabulary: Vocabulary): CountPieces {
  const words = createPieceCache({ entryBits: 15, entryBytes: longestWord });
  const runs = createPieceCache({ entryBits: 10, entryBytes: longestRun });
  const small = createSmallPieceMemo();
  const merge = createMergePairs(vocabulary);
  let bytes = new Uint8Array(0);
  let view = new DataView(bytes.buffer);
  const countPiece = (start: number, end: number): number => {
    const length = end - start;
    if (length > longestRun) return merge(bytes, start, end);
    const hash = hashBytes(bytes, start, end);
    if (length <= vocabulary.longest && vocabulary.find(bytes, start, end, hash) !== noToken) return 1;
    const cache = length <= longestWord ? words : runs;
    const known = cache.get(bytes, start, end, hash);
    if (known > 0) return known;
    const tokens = merge(bytes, start, end);
    cache.set(bytes, start, end, hash, tokens);
    return tokens;
  };
  return (text, end) => {
    if (text !== bytes) {
      bytes = text as Uint8Array<ArrayBuffer>;
      view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    }
    let tokens = 0;
    for (let start = 0; start < end;) {
      const next = pieceEnd(text, start, end);
      const length = next - start;
      // Every single byte is a token.
      if (length === 1) tokens += 1;
      else tokens += length <= longestSmallPiece ? small.tokens(view, start, length, countPiece) : countPiece(start, next);
      start = next;
    }
    return tokens;
  };
}
