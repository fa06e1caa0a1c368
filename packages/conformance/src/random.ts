/** Random choices that are the same in every run: a failing sequence fails again. */
export interface Random {
  /** A whole number from 0 to below `bound`. */
  below(bound: number): number;
  pick<Value>(values: readonly Value[]): Value;
}

/** Marsaglia's xorshift with 32 bits (https://doi.org/10.18637/jss.v008.i14): good enough to choose test steps. */
export function createRandom(seed: number): Random {
  let state = seed | 0 || 1;
  const below = (bound: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
  return {
    below,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new RangeError('Nothing to choose from.');
      return value;
    },
  };
}
