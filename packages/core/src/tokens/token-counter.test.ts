import fc from 'fast-check';
import { get_encoding } from 'tiktoken';
import { describe, expect, it } from 'vitest';
import { characterClassRuns } from './character-class-table.ts';
import type { Encoding } from './encoding.ts';
import { loadTokenCounter } from './load-token-counter.ts';

/** Everything that the split rules tell apart, white space that JavaScript and Rust classify differently, and spellings that mean something elsewhere. */
const fragment = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.constantFrom(' ', '  ', '\n', '\r\n', '\r', '\t', '\u0085', '\u00a0', '\ufeff', '\u2028', '\u3000', '\u180e', '\u200b'),
  },
  { weight: 2, arbitrary: fc.constantFrom("'s", "'S", "'re", "'LL", "'ſ", "'v", "'l", "'", "'d", "'m't", "'ve'") },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '/',
      '//',
      '\n/',
      '.',
      '...',
      '{"',
      '":',
      '},{',
      '<|endoftext|>',
      '<|fim_prefix|>',
      '<|im_start|>',
      '=',
      '#',
    ),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('a', 'hello', 'World', 'HTML', 'camelCase', 'ABc', 'aB', 'ǅ', 'ʰ', 'é', 'É', 'ß', 'İ', 'ı', 'ſ', 'K'),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '中',
      '文字',
      'ひらがな',
      'ไทย',
      'עברית',
      'عربى',
      'हिन्दी',
      '한국어',
      '\u0301',
      '\u20e3',
      'ª',
      '²',
      'Ⅷ',
      '½',
      '٣',
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👨‍👩‍👧', '🇩🇪', '𝟙', '𝒜', '𐐀', '𐐨', '\ud800', '\udc00', '\ufffd', '\0', '\x7f') },
  { weight: 2, arbitrary: fc.constantFrom('1', '12', '1234', '3.14', '2026-11-21', '0x1f') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
);
const text = fc.array(fragment, { maxLength: 24 }).map((fragments) => fragments.join(''));

/** The first and last characters of all runs of one class. */
function* runEnds(): Generator<number> {
  let code = 0;
  for (const [, length] of characterClassRuns.matchAll(/[A-H]([0-9a-z]*)/g)) {
    const next = code + (length === '' ? 1 : Number.parseInt(length!, 36));
    for (const end of [code, next - 1]) if (end < 0xd800 || end > 0xdfff) yield end;
    code = next;
  }
}

describe.each(['o200k_base', 'cl100k_base'] as const satisfies Encoding[])('%s', (encoding) => {
  const official = get_encoding(encoding);
  const expected = (value: string): number => official.encode(value, [], []).length;

  it('equals tiktoken on arbitrary text', async () => {
    const counter = await loadTokenCounter(encoding);
    fc.assert(
      fc.property(text, (value) => {
        expect(counter.count(value), JSON.stringify(value)).toBe(expected(value));
      }),
      { numRuns: 3000 },
    );
  });

  it('equals tiktoken on text of several segments, counted new, again and with another end', async () => {
    const counter = await loadTokenCounter(encoding);
    const long = fc.tuple(fc.array(text, { minLength: 4, maxLength: 8 }), fc.integer({ min: 40, max: 120 }));
    fc.assert(
      fc.property(long, text, ([parts, repeats], end) => {
        const value = Array.from({ length: repeats }, (_, index) => parts[index % parts.length]! + String(index)).join('');
        expect(counter.count(value)).toBe(expected(value));
        expect(counter.count(value)).toBe(expected(value));
        expect(counter.count(value + end)).toBe(expected(value + end));
      }),
      { numRuns: 60 },
    );
  });

  it('counts special tokens as ordinary text and lone surrogates as U+FFFD', async () => {
    const counter = await loadTokenCounter(encoding);
    expect(counter.count('<|endoftext|>')).toBeGreaterThan(1);
    expect(counter.count('a\ud800b\udc00')).toBe(counter.count('a\ufffdb\ufffd'));
    expect(counter.count('')).toBe(0);
  });

  it('I4: knows the characters that tiktoken knows, whatever the runtime knows', async () => {
    const counter = await loadTokenCounter(encoding);
    for (const code of runEnds()) {
      const character = String.fromCodePoint(code);
      const value = `${character}'s 1${character}a a${character}b`;
      expect(counter.count(value), code.toString(16)).toBe(expected(value));
    }
  });

  it('is linear, or nearly, on unbroken runs', { timeout: 30_000 }, async () => {
    const counter = await loadTokenCounter(encoding);
    // Quadratic merging takes minutes on any of these.
    for (const unit of ['a', 'A', ' ', '\n', '"', '[', '中', '😀', '\u0301', 'aB', '中A', "'", '\t\n', 'QUJD/+9z']) {
      const value = unit.repeat(150_000 / unit.length);
      expect(counter.count(value)).toBeGreaterThan(0);
    }
  });

  it('equals tiktoken on runs longer than the short merge', async () => {
    const counter = await loadTokenCounter(encoding);
    for (const unit of ['a', ' ', '中', '😀', 'aB3', 'QUJD/+9zx', '=-', '\u0301', 'ab\u0301', '\n \n']) {
      for (const length of [31, 33, 97, 130, 511, 512, 513, 700]) {
        const value = unit.repeat(length);
        expect(counter.count(value), `${JSON.stringify(unit)} × ${length}`).toBe(expected(value));
        // Once more with another end: the run itself is remembered.
        expect(counter.count(`${value}\nx`), `${JSON.stringify(unit)} × ${length} and a line`).toBe(expected(`${value}\nx`));
      }
    }
  });
});

describe('loadTokenCounter', () => {
  it('gives the same counter every time, with the name of its encoding', async () => {
    expect(await loadTokenCounter('o200k_base')).toBe(await loadTokenCounter('o200k_base'));
    expect((await loadTokenCounter('cl100k_base')).name).toBe('cl100k_base');
  });

  it('counts a run of eight million letters without overflowing the stack', { timeout: 60_000 }, async () => {
    const counter = await loadTokenCounter('o200k_base');
    expect(counter.count('ab'.repeat(4_200_000))).toBeGreaterThan(1_000_000);
  });
});
