import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexLines } from '../text/lines.ts';
import { createLineCounter } from './line-counter.ts';
import { createMatcher } from './matcher.ts';
import { questionTerms } from './question-terms.ts';

const pieces = [
  'getUserName',
  'pod_failed',
  ' ',
  '\n',
  '\r\n',
  '-',
  '.',
  '東京駅',
  'x',
  '\u001B[31m',
  '\u001B[',
  'pods',
  '😀',
  'user-',
  '\n_name',
];

describe('createLineCounter', () => {
  it('counts any range as the matcher does that reads it', () => {
    const matcher = createMatcher(questionTerms('Which user name of the pod failed at 東京駅, x?'));
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), fc.nat(), fc.nat(), (parts, from, to) => {
        const text = parts.join('');
        const { count, start } = indexLines(text);
        const starts = [...Array.from({ length: count }, (_, line) => start(line)), text.length];
        const counter = createLineCounter(matcher, text, starts);
        const range = { start: starts[from % starts.length]!, end: to % (text.length + 1), offset: 1 };
        if (range.end < range.start) return;
        const [expected, found] = [new Uint32Array(matcher.terms.length + 1), new Uint32Array(matcher.terms.length + 1)];
        const words = counter.count(text, found, range);
        const hits = counter.hits();
        expect([words, hits, ...found]).toEqual([matcher.count(text, expected, range), matcher.hits(), ...expected]);
      }),
      { numRuns: 1000 },
    );
  });
});
