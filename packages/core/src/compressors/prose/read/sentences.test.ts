import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charCodes } from '../../../text/char-codes.ts';
import { endsSentence, splitSentences } from './sentences.ts';

function sentencesOf(text: string): string[] {
  const starts = splitSentences(text, 0, text.length);
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim());
}

describe('splitSentences', () => {
  it.each([
    ['He came. She left.', ['He came.', 'She left.']],
    ['Dr. No met Mr. Fox on Main St. Tuesday. They spoke.', ['Dr. No met Mr. Fox on Main St. Tuesday.', 'They spoke.']],
    ['It costs 3.50 euros. Pi is 3.14159 or so. Yes.', ['It costs 3.50 euros.', 'Pi is 3.14159 or so.', 'Yes.']],
    ['J. R. R. Tolkien wrote it. The U.S. Army read it.', ['J. R. R. Tolkien wrote it.', 'The U.S. Army read it.']],
    ['Es war am 3. Oktober. Danach, z.B. Montags, nicht.', ['Es war am 3. Oktober.', 'Danach, z.B. Montags, nicht.']],
    ['Some fruit, e.g. Apples, fell. ¿Por qué? ¡Nadie sabe!', ['Some fruit, e.g. Apples, fell.', '¿Por qué?', '¡Nadie sabe!']],
    ['今日は晴れ。明日は雨！「はい。」と言った。', ['今日は晴れ。', '明日は雨！', '「はい。」', 'と言った。']],
    ['He said "Stop." Then he ran.[12] Later he slept.', ['He said "Stop."', 'Then he ran.[12]', 'Later he slept.']],
    ['Use `a. B` here. Open example.com now. end', ['Use `a. B` here.', 'Open example.com now. end']],
    ['Wait... what? No… Yes.', ['Wait... what?', 'No…', 'Yes.']],
    ['Это слово. Вот другое, т.е. Слово.', ['Это слово.', 'Вот другое, т.е. Слово.']],
    ['', ['']],
  ])('%j', (text, expected) => {
    expect(sentencesOf(text)).toEqual(expected);
  });

  it('starts where it is told, rises, and covers the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('A', 'b', '.', '!', ' ', '。', '`', '[', '1', ']', '"', '\ud800'), maxLength: 60 }),
        (text) => {
          const starts = splitSentences(text, 0, text.length);
          expect(starts[0]).toBe(0);
          expect(starts.every((start, index) => index === 0 || start > starts[index - 1]!)).toBe(true);
        },
      ),
    );
  });

  it('is linear on hostile runs', () => {
    for (const unit of ['.', '. ', 'A. ', '`', '` ', '[1', '.[1]', '"', '。', 'a', '.A ']) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(() => splitSentences(text, 0, text.length), unit).not.toThrow();
    }
  });
});

describe('endsSentence', () => {
  it('tells whether wrapped text can be cut behind a line', () => {
    const text = 'It ends here.\nThen it goes\non with etc.\nMore';
    const codes = charCodes(text);
    expect(endsSentence(text, codes, { start: 0, end: 13, next: 14 })).toBe(true);
    expect(endsSentence(text, codes, { start: 14, end: 26, next: 27 })).toBe(false);
    expect(endsSentence(text, codes, { start: 27, end: 39, next: 40 })).toBe(false);
  });
});
