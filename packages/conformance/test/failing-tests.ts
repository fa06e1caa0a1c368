import { expect } from 'vitest';
import type { TestRunner } from '../src/test-runner.ts';

/** Runs a suite apart from the real runner and names the tests that fail: a suite is worth what it catches. */
export async function failingTests(suite: (test: TestRunner) => void): Promise<readonly string[]> {
  const bodies: { readonly name: string; readonly body: () => void | Promise<void> }[] = [];
  suite({ describe: (_name, body) => body(), it: (name, body) => void bodies.push({ name, body }), expect: (actual) => expect(actual) });
  const failing: string[] = [];
  for (const { name, body } of bodies) {
    try {
      await body();
    } catch {
      failing.push(name);
    }
  }
  return failing;
}
