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

  it('gives those of a long text whose pairs stand where its pieces end', () => {
    for (const before of ['', 'x', 'é', '\ud83d']) {
      const long = `${before}${'😀'.repeat(3000)}é${'x'.repeat(5000)}\ufffd`;
      expect([...charCodes(long)]).toEqual(long.split('').map((unit) => unit.charCodeAt(0)));
    }
  });
});
