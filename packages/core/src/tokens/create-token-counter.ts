import { LRUCache } from 'lru-cache';
import type { TokenCounter } from '../types/token-counter.ts';
import type { CountPieces } from './count-pieces.ts';
import { segmentEnd } from './segment-text.ts';
import { longestSmallPiece } from './small-piece-memo.ts';

/** Longer segments (a run without a place to cut) are counted and not remembered. */
const longestRemembered = 16_384;

/** Shorter texts are counted faster than remembered. */
const shortestRemembered = 512;

/** Shorter texts are written faster here than the call of an encoder takes. */
const shortestEncoded = 32;

/**
 * Makes a counter of bytes a counter of texts that remembers segments, so that a text counted before, or one with another end, costs next to nothing.
 *
 * A lone surrogate counts as U+FFFD, which is what an encoder writes for it; a special token's spelling counts as ordinary text.
 */
export function createTokenCounter({
  name,
  countPieces,
  cacheBytes,
}: {
  name: string;
  countPieces: CountPieces;
  /** Bound of the remembered text, in bytes. */
  cacheBytes: number;
}): TokenCounter {
  const known = new LRUCache<string, number>({ maxSize: cacheBytes, sizeCalculation: (_, segment) => 2 * segment.length + 128 });
  const encoder = new TextEncoder();
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const scratch = bytesFor(longestRemembered);
  /** A zero ends the text, so that what looks for the end of a run needs not ask for the end of the text as well. */
  const countBytes = (bytes: Uint8Array, written: number): number => {
    bytes[written] = 0;
    return countPieces(bytes, written);
  };

  const countNew = (segment: string): number => {
    if (segment.length > longestRemembered) {
      const bytes = bytesFor(segment.length);
      return countBytes(bytes, encoder.encodeInto(segment, bytes).written);
    }
    if (segment.length < shortestEncoded && writeAscii(segment, scratch)) return countBytes(scratch, segment.length);
    const { written } = encoder.encodeInto(segment, scratch);
    const tokens = countBytes(scratch, written);
    // The key is a copy: a slice would keep the whole text that it was cut from.
    if (segment.length >= shortestRemembered) known.set(decoder.decode(scratch.subarray(0, written)), tokens);
    return tokens;
  };
  return {
    name,
    count(text) {
      if (text.length < shortestRemembered) return countNew(text);
      let tokens = 0;
      for (let start = 0; start < text.length;) {
        const end = segmentEnd(text, start);
        const segment = text.slice(start, end);
        tokens += (segment.length <= longestRemembered ? known.get(segment) : undefined) ?? countNew(segment);
        start = end;
      }
      return tokens;
    },
  };
}

/** Room for a text as UTF-8, of which a code unit takes three bytes at most, for the zero after it and for reading ahead of its last byte. */
function bytesFor(length: number): Uint8Array {
  return new Uint8Array(3 * length + 1 + longestSmallPiece);
}

/** Writes a text of ASCII alone; false where it is not. */
function writeAscii(text: string, bytes: Uint8Array): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) return false;
    bytes[at] = code;
  }
  return true;
}
