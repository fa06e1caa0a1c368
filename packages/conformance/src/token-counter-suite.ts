import type { TokenCounter } from '@headroom/core';
import type { TestRunner } from './test-runner.ts';

/** A text and its number of tokens by the tokenizer that the counter claims to be. */
export interface KnownCount {
  readonly text: string;
  readonly tokens: number;
}

/** What the suite is told of a counter. */
export interface TokenCounterSuiteOptions {
  /** The caller's test runner. */
  readonly test: TestRunner;
  /** Makes or loads the counter; called once. */
  readonly createCounter: () => TokenCounter | Promise<TokenCounter>;
  /** Counts by the official tokenizer; leave it out for an estimate. */
  readonly knownCounts?: readonly KnownCount[];
  /**
   * The most milliseconds that a hostile text of 200,000 code units may take. A quadratic counter takes minutes.
   *
   * @default 5000
   */
  readonly longestMs?: number;
}

/** Runs of one character, and texts that tokenizers split in unusual ways. */
const hostileUnits = ['a', 'A', ' ', '\n', '"', '[', '0', '中', '😀', '\u0301', '\ud800', 'aB', '\t\n', 'QUJD/+9z', '<|endoftext|>'];

const ordinaryTexts = [
  'The quick brown fox jumps over the lazy dog.',
  '{"id": 12345, "name": "Ada", "tags": ["x", "y"], "score": 0.5}',
  'for (let index = 0; index < 10; index += 1) console.log(index);',
  '2026-11-21T09:20:00Z ERROR request failed: status=503 retry=2',
  '吾輩は猫である。名前はまだ無い。',
];

/**
 * Checks a token counter: numbers, determinism, special spellings, lone surrogates, growth, hostile input, and known counts where there are some.
 *
 * @example
 * import { describe, expect, it } from 'vitest';
 * tokenCounterSuite({ test: { describe, it, expect }, createCounter: () => loadTokenCounter('o200k_base'), knownCounts: [{ text: 'hello world', tokens: 2 }] });
 */
export function tokenCounterSuite({
  test: { describe, it, expect },
  createCounter,
  knownCounts = [],
  longestMs = 5000,
}: TokenCounterSuiteOptions): void {
  const counter = once(createCounter);

  describe('token counter', () => {
    it('has a name', async () => {
      expect((await counter()).name.length > 0).toBe(true);
    });

    it('counts 0 for nothing and at least 1 for anything, in whole numbers', async () => {
      const { count } = bound(await counter());
      expect(count('')).toBe(0);
      for (const text of [...ordinaryTexts, ...hostileUnits]) expect(Number.isInteger(count(text)) && count(text) >= 1).toBe(true);
    });

    it('I4: counts the same text the same, whatever it counted in between', async () => {
      const { count } = bound(await counter());
      const first = ordinaryTexts.map(count);
      for (const text of ordinaryTexts) count(`${text}${text} and more`);
      expect(ordinaryTexts.map(count)).toEqual(first);
      expect([...ordinaryTexts].reverse().map(count)).toEqual([...first].reverse());
    });

    it('counts a special token as ordinary text', async () => {
      const { count } = bound(await counter());
      expect(count('<|endoftext|>') > 1).toBe(true);
    });

    it('counts lone surrogates without throwing', async () => {
      const { count } = bound(await counter());
      for (const text of ['\ud800', '\udc00', 'a\ud83d', '\ude00b', '\udc00\ud800']) expect(count(text) >= 1).toBe(true);
    });

    it('counts about twice as much for a text said twice', async () => {
      const { count } = bound(await counter());
      for (const text of ordinaryTexts) {
        const single = count(`${text}\n`.repeat(20));
        const double = count(`${text}\n`.repeat(40));
        expect(double > single * 1.8 && double < single * 2.2).toBe(true);
      }
    });

    for (const unit of hostileUnits) {
      it(`I6: counts 200,000 code units of ${JSON.stringify(unit)} in bounded time`, async () => {
        const { count } = bound(await counter());
        const text = unit.repeat(Math.ceil(200_000 / unit.length));
        const start = performance.now();
        expect(count(text) >= 1).toBe(true);
        expect(performance.now() - start < longestMs).toBe(true);
      });
    }

    if (knownCounts.length > 0) {
      it('counts what the official tokenizer counts', async () => {
        const { count } = bound(await counter());
        expect(knownCounts.map(({ text }) => count(text))).toEqual(knownCounts.map(({ tokens }) => tokens));
      });
    }
  });
}

function once(create: () => TokenCounter | Promise<TokenCounter>): () => Promise<TokenCounter> {
  let made: Promise<TokenCounter> | undefined;
  return () => (made ??= Promise.resolve(create()));
}

function bound(counter: TokenCounter): { count: (text: string) => number } {
  return { count: (text) => counter.count(text) };
}
