import type { Compressor, Payload } from '@headroom/core';
import type { ResolvedCompressorSuite } from './suite-options.ts';
import { conditions, contextFor, faultsOf } from './conditions.ts';

/** Texts on which parsers, patterns and recursion are known to fail, of about the length asked. */
const hostileTexts: Readonly<Record<string, (length: number) => string>> = {
  nothing: () => '',
  'one character': () => '[',
  'one letter': (length) => 'a'.repeat(length),
  spaces: (length) => ' '.repeat(length),
  'line ends': (length) => '\n'.repeat(length),
  'opening brackets': (length) => '['.repeat(length),
  'opening objects': (length) => repeatTo('{"a":', length),
  'brackets that close': (length) => '['.repeat(length / 2) + ']'.repeat(length / 2),
  quotes: (length) => '"'.repeat(length),
  'backslashes in a string': (length) => `"${'\\'.repeat(length)}`,
  'torn escapes': (length) => `["${repeatTo('\\u12', length)}"]`,
  'lone surrogates': (length) => `["${repeatTo('\ud800a', length)}"]`,
  zeros: (length) => '\0'.repeat(length),
  markers: (length) => repeatTo('<<ccr:0123456789abcdef01234567 ', length),
  tags: (length) => repeatTo('<a><', length),
  digits: (length) => '1'.repeat(length),
  commas: (length) => `[${','.repeat(length)}]`,
  numbers: (length) => `[${repeatTo('1,', length)}1]`,
  'rows that end in the middle': (length) => `[${repeatTo('{"id":1,"name":"a","state":"ok"},', length)}{"id":`,
  'rows, each with a key of its own': (length) =>
    `[${Array.from({ length: length / 20 }, (_, index) => `{"key ${index}":${index}}`).join(',')}]`,
  'words and colons': (length) => repeatTo('a.b:1: ', length),
  'long lines': (length) => repeatTo(`${'x '.repeat(5_000)}\n`, length),
  dashes: (length) => repeatTo('--- ', length),
};

/** Four times the text may take twelve times as long before it counts as worse than linear; a quadratic one takes sixteen times. */
const growth = 4;
const allowedGrowth = 12;
/** Below this a measurement says more about the machine than about the compressor. */
const noiseMilliseconds = 150;
const attempts = 3;

function exceeds(large: number, small: number): boolean {
  return large > allowedGrowth * Math.max(small, noiseMilliseconds / growth);
}

export function hostileTests(suite: ResolvedCompressorSuite): void {
  const { test, createCompressor, hostileLength, hostileMilliseconds } = suite;
  const { describe, it, expect } = test;

  describe('hostile texts', () => {
    for (const [name, make] of Object.entries(hostileTexts)) {
      it(`I6: ${name}: does not fail, and takes time in proportion`, async () => {
        const compressor = createCompressor();
        for (const kind of compressor.kinds) {
          const timeOf = (length: number) => timed(compressor, { text: make(length), kind, question: 'a question' }, suite);
          const first = await timeOf(hostileLength);
          expect(first.faults).toEqual([]);
          expect(first.milliseconds <= hostileMilliseconds).toBe(true);
          let [large, small] = [first.milliseconds, Infinity];
          // The least of some attempts: what stalls the machine does so in one of them, what is worse than linear is so in each.
          for (let attempt = 1; large >= noiseMilliseconds; attempt += 1) {
            small = Math.min(small, (await timeOf(hostileLength / growth)).milliseconds);
            if (attempt === attempts || !exceeds(large, small)) break;
            large = Math.min(large, (await timeOf(hostileLength)).milliseconds);
          }
          expect(large >= noiseMilliseconds && exceeds(large, small)).toBe(false);
        }
      });
    }
  });
}

async function timed(
  compressor: Compressor,
  payload: Payload,
  suite: ResolvedCompressorSuite,
): Promise<{ milliseconds: number; faults: readonly string[] }> {
  let milliseconds = 0;
  const faults: string[] = [];
  for (const condition of conditions) {
    // Counted beforehand: the counter's time is not the compressor's.
    const context = contextFor(suite, payload, condition);
    const started = performance.now();
    const candidate = await compressor.compress(payload, context);
    milliseconds += performance.now() - started;
    if (candidate !== undefined) faults.push(...faultsOf(candidate, payload, context));
  }
  return { milliseconds, faults };
}

function repeatTo(piece: string, length: number): string {
  return piece.repeat(Math.ceil(length / piece.length));
}
