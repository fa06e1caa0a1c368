import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatcher } from './matcher.ts';
import { questionTerms } from './question-terms.ts';
import { terms } from './terms.ts';
import { readWords } from './text-words.ts';

const piece = fc.constantFrom(
  'pod',
  'Pods',
  'getPodName',
  'FAILED',
  'failing',
  'x',
  '中文',
  '中',
  'É',
  'é',
  '\u212a',
  'K8',
  'ſ',
  'İx',
  '-',
  '_',
  '.',
  ' ',
  '\n',
  '12',
  '1.5',
  '😀',
  '𝒜',
);
const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(''));

describe('createMatcher', () => {
  it('finds each term where its word begins, as often as it counts it', () => {
    fc.assert(
      fc.property(text, text, (asked, read) => {
        const matcher = createMatcher([...new Set(terms(asked))].map((term) => ({ term, weight: 1 })));
        const words = readWords(read);
        const counts = new Uint32Array(matcher.terms.length);
        matcher.count(words, counts);
        const found = matcher.find(words);
        const again = new Uint32Array(counts.length);
        for (const term of found.terms) again[term]! += 1;
        expect([...again]).toEqual([...counts]);
        const starts = new Set(words.starts.subarray(0, words.count));
        expect(found.places.every((place, at) => starts.has(place) && (at === 0 || found.places[at - 1]! <= place))).toBe(true);
      }),
    );
  });

  it('counts what the terms of the text say', () => {
    fc.assert(
      fc.property(text, text, (question, document) => {
        const wanted = questionTerms(question);
        const matcher = createMatcher(wanted);
        const counts = new Uint32Array(wanted.length);
        matcher.count(document, counts);
        const found = terms(document);
        expect([...counts]).toEqual(wanted.map(({ term }) => found.filter((other) => other === term).length));
      }),
      { numRuns: 1000 },
    );
  });

  it('counts in a long text what it counts in its lines', () => {
    const lines = Array.from(
      { length: 900 },
      (_, line) => `pod-${line % 7} FAILED: getPodName copies ${line % 50 === 0 ? 'é' : ''} stopping`,
    );
    const matcher = createMatcher(questionTerms('pod name failed copy stop 3 getPodName'));
    const [whole, summed] = [new Uint32Array(matcher.terms.length), new Uint32Array(matcher.terms.length)];
    const words = lines.reduce((sum, line) => sum + matcher.count(line, summed), 0);
    expect(matcher.count(lines.join('\n'), whole)).toBe(words);
    expect(whole).toEqual(summed);
    expect([...whole]).toEqual(matcher.terms.map(({ term }) => terms(lines.join('\n')).filter((other) => other === term).length));
  });

  it('counts inside a range, into a row of its own', () => {
    const matcher = createMatcher(questionTerms('red blue'));
    const counts = new Uint32Array(4);
    expect(matcher.count('red blue blue', counts, { start: 4, end: 8, offset: 2 })).toBe(1);
    expect([...counts]).toEqual([0, 0, 0, 1]);
  });
});
