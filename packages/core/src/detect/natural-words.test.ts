import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLines } from './line.ts';
import { countWords } from './natural-words.ts';

/** What a word is, as a pattern. */
const words =
  /(?:^|[\s"'(*_[])[A-Za-z\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF][a-z'’\u00C0-\u024F\u0370-\u03FF\u0400-\u04FF\u0600-\u06FF-]*(?=[\s,.;:!?"')*_\]]|$)/g;

describe('countWords', () => {
  it.each([
    ['The dogs of the house are in it.', { words: 8, functional: 6, pieces: 8 }],
    ['it\'s a *bold* (word) and "quoted"', { words: 6, functional: 2, pieces: 6 }],
    ['src/detect/line.ts:12: export const HTTP = call(x)', { words: 3, functional: 0, pieces: 6 }],
    ['  за домом, à la maison  ', { words: 5, functional: 1, pieces: 5 }],
    ['', { words: 0, functional: 0, pieces: 0 }],
  ])('counts %j', (line, expected) => {
    expect(countWords(readLines([line])[0]!)).toEqual(expected);
  });

  it('finds the words that the pattern finds', () => {
    const lines = fc.string({ unit: fc.constantFrom(..."aabbtheTHX09  \t''\"(*_[])},.;:!?-’éЖع中/=\u00a0\u3000"), maxLength: 30 });
    fc.assert(
      fc.property(lines, (line) => {
        const { words: found, pieces } = countWords(readLines([line])[0]!);
        expect(found, line).toBe(line.match(words)?.length ?? 0);
        expect(pieces, line).toBe(line.match(/\S+/g)?.length ?? 0);
      }),
      { numRuns: 5_000 },
    );
  });
});
