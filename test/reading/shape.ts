/** A question whose answer is computed from the payload itself. */
export interface Question {
  readonly id: string;
  readonly question: string;
  /** Every string that a right answer holds. */
  readonly answer: readonly string[];
}

/** A payload of one shape that tools return, with questions over it. */
export interface Shape {
  readonly name: string;
  readonly text: string;
  readonly questions: readonly Question[];
}

/** Deterministic draws, so that every run makes the same payloads. */
export interface Draw {
  /** A whole number from `low` up to and including `high`. */
  number(low: number, high: number): number;
  pick<T>(values: readonly T[]): T;
  hex(digits: number): string;
}

/** A linear congruential generator with the constants of Numerical Recipes. */
export function createDraw(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const number = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  return {
    number,
    pick: (values) => values[number(0, values.length - 1)] as (typeof values)[number],
    hex: (digits) => Array.from({ length: digits }, () => number(0, 15).toString(16)).join(''),
  };
}

/** The element that makes the most of a figure. */
export function most<T>(values: readonly T[], figure: (value: T) => number): T {
  return values.reduce((best, next) => (figure(next) > figure(best) ? next : best));
}
