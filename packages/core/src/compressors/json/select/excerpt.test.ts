import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Excerpt } from '../model.ts';
import { charactersLeftOut, excerptOf } from './excerpt.ts';
import { relevanceFor, viewQuestion } from './question.ts';

const sentence = (index: number): string => `This is sentence number ${index}, and it tells of nothing in particular. `;
const prose = Array.from({ length: 60 }, (_, index) =>
  index === 30 ? 'The build failed because of a missing semicolon. ' : sentence(index),
).join('');

/** The pieces of an excerpt stand at their places of the text, and the cuts fill the rest. */
function agrees(text: string, shown: string | Excerpt): boolean {
  if (typeof shown === 'string') return shown === text;
  let at = 0;
  for (const piece of shown.pieces) {
    if (typeof piece === 'string' && text.slice(at, at + piece.length) !== piece) return false;
    at += typeof piece === 'string' ? piece.length : piece;
  }
  return at === text.length;
}

describe('excerptOf', () => {
  it('keeps the sentence that states the extreme that a question names', () => {
    const bounded = prose.replace('a missing semicolon. ', 'a missing semicolon. The maximum is 12 hours. ');
    const relevance = relevanceFor(viewQuestion('What is the maximum of it?', undefined)!);
    expect(String((excerptOf(bounded, { limit: 300, relevance }) as Excerpt).pieces)).toContain('The maximum is 12 hours.');
  });

  it('states a cut on a line of its own, or between blanks: nothing is glued to it', () => {
    const lines = Array.from({ length: 80 }, (_, index) => `${index} of eighty lines that say nothing`).join('\n');
    for (const [text, space] of [
      [lines, '\n'],
      [prose, ' '],
    ] as const) {
      const shown = excerptOf(text, { limit: 300 });
      const { pieces } = shown as Excerpt;
      const behind = pieces.flatMap((piece, index) =>
        typeof piece === 'number' && index + 1 < pieces.length ? String(pieces[index + 1]) : [],
      );
      expect(behind.length).toBeGreaterThan(0);
      for (const piece of behind) expect(piece.startsWith(space)).toBe(true);
      expect(agrees(text, shown)).toBe(true);
    }
  });

  it('keeps the beginning, the end and what speaks of trouble, and states what it cut', () => {
    const shown = excerptOf(prose, { limit: 300 });
    expect(shown).toBeInstanceOf(Excerpt);
    const text = (shown as Excerpt).pieces.join('');
    expect(text).toContain('sentence number 0');
    expect(text).toContain('failed because of a missing semicolon');
    expect(text).toContain('sentence number 59');
    expect(agrees(prose, shown)).toBe(true);
  });

  it('keeps what answers the question', () => {
    const shown = excerptOf(prose, { limit: 300, relevance: { words: (piece) => (piece.includes('number 17,') ? 5 : 0) } });
    expect((shown as Excerpt).pieces.join('')).toContain('sentence number 17,');
  });

  it('leaves a text alone that is hardly longer than the limit', () => {
    expect(excerptOf('x y '.repeat(30), { limit: 110 })).toBe('x y '.repeat(30));
  });

  it('shows the beginning of binary data only', () => {
    const blob = Array.from({ length: 900 }, (_, index) => 'ABCDEFGHabcdefgh01234567+/'[(index * 11 + ((index * index) % 19)) % 26]).join(
      '',
    );
    expect((excerptOf(blob, { limit: 400 }) as Excerpt).pieces).toEqual([blob.slice(0, 24), 876]);
  });

  it('I11: every cut is stated exactly, whatever the text', () => {
    const piece = fc.constantFrom('word ', 'line\n', 'End. ', '😀', '\ud83d', '中文。', 'error! ', 'x'.repeat(90), '   ', '\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.integer({ min: 20, max: 800 }), (pieces, limit) => {
        const text = pieces.join('');
        const shown = excerptOf(text, { limit });
        expect(agrees(text, shown)).toBe(true);
        if (shown instanceof Excerpt) expect(charactersLeftOut(shown)).toBeGreaterThan(0);
      }),
    );
  });

  it('never splits a surrogate pair', () => {
    const shown = excerptOf('😀'.repeat(2000), { limit: 200 });
    for (const piece of (shown as Excerpt).pieces) if (typeof piece === 'string') expect(piece.isWellFormed()).toBe(true);
  });

  it('is linear on hostile texts', () => {
    for (const unit of ['a', ' ', '\n', '. ', '。', '\ud800']) {
      const text = unit.repeat(1_000_000 / unit.length);
      expect(agrees(text, excerptOf(text, { limit: 500 }))).toBe(true);
    }
  }, 10_000);

  it('keeps the amount that stands in the sentence behind the one that names what is asked for', () => {
    const about = (name: string, limit: string): string =>
      `The field ${name} belongs to the lorry. Valid values: an integer up to ${limit}. `;
    const filler = 'It was added for the sake of older depots and has no effect on those that are new. '.repeat(6);
    const text = `All fields of a lorry. ${filler}${about('length', '19 metres')}${filler}${about('rest', '11 hours')}${filler}See the handbook of lorries.`;
    const relevance = {
      words: (piece: string) => (piece.includes('rest ') ? 1 : 0),
      amount: (piece: string) => (piece.includes('hours') ? 1 : /\d/.test(piece) ? 0.4 : 0),
    };
    expect(excerptOf(text, { limit: 300, relevance })).toMatchObject({
      pieces: expect.arrayContaining([expect.stringContaining('up to 11 hours.')]),
    });
  });
});
