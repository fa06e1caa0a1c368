import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from './char-codes.ts';

describe('charCodes', () => {
  it('gives the code units of any text, lone halves of pairs included', () => {
    const text = fc.array(fc.constantFrom('a', '~', '\u0000', '\u007f', '\u0080', 'é', '中', '😀', '\ud83d', '\ude00'), { maxLength: 12 });
    fc.assert(
      fc.property(text, (parts) => {
        const joined = parts.join('');
        expect([...charCodes(joined)]).toEqual(joined.split('').map((unit) => unit.charCodeAt(0)));
      }),
    );
  });
});
