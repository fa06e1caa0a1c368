import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMatcher, widenedTerms } from '../../../relevance/index.ts';
import { readLogLines } from '../lines/log-lines.ts';
import { scanLines } from '../pattern/scan-lines.ts';
import { matchWords } from './word-matches.ts';

const piece = fc.constantFrom(
  'Error',
  'userName',
  'HTTPServer',
  'id',
  'a',
  '8080',
  '10.0.0.7',
  'build-step_2',
  '/var/log/x',
  '=',
  ' ',
  ': ',
  '[',
  '"',
  '\u00a0',
  'é',
  'Straße',
  '日本語',
  '\u212a',
  '\ud83d\ude00',
  '--',
  '.',
);
const question = 'Which userName and HTTPServer error at port 8080 of the id a, or 日本 in Straße?';

it('finds in the words of a line what is found in the line', () => {
  const terms = widenedTerms(question);
  const matcher = createMatcher(terms);
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
      const lines = readLogLines(pieces.join(''), 'keep');
      const { words } = scanLines(lines);
      const { lengths, first, terms: held } = matchWords(lines, words.table, terms);
      const counts = new Uint32Array(terms.length);
      const length = matcher.count(lines.text, counts);
      const found = new Uint32Array(terms.length);
      let parts = 0;
      for (const word of words.all.subarray(0, words.first[lines.count])) {
        parts += lengths[word]!;
        for (let at = first[word]!; at < first[word + 1]!; at += 1) found[held[at]!]! += 1;
      }
      expect([parts, ...found]).toEqual([length, ...counts]);
    }),
    { numRuns: 500 },
  );
});
