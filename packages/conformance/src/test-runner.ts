/**
 * The caller's test runner: `describe`, `it` and `expect` of Vitest, Jest or Bun fit as they are; for others, `expect` takes two lines.
 *
 * @example
 * // node:test
 * import { describe, it } from 'node:test';
 * import assert from 'node:assert/strict';
 * const expect = (actual: unknown) => ({ toBe: (wanted: unknown) => assert.equal(actual, wanted), toEqual: (wanted: unknown) => assert.deepEqual(actual, wanted) });
 */
export interface TestRunner {
  describe(name: string, body: () => void): void;
  it(name: string, body: () => void | Promise<void>): void;
  expect(actual: unknown): Expectation;
}

/** All that the suites ask of an expectation: identity, and equality in depth. */
export interface Expectation {
  toBe(wanted: unknown): void;
  toEqual(wanted: unknown): void;
}
