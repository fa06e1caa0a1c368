import { sameBytes } from './vocabulary.ts';

const entryBits = 15;
const entryBytes = 32;

/** Remembers how many tokens short pieces have: one entry per slot, a newcomer replaces what was there (1.3 MB, whatever is counted). */
export interface PieceCache {
  /** Tokens of the piece, or 0 where it is not known. */
  get(bytes: Uint8Array, start: number, end: number, hash: number): number;
  set(bytes: Uint8Array, start: number, end: number, hash: number, tokens: number): void;
}

/** Creates an empty cache for pieces of up to 32 bytes; longer ones are never held. */
export function createPieceCache(): PieceCache {
  const mask = (1 << entryBits) - 1;
  const pool = new Uint8Array((mask + 1) * entryBytes);
  const hashes = new Int32Array(mask + 1);
  const lengths = new Uint8Array(mask + 1);
  const counts = new Uint8Array(mask + 1);
  return {
    get(bytes, start, end, hash) {
      const entry = hash & mask;
      if (hashes[entry] !== hash || lengths[entry] !== end - start) return 0;
      return sameBytes(pool, entry * entryBytes, bytes, start, end) ? counts[entry]! : 0;
    },
    set(bytes, start, end, hash, tokens) {
      if (end - start > entryBytes) return;
      const entry = hash & mask;
      hashes[entry] = hash;
      lengths[entry] = end - start;
      counts[entry] = tokens;
      for (let index = start, at = entry * entryBytes; index < end; index += 1, at += 1) pool[at] = bytes[index]!;
    },
  };
}
