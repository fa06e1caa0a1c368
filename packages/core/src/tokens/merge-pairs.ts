import { noToken, type Vocabulary } from './vocabulary.ts';

/** Above this many bytes the heap wins over scanning all pairs for the smallest rank (quadratic). */
const longPiece = 96;

/** Counts the tokens of one piece that is not a token itself, by byte pair encoding: the neighbours of lowest rank are joined, leftmost first, until none can be. */
export type MergePairs = (bytes: Uint8Array, start: number, end: number) => number;

/** Creates the counter of pieces: a scan for short pieces, linked list and heap for long ones (n log n, so that no text is too hostile). */
export function createMergePairs(vocabulary: Vocabulary): MergePairs {
  const short = createShortMerge(vocabulary);
  return (bytes, start, end) => (end - start <= longPiece ? short(bytes, start, end) : mergeLongPiece(vocabulary, bytes, start, end));
}

function createShortMerge(vocabulary: Vocabulary): MergePairs {
  // Part i is bytes[starts[i]..starts[i + 1]); ranks[i] is the rank of parts i and i + 1 joined.
  const starts = new Int32Array(longPiece + 2);
  const ranks = new Int32Array(longPiece + 2);
  return (bytes, start, end) => {
    let parts = end - start;
    for (let index = 0; index <= parts; index += 1) starts[index] = start + index;
    const joined = (part: number): number => (part + 2 > parts ? noToken : vocabulary.rank(bytes, starts[part]!, starts[part + 2]!));
    for (let part = 0; part < parts; part += 1) ranks[part] = joined(part);
    for (;;) {
      let best = noToken;
      let at = -1;
      for (let part = 0; part < parts - 1; part += 1) {
        if (ranks[part]! < best) {
          best = ranks[part]!;
          at = part;
        }
      }
      if (at < 0) return parts;
      starts.copyWithin(at + 1, at + 2, parts + 1);
      ranks.copyWithin(at + 1, at + 2, parts);
      parts -= 1;
      ranks[at] = joined(at);
      if (at > 0) ranks[at - 1] = joined(at - 1);
    }
  };
}

function mergeLongPiece(vocabulary: Vocabulary, bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  // Parts are named by their first byte. A part that was joined to the one before it has next = -1.
  const next = new Int32Array(length + 1);
  const previous = new Int32Array(length + 1);
  const ranks = new Int32Array(length + 1).fill(noToken);
  for (let part = 0; part <= length; part += 1) {
    next[part] = part + 1;
    previous[part] = part - 1;
  }
  const joined = (part: number): number => {
    const second = next[part]!;
    if (second >= length) return noToken;
    const after = next[second]!;
    return after - part > vocabulary.longest ? noToken : vocabulary.rank(bytes, start + part, start + after);
  };
  const heap = createHeap(length);
  const offer = (part: number): void => {
    const rank = joined(part);
    ranks[part] = rank;
    if (rank !== noToken) heap.push(rank * positionRange + part);
  };
  for (let part = 0; part < length - 1; part += 1) offer(part);

  let parts = length;
  for (let key = heap.pop(); key >= 0; key = heap.pop()) {
    const part = key % positionRange;
    const rank = (key - part) / positionRange;
    const second = next[part]!;
    // Stale entries stay in the heap: the pair has changed since, or the part is gone.
    if (second < 0 || ranks[part] !== rank) continue;
    const after = next[second]!;
    next[part] = after;
    previous[after] = part;
    next[second] = -1;
    ranks[second] = noToken;
    parts -= 1;
    offer(part);
    const before = previous[part]!;
    if (before >= 0) offer(before);
  }
  return parts;
}

/** A rank (18 bits) and a position (32 bits) in one double: smaller means lower rank, then further left. */
const positionRange = 2 ** 32;

/** A binary heap of non-negative numbers, the smallest first; `pop` gives -1 when it is empty. */
function createHeap(capacity: number): { push(key: number): void; pop(): number } {
  let keys = new Float64Array(capacity + 16);
  let size = 0;
  return {
    push(key) {
      if (size === keys.length) {
        const larger = new Float64Array(2 * size);
        larger.set(keys);
        keys = larger;
      }
      let at = size;
      size += 1;
      while (at > 0) {
        const parent = (at - 1) >> 1;
        if (keys[parent]! <= key) break;
        keys[at] = keys[parent]!;
        at = parent;
      }
      keys[at] = key;
    },
    pop() {
      if (size === 0) return -1;
      const smallest = keys[0]!;
      size -= 1;
      const key = keys[size]!;
      let at = 0;
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && keys[child + 1]! < keys[child]!) child += 1;
        if (keys[child]! >= key) break;
        keys[at] = keys[child]!;
        at = child;
      }
      keys[at] = key;
      return smallest;
    },
  };
}
