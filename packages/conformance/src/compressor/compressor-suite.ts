import { hostileTests } from './hostile-tests.ts';
import { payloadTests } from './payload-tests.ts';
import { countRoughly } from './rough-count.ts';
import type { CompressorSuiteOptions, ResolvedCompressorSuite } from './suite-options.ts';

/**
 * Tests a compressor: the same answer to the same question, nothing changed that it was given, only smaller texts, lossless where it says so, every omission stated,
 * and bounded work on hostile input.
 *
 * @example
 * import { describe, expect, it } from 'vitest';
 * compressorSuite({ test: { describe, it, expect }, createCompressor: () => squeezeTables, payloads: { 'a table': { text, kind: 'table', question: '' } } });
 */
export function compressorSuite({
  options = {},
  decode,
  equal = (decoded, original) => decoded === original,
  ...given
}: CompressorSuiteOptions): void {
  const suite: ResolvedCompressorSuite = {
    ...given,
    decode,
    equal,
    count: options.count ?? countRoughly,
    hostileLength: options.hostileLength ?? 1_000_000,
    hostileMilliseconds: options.hostileMilliseconds ?? 5_000,
  };
  given.test.describe('compressor conformance', () => {
    payloadTests(suite);
    hostileTests(suite);
  });
}
