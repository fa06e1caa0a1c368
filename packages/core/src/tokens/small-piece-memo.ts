const entryBits = 13;
const entryWords = 4;
/** Bytes of the longest piece that is remembered, two words, which are read together: so many bytes after the end of a text must be there. */
export const longestSmallPiece = 8;
/** Which bits of a word belong to a piece of so many bytes: its first word, then its second. */
const firstMasks = new Int32Array([0, 0xff, 0xffff, 0xffffff, -1, -1, -1, -1, -1]);
const secondMasks = new Int32Array([0, 0, 0, 0, 0, 0xff, 0xffff, 0xffffff, -1]);

/**
 * Remembers how many tokens pieces of up to eight bytes have, nine in ten of all pieces: one entry per slot, a newcomer replaces what was there (128 KB, so that it
 * stays in a core's cache, which the vocabulary of 4 MB does not). The bytes themselves are the key, so what it answers is exact.
 */
export interface SmallPieceMemo {
  /** Tokens of the piece `[start..start + length)`, made by `count` where it is not known. `view` holds as many bytes as the longest one has after it. */
  tokens(view: DataView, start: number, length: number, count: (start: number, end: number) => number): number;
}

/** Creates an empty memo. */
export function createSmallPieceMemo(): SmallPieceMemo {
  const entries = new Int32Array(entryWords << entryBits);
  return {
    tokens(view, start, length, count) {
      const first = view.getInt32(start, true) & firstMasks[length]!;
      const second = view.getInt32(start + 4, true) & secondMasks[length]!;
      const hash = Math.imul(first ^ Math.imul(second, 0x2c1b3c6d), 0x9e3779b1);
      const slot = (hash >>> (32 - entryBits)) * entryWords;
      if (entries[slot] === first && entries[slot + 1] === second && entries[slot + 2] === length) return entries[slot + 3]!;
      const tokens = count(start, start + length);
      entries[slot] = first;
      entries[slot + 1] = second;
      entries[slot + 2] = length;
      entries[slot + 3] = tokens;
      return tokens;
    },
  };
}
