/** Gives units from the best down, one at a time. */
export interface BestFirst {
  /** The best unit that was not given yet, or -1. */
  next(): number;
}

/**
 * Orders units by falling rank, of equal ranks the earlier one first (I4): a heap, since a budget ends long before the units do and a sort would order all of them.
 *
 * Making it is linear in the units; each unit that is taken costs the logarithm of their number.
 *
 * @param units rising
 * @example bestFirst([0, 1, 2], Float64Array.of(1, 3, 2)).next() // 1
 */
export function bestFirst(units: readonly number[], ranks: Float64Array): BestFirst {
  const heap = Int32Array.from(units);
  let size = heap.length;
  const leads = (one: number, other: number): boolean => ranks[one]! > ranks[other]! || (ranks[one] === ranks[other] && one < other);
  const sink = (from: number): void => {
    const unit = heap[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && leads(heap[child + 1]!, heap[child]!)) child += 1;
      if (!leads(heap[child]!, unit)) break;
      heap[at] = heap[child]!;
      at = child;
    }
    heap[at] = unit;
  };
  for (let at = (size >> 1) - 1; at >= 0; at -= 1) sink(at);
  return {
    next() {
      if (size === 0) return -1;
      const best = heap[0]!;
      size -= 1;
      heap[0] = heap[size]!;
      if (size > 0) sink(0);
      return best;
    },
  };
}
