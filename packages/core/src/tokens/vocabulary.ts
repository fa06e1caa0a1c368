/** No token. Higher than every rank, so that a smallest rank can be looked for. */
export const noToken = 0x7fffffff;

/** The tokens of an encoding by their bytes. */
export interface Vocabulary {
  /** Bytes of the longest token. */
  readonly longest: number;
  /** The rank of the token that is exactly `bytes[start..end)`, or {@link noToken}. `hash` is {@link hashBytes} of that range. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): number;
  /** The same for any range, its hash computed here; pairs by a table. */
  rank(bytes: Uint8Array, start: number, end: number): number;
}

/** FNV-1a over a range of bytes, with a last mix so that the low bits depend on all of them. */
export function hashBytes(bytes: Uint8Array, start: number, end: number): number {
  let hash = 0x811c9dc5 | 0;
  for (let index = start; index < end; index += 1) hash = Math.imul(hash ^ bytes[index]!, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}

const rankBits = 18;
const rankMask = (1 << rankBits) - 1;
const tagMask = ~rankMask;

/**
 * Builds an open-addressing hash table over the bytes of all tokens: typed arrays only (about 5 MB for 200,000 tokens, where a Map of strings takes 70), and a
 * look-up makes no string.
 *
 * A slot holds rank + 1 in its low 18 bits and bits of the hash above, so that bytes are compared about once per hit.
 */
export function createVocabulary(tokens: readonly (string | readonly number[])[]): Vocabulary {
  const { pool, offsets, longest } = packTokens(tokens);
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(tokens.length * 2 + 2)));
  const slotMask = slots.length - 1;
  const pairs = new Int32Array(0x10000).fill(noToken);
  for (let rank = 0; rank < tokens.length; rank += 1) {
    const start = offsets[rank]!;
    const end = offsets[rank + 1]!;
    const hash = hashBytes(pool, start, end);
    let slot = hash & slotMask;
    while (slots[slot] !== 0) slot = (slot + 1) & slotMask;
    slots[slot] = (hash & tagMask) | (rank + 1);
    if (end - start === 2) pairs[(pool[start]! << 8) | pool[start + 1]!] = rank;
  }

  const find = (bytes: Uint8Array, start: number, end: number, hash: number): number => {
    const tag = hash & tagMask;
    for (let slot = hash & slotMask; ; slot = (slot + 1) & slotMask) {
      const entry = slots[slot]!;
      if (entry === 0) return noToken;
      if ((entry & tagMask) !== tag) continue;
      const rank = (entry & rankMask) - 1;
      const offset = offsets[rank]!;
      if (offsets[rank + 1]! - offset === end - start && sameBytes(pool, offset, bytes, start, end)) return rank;
    }
  };
  return {
    longest,
    find,
    rank: (bytes, start, end) =>
      end - start === 2 ? pairs[(bytes[start]! << 8) | bytes[start + 1]!]! : find(bytes, start, end, hashBytes(bytes, start, end)),
  };
}

/** Whether `bytes[start..end)` stand in `pool` at `offset`. */
export function sameBytes(pool: Uint8Array, offset: number, bytes: Uint8Array, start: number, end: number): boolean {
  for (let index = start, at = offset; index < end; index += 1, at += 1) if (pool[at] !== bytes[index]) return false;
  return true;
}

/** All tokens end to end: token `rank` is `pool[offsets[rank]..offsets[rank + 1])`. Strings are tokens that are valid UTF-8, arrays are bytes. */
function packTokens(tokens: readonly (string | readonly number[])[]): { pool: Uint8Array; offsets: Uint32Array; longest: number } {
  const encoder = new TextEncoder();
  const offsets = new Uint32Array(tokens.length + 1);
  let pool = new Uint8Array(1 << 21);
  let used = 0;
  let longest = 0;
  tokens.forEach((token, rank) => {
    if (pool.length - used < 3 * token.length) {
      const larger = new Uint8Array(2 * pool.length + 3 * token.length);
      larger.set(pool);
      pool = larger;
    }
    if (typeof token === 'string') used += writeText(token, pool, used, encoder);
    else {
      pool.set(token, used);
      used += token.length;
    }
    offsets[rank + 1] = used;
    longest = Math.max(longest, used - offsets[rank]!);
  });
  return { pool: pool.slice(0, used), offsets, longest };
}

/** Writes UTF-8 and returns its length. Most tokens are short ASCII, for which the call of an encoder costs more than the encoding. */
function writeText(text: string, pool: Uint8Array, at: number, encoder: TextEncoder): number {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x80) return encoder.encodeInto(text, pool.subarray(at)).written;
    pool[at + index] = code;
  }
  return text.length;
}
