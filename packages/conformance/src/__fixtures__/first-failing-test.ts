import { expect } from 'vitest';
import type { TestRunner } from '../test-runner.ts';

/** Runs a suite apart from the real runner up to the first test that fails, and names it: a suite is worth what it catches. */
export async function firstFailingTest(suite: (test: TestRunner) => void): Promise<string | undefined> {
  const bodies: { readonly name: string; readonly body: () => void | Promise<void> }[] = [];
  suite({ describe: (_name, body) => body(), it: (name, body) => void bodies.push({ name, body }), expect: (actual) => expect(actual) });
  for (const { name, body } of bodies) {
    try {
      await body();
    } catch {
      return name;
    }
  }
  return undefined;
}
