import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from '../../text/char-codes.ts';
import { mayBeSpecial, sortOf } from './row-shapes.ts';
import { tellsOfTrouble } from './trouble-words.ts';

const piece = fc.constantFrom(
  'export', 'default', 'public', 'pub(crate)', 'template<T>', '@decorated', 'function', 'class', 'def', 'type', 'macro_rules!', 'namespace', 'const', 'let', 'var', 'import', 'from', 'use', 'x', 'name', '=',
  'require(', '#define', '#include', '#', '//', '/*', '*', '--', '<!--', ';', '%', '\u00a0', 'Function', 'protectedly', ' ', '\t', 'std;',
); // prettier-ignore
const row = fc.array(piece, { maxLength: 6 }).chain((pieces) => fc.constantFrom(' ', '').map((between) => pieces.join(between)));

describe('mayBeSpecial', () => {
  it('holds for every line that is more than any other', () => {
    expect(sortOf('  export class Row {}')).toBe('definition');
    fc.assert(
      fc.property(row, (line) => {
        if (sortOf(line) !== 'other') expect(mayBeSpecial(charCodes(line), 0, line.length)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('passes most lines over', () => {
    for (const line of ['  return row;', 'if (a) {', 'prints(1)', '', '   ', 'constructor() {}'])
      expect(mayBeSpecial(charCodes(line), 0, line.length)).toBe(false);
  });
});

describe('tellsOfTrouble', () => {
  const words = /\b(?:error|fail|panic|throw|raise|fatal|deprecated|FIXME|TODO|XXX|HACK|BUG|security)\b/i;
  const word = fc.constantFrom(
    'error',
    'Errors',
    'fail',
    'TODO',
    'xxx',
    '_bug',
    'bug2',
    'Security',
    'é',
    ' ',
    '.',
    '(',
    'throw',
    'thr',
    'deprecated',
  );

  it('finds whole words in any case', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (parts) => {
        const line = parts.join('');
        expect(tellsOfTrouble(charCodes(line), 0, line.length)).toBe(words.test(line));
      }),
      { numRuns: 2000 },
    );
  });
});
