import { sameBytes } from './vocabulary.ts';

/** Remembers how many tokens pieces have: one entry per slot, a newcomer replaces what was there. */
export interface PieceCache {
  /** Tokens of the piece, or 0 where it is not known. */
  get(bytes: Uint8Array, start: number, end: number, hash: number): number;
  set(bytes: Uint8Array, start: number, end: number, hash: number, tokens: number): void;
}

/** Creates an empty cache of 2 to the power of `entryBits` pieces of up to `entryBytes` bytes each, which is what it takes in memory; longer ones are never held. */
export function createPieceCache({ entryBits, entryBytes }: { entryBits: number; entryBytes: number }): PieceCache {
  const mask = (1 << entryBits) - 1;
  const pool = new Uint8Array((mask + 1) * entryBytes);
  const hashes = new Int32Array(mask + 1);
  const lengths = new Uint16Array(mask + 1);
  const counts = new Uint16Array(mask + 1);
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
