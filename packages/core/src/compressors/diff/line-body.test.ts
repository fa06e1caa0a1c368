import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineBody, lineForms } from './line-body.ts';
import { readDiff } from './read-diff.ts';

/** The same by patterns alone. */
const trivial = /^[\s{}()[\];,<>/*#=+.-]*$/;
const said = /["'`][^"'`]{6,}["'`]|\b(?:error|throw|raise|panic|assert|fail|deprecated|TODO|FIXME)/i;
const piece = fc.constantFrom(
  ' ',
  '\t',
  '{',
  '}',
  '();',
  "'",
  '"',
  '`',
  'error',
  'Throw',
  'myerror',
  '_fail',
  'fail',
  'todo',
  'abcdef',
  'x',
  '7',
  'é',
  '\u00a0',
  '#',
  'thr',
  'rai',
);

const bodyOf = (line: string) => {
  const document = readDiff(['diff --git a/a.js b/a.js', '@@ -1,0 +1,1 @@', `+${line}`].join('\n'))!;
  return { forms: lineForms(document), body: lineBody(document, 2) };
};

it('tells what patterns tell', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), (pieces) => {
      const line = pieces.join('');
      const { forms, body } = bodyOf(line);
      expect([body.end - body.start, forms.isTrivial(body), forms.says(body), forms.hasDigit(body)]).toEqual([
        line.trim().length,
        trivial.test(line.trim()),
        said.test(line.trim()),
        /[0-9]/.test(line),
      ]);
    }),
    { numRuns: 1000 },
  );
});

it.each([
  ['export default async function read() {', 'definition'],
  ['pub(crate) unsafe fn open(path: &str) -> File {', 'definition'],
  ['# define WIDTH 8', 'definition'],
  ['static async load(id) {', 'definition'],
  ['render() {', 'definition'],
  ['if (ready) {', 'other'],
  ["import { a } from './a.js';", 'import'],
  ['from os import path', 'import'],
  ['#include <stdio.h>', 'import'],
  ['use std::fs;', 'import'],
  ['fromage = 3', 'other'],
  ['x', 'other'],
  ['definitely = 1', 'other'],
])('%s opens as %s', (line, opening) => {
  const { forms, body } = bodyOf(`  ${line}`);
  expect(forms.opening(body)).toBe(opening);
});
