import { describe, expect, it } from 'vitest';
import { readOriginal } from '../retrieve.ts';

const filler = (seed: number): string => Array.from({ length: 900 }, (_, index) => `word${(index * seed) % 613}`).join(' ');
const count = (text: string): number => Math.ceil(text.length / 4);

function rowsWith(needle: string): string {
  return JSON.stringify(
    Array.from({ length: 20 }, (_, id) => ({ id, body: `${filler(id + 3)}${id === 11 ? needle : ' '}${filler(id + 7)}` })),
  );
}

describe('words inside long strings', () => {
  it.each([
    ['after a space', ' zanzibar '],
    ['after a line feed', '\nzanzibar\n'],
    ['after a tab', '\tzanzibar\t'],
    ['after a backslash', '\\zanzibar\\'],
    ['beyond ASCII', ' Zürich '],
  ])('are shown %s', (_name, needle) => {
    const { text } = readOriginal(rowsWith(needle), { hash: '', query: `Where is ${needle.trim().replaceAll('\\', '')}?` }, { count });
    expect(text).toContain(needle.trim().replaceAll('\\', ''));
  });

  it('are shown where the original escapes them', () => {
    const escaped = rowsWith(' Zürich ').replaceAll('ü', '\\u00fc');
    expect(readOriginal(escaped, { hash: '', query: 'Where is Zürich?' }, { count }).text).toContain('Zürich');
  });

  it('are shown where they state the extreme that the question names', () => {
    const text = rowsWith(' The maximum is 12 hours. ');
    expect(readOriginal(text, { hash: '', query: 'What is the maximum?' }, { count }).text).toContain('The maximum is 12 hours.');
  });

  it('say in characters what is left out', () => {
    const { text } = readOriginal(rowsWith(' zanzibar '), { hash: '', query: 'zanzibar' }, { count });
    expect(text).toMatch(/…\d+ characters…/);
  });

  it('are shown as far as the budget goes where few rows could fill it', () => {
    const few = JSON.stringify([
      { id: 1, body: `${filler(5)} zanzibar` },
      { id: 2, note: 'short' },
    ]);
    const { text } = readOriginal(few, { hash: '', query: 'What became of it?', budget: 1500 }, { count });
    expect(count(text)).toBeGreaterThan(700);
    expect(count(text)).toBeLessThanOrEqual(1500);
  });

  it('are shown in the smallest budget too', () => {
    const { text } = readOriginal(rowsWith(' zanzibar '), { hash: '', query: 'zanzibar', budget: 1 }, { count });
    expect(text).toContain('zanzibar');
  });
});
