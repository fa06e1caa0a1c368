import { loadTokenCounter } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import type { TestRunner } from './test-runner.ts';
import { tokenCounterSuite } from './token-counter-suite.ts';

for (const [encoding, tokens] of [
  ['o200k_base', 8],
  ['cl100k_base', 13],
] as const) {
  describe(encoding, () => {
    tokenCounterSuite({
      test: { describe, it, expect },
      createCounter: () => loadTokenCounter(encoding),
      knownCounts: [
        { text: 'hello world', tokens: 2 },
        { text: '吾輩は猫である。', tokens },
      ],
    });
  });
}

/** Runs a suite at once and collects the titles of the tests that fail. */
async function failures(suite: (runner: TestRunner) => void): Promise<string[]> {
  const tests: { title: string; body: () => void | Promise<void> }[] = [];
  const failed: string[] = [];
  suite({ describe: (_, body) => body(), it: (title, body) => tests.push({ title, body }), expect: (actual) => expect(actual) });
  for (const { title, body } of tests)
    await Promise.resolve()
      .then(body)
      .catch(() => failed.push(title));
  return failed;
}

describe('the suite itself', () => {
  it('fails a counter that estimates, forgets surrogates, or knows special tokens', async () => {
    const failing = (count: (text: string) => number): Promise<string[]> =>
      failures((test) =>
        tokenCounterSuite({ test, createCounter: () => ({ name: 'x', count }), knownCounts: [{ text: 'hello world', tokens: 2 }] }),
      );
    expect(await failing((text) => text.length / 4)).toContain('counts 0 for nothing and at least 1 for anything, in whole numbers');
    expect(await failing((text) => encodeURIComponent(text).length)).toContain('counts lone surrogates without throwing');
    expect(await failing((text) => Math.ceil(text.replace('<|endoftext|>', 'x').length / 4))).toContain(
      'counts a special token as ordinary text',
    );
    let calls = 0;
    expect(await failing((text) => (text === '' ? 0 : (calls += 1)))).toContain(
      'I4: counts the same text the same, whatever it counted in between',
    );
  });
});
