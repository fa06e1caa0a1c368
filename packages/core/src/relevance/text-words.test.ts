import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './matcher.ts';
import { questionTerms } from './question-terms.ts';
import { scanWords } from './scan-words.ts';
import { nameMark, pairMark, readWords } from './text-words.ts';

const piece = fc.constantFrom(
  'pod',
  'getPodName',
  'HTTPServer',
  'x',
  'X',
  '中文',
  '中',
  'é',
  'É',
  '\u212a',
  '-',
  '_',
  '.',
  ' ',
  '\n',
  '12',
  '😀',
  '𝒜',
  '\ud835',
  '\u001b[1;31m',
  '\u001b[',
  'm',
  ';',
);
const text = fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join(''));

describe('readWords', () => {
  it('finds what a scan shows, in that order', () => {
    fc.assert(
      fc.property(text, (document) => {
        const shown: [string, number, number][] = [];
        const show =
          (sort: string) =>
          (start: number, end: number): void =>
            void shown.push([sort, start, end]);
        scanWords(document, 0, document.length, { word: show('word'), name: show('name'), pair: show('pair') });
        const { count, starts, ends, marks } = readWords(document);
        const sortOf = (mark: number): string => (mark >= pairMark ? 'pair' : mark >= nameMark ? 'name' : 'word');
        expect(Array.from({ length: count }, (_, at) => [sortOf(marks[at]!), starts[at], ends[at]])).toEqual(shown);
      }),
      { numRuns: 2000 },
    );
  });

  it('has room for any number of words', () => {
    expect(readWords('aBc '.repeat(500)).count).toBe(1500);
  });
});

describe('a matcher of words that were read before', () => {
  it('counts in any range, in any order, what it counts in the text', () => {
    const matcher = createMatcher(questionTerms('pod names, http server x 12 中文 é k m'));
    const ranges = fc.array(fc.tuple(fc.nat(100), fc.nat(100)), { minLength: 1, maxLength: 5 });
    const countsIn = (source: Parameters<typeof matcher.count>[0], start: number, end: number): readonly number[] => {
      const counts = new Uint32Array(matcher.terms.length);
      return [matcher.count(source, counts, { start, end }), matcher.hits(), ...counts];
    };
    fc.assert(
      fc.property(text, ranges, (document, places) => {
        const words = readWords(document);
        for (const [one, other] of places) {
          const [start, end] = [Math.min(one, other, document.length), Math.min(Math.max(one, other), document.length)];
          expect(countsIn(words, start, end)).toEqual(countsIn(document, start, end));
        }
      }),
      { numRuns: 2000 },
    );
  });
});
