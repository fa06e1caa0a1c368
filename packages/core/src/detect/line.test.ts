import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyondAscii, isForeignBlank, markOf, noCharacter, readLines, traitBits } from './line.ts';

const texts = fc.string({ unit: fc.constantFrom(...'aZ09 \t\r:"\'=|/\\<>()[]{}#-+*.,;_@`~$%é中\u00a0\ufeff\u2028'), maxLength: 12 });

const characterOf = (character: string | undefined): number =>
  character === undefined ? noCharacter : Math.min(character.charCodeAt(0), beyondAscii);

describe('readLines', () => {
  it('sees the first and the last visible character as patterns do', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { opens, closes } = readLines([text])[0]!;
        expect({ opens, closes }).toEqual({ opens: characterOf(/\S/.exec(text)?.[0]), closes: characterOf(/(\S)\s*$/.exec(text)?.[1]) });
      }),
      { numRuns: 2_000 },
    );
  });

  it('sees which characters occur', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(readLines([text])[0]!.marks).toBe(Array.from(text).reduce((marks, character) => marks | markOf(character), 0));
      }),
    );
  });

  it.each([
    ['margin', /^\S/],
    ['indented', /^\s+\S/],
    ['wide', / {2}|\t/],
    ['capitals', /[A-Z]{2}/],
    ['colon digit', /:\d/],
    ['digit colon', /\d:/],
    ['colon space', /: /],
    ['clock', /\d:\d{2}:\d{2}/],
  ] as const)('sees that a line is %s', (trait, pattern) => {
    const near = fc.string({ unit: fc.constantFrom(...': 019AZ\ta\u00a0'), maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(near, texts), (text) => {
        expect((readLines([text])[0]!.traits & traitBits[trait]) !== 0, text).toBe(pattern.test(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes for blank what a pattern takes for blank', () => {
    const different: number[] = [];
    for (let code = beyondAscii; code <= 0xffff; code += 1) {
      if (isForeignBlank(code) !== /\s/.test(String.fromCharCode(code))) different.push(code);
    }
    expect(different).toEqual([]);
  });
});
