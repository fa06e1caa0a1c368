import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './matcher.ts';
import { questionTerms } from './question-terms.ts';
import { scanWords, showWordAt, type WordVisitor } from './scan-words.ts';
import { readWords } from './text-words.ts';

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
  it('finds where the words begin that a scan shows, and all that begins there', () => {
    fc.assert(
      fc.property(text, (document) => {
        const record = (shown: string[]): WordVisitor => ({
          word: (start, end) => void shown.push(`word ${start} ${end}`),
          name: (start, end) => void shown.push(`name ${start} ${end}`),
          pair: (start, end) => void shown.push(`pair ${start} ${end}`),
        });
        const scanned: string[] = [];
        scanWords(document, 0, document.length, record(scanned));
        const { count, starts } = readWords(document);
        const places = [...starts.subarray(0, count)];
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        const shown: string[] = [];
        for (const place of places) showWordAt(document, place, { start: 0, end: document.length }, record(shown));
        expect(shown.toSorted()).toEqual(scanned.toSorted());
      }),
      { numRuns: 4000 },
    );
  });

  it('has room for any number of words', () => {
    expect(readWords('aBc '.repeat(500)).count).toBe(1000);
    expect(readWords('AAa'.repeat(9000)).count).toBe(18_000);
    expect(readWords('中'.repeat(9000)).count).toBe(8999);
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
