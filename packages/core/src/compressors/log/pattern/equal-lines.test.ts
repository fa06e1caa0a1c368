import { expect, it } from 'vitest';
import { charCodes } from '../../../text/char-codes.ts';
import { equalLines } from './equal-lines.ts';

it('knows a line again by its letters, whatever its hash', () => {
  const text = 'abcabdabc';
  const starts = Int32Array.of(0, 3, 6);
  const equals = equalLines(charCodes(text), starts, 3);
  expect([0, 1, 2].map((line) => equals.before(line, 5, 3 * line, 3 * line + 3))).toEqual([-1, -1, 0]);
});
