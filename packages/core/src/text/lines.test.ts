import fc from 'fast-check';
import { expect, it } from 'vitest';
import { indexLines } from './lines.ts';

const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\r', '😀')).map((parts) => parts.join(''));

it('covers the text, and says what splitting at line breaks says', () => {
  fc.assert(
    fc.property(text, (value) => {
      const lines = indexLines(value);
      const expected = value.split(/\r?\n/);
      if (expected.at(-1) === '') expected.pop();
      expect(Array.from({ length: lines.count }, (_, line) => value.slice(lines.start(line), lines.end(line)))).toEqual(expected);
      expect(Array.from({ length: lines.count }, (_, line) => value.slice(lines.start(line), lines.start(line + 1))).join('')).toBe(value);
    }),
  );
});

it('finds the line of an index', () => {
  fc.assert(
    fc.property(text, fc.nat(30), (value, index) => {
      fc.pre(index < value.length);
      const lines = indexLines(value);
      const line = lines.at(index);
      expect(lines.start(line)).toBeLessThanOrEqual(index);
      expect(lines.start(line + 1)).toBeGreaterThan(index);
    }),
  );
});

it('has no line in an empty text', () => {
  expect(indexLines('').count).toBe(0);
});
