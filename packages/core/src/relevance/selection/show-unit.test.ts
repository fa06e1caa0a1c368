import { describe, expect, it } from 'vitest';
import { createUnitView } from './show-unit.ts';

describe('createUnitView', () => {
  const text = `start ${'x '.repeat(2000)}the certificate expires in May ${'y '.repeat(2000)}end`;

  it('shows short texts whole', () => {
    expect(createUnitView(100, '').show('short')).toBe('short');
    expect(createUnitView(100, '').cut('short').missing).toBe(0);
  });

  it('I11: states how many characters are missing, and shows what the question asks for', () => {
    const view = createUnitView(300, 'When does the certificate expire?');
    const shown = view.show(text);
    expect(shown).toContain('certificate expires in May');
    const stated = [...shown.matchAll(/\[…(\d+) characters offloaded…\]/g)].reduce((sum, [, characters]) => sum + Number(characters), 0);
    expect(stated).toBe(view.cut(text).missing);
    expect(shown.replace(/ \[…\d+ characters offloaded…\] /g, '').length + stated).toBe(text.length);
  });

  it('cuts between words where there are any', () => {
    const words = Array.from({ length: 400 }, (_, index) => `word${index}`).join(' ');
    for (const longest of [300, 307, 313]) {
      const shown = createUnitView(longest, 'Where is word200?').show(words);
      expect(shown).toContain('word200');
      expect(
        shown
          .replace(/\[…\d+ characters offloaded…\]/g, '')
          .trim()
          .split(/ +/)
          .every((word) => words.split(' ').includes(word)),
      ).toBe(true);
    }
  });

  it('cuts no pair of surrogates', () => {
    expect(createUnitView(51, '').show('😀'.repeat(200)).isWellFormed()).toBe(true);
  });
});
