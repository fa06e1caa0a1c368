import { LRUCache } from 'lru-cache';
import type { TokenCounter } from '../types/token-counter.ts';
import type { CountPieces } from './count-pieces.ts';
import { segmentEnd } from './segment-text.ts';

/** Longer segments (a run without a place to cut) are counted and not remembered. */
const longestRemembered = 16_384;

/** Shorter texts are counted faster than remembered. */
const shortestRemembered = 512;

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
  // A code unit takes three bytes at most.
  const scratch = new Uint8Array(3 * longestRemembered);

  const countNew = (segment: string): number => {
    if (segment.length > longestRemembered) {
      const bytes = encoder.encode(segment);
      return countPieces(bytes, bytes.length);
    }
    const { written } = encoder.encodeInto(segment, scratch);
    const tokens = countPieces(scratch, written);
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
