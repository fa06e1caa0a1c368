import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseWords, type WordChoice } from './choose-words.ts';
import { markMustKeep } from './must-keep.ts';
import { spellWords } from './spell-words.ts';
import { unitsOf } from './test-support.ts';

/** Leaves out the words that are written in angle marks; marks are taken out of the text first. */
function leaveOut(marked: string, choice: WordChoice = { by: 'threshold', threshold: 0.5 }): string {
  const text = marked.replaceAll('‹', '').replaceAll('›', '');
  const units = unitsOf(text);
  const out = [...marked.matchAll(/\S+/g)].map(({ 0: word }) => word.includes('‹'));
  const scores = Float32Array.from(out, (goes) => (goes ? 0.1 : 0.9));
  return spellWords(units, chooseWords(units, scores, new Uint8Array(units.count), choice)).spell(0, text.length);
}

describe('spellWords', () => {
  it.each([
    ['‹the› house ‹is› old', 'house old'],
    ['it ‹very› ‹very› much ‹so›', 'it much'],
    ['a stop ‹there›. ‹And› more', 'a stop. more'],
    ['cats, ‹which›, ‹then›, sleep', 'cats, sleep'],
    ['they went ‹there›, then', 'they went, then'],
    ['  ‹the› indent\n  stays ‹here›\nso ‹do› lines', '  indent\n  stays\nso lines'],
    ['one line\n‹and› ‹the› next', 'one line\nnext'],
    ['only\n‹the›\nstays', 'only\nthe\nstays'],
    ['see https://a.example/ ‹there›.', 'see https://a.example/ there.'],
    ['‹the› end?! ‹oh›', 'end?!'],
    ['signs ‹alone› , ‹as› , here .', 'signs , here .'],
    ['tabs\t‹the›\tand  ‹two›  spaces', 'tabs\tand  spaces'],
  ])('%j becomes %j', (marked, spelled) => {
    expect(leaveOut(marked)).toBe(spelled);
  });

  it('spells a part of a text', () => {
    const text = 'The one.\n\nThe two.';
    const units = unitsOf(text);
    const { spell } = spellWords(
      units,
      chooseWords(units, new Float32Array(units.count), Uint8Array.of(0, 1, 0, 1), { by: 'threshold', threshold: 0.5 }),
    );
    expect(spell(0, 8)).toBe('one.');
    expect(spell(8, text.length)).toBe('\n\ntwo.');
  });
});

describe('chooseWords', () => {
  it('ranks over the whole text, with what stays by rule outside', () => {
    const text = 'aa bb cc dd ee ff gg hh ii jj';
    const units = unitsOf(text);
    const scores = Float32Array.from({ length: 10 }, (_, index) => index / 10);
    const rules = Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    expect(spellWords(units, chooseWords(units, scores, rules, { by: 'ratio', ratio: 0.25 })).spell(0, text.length)).toBe('aa bb ii jj');
    expect(spellWords(units, chooseWords(units, scores, rules, { by: 'ratio', ratio: 0 })).spell(0, text.length)).toBe('aa bb');
    expect(spellWords(units, chooseWords(units, scores, rules, { by: 'ratio', ratio: 1 })).spell(0, text.length)).toBe(text);
  });
});

const word = fc.oneof(
  { weight: 8, arbitrary: fc.stringMatching(/^[a-z]{1,7}[,.;!?]?$/) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('Not', 'not', '5', '(a', 'b)', '"q', 'r"', '`c`', 'if', 'x/y', 'é', 'Ünder', '—', ',', '.', '😀'),
  },
);
const gap = fc.constantFrom(' ', ' ', ' ', '  ', '\n', '\n  ', '\t');
const written = fc.array(fc.tuple(word, gap), { minLength: 1, maxLength: 60 }).map((pairs) =>
  pairs
    .map((pair) => pair.join(''))
    .join('')
    .trimEnd(),
);
const choice = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }).map((threshold): WordChoice => ({ by: 'threshold', threshold })),
  fc.double({ min: 0, max: 1, noNaN: true }).map((ratio): WordChoice => ({ by: 'ratio', ratio })),
);

/** Letters and digits, without the signs between. */
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

describe('properties', () => {
  it('I4, I11: what stays stands there in its order, on its line, with its indent; what stays by rule is whole; the count is true', () => {
    fc.assert(
      fc.property(written, choice, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (text, wanted, numbers) => {
        const units = unitsOf(text);
        const scores = Float32Array.from({ length: units.count }, () => numbers.next().value as number);
        const rules = markMustKeep(units);
        const { spell, count } = spellWords(units, chooseWords(units, scores, rules, wanted));
        const shown = spell(0, text.length);
        const [before, after] = [text.split('\n'), shown.split('\n')];
        expect(after.length).toBe(before.length);
        expect(shown.length).toBeLessThanOrEqual(text.length);
        after.forEach((line, index) => {
          const original = before[index] ?? '';
          let at = 0;
          for (const each of wordsOf(line)) {
            const found = wordsOf(original).indexOf(each, at);
            expect(found).toBeGreaterThanOrEqual(at);
            at = found + 1;
          }
          expect(/^\s*/.exec(line)?.[0]).toBe(/^\s*/.exec(original)?.[0]);
          expect(line.trim() === '').toBe(original.trim() === '');
        });
        const stays = Array.from(rules.keys()).filter((unit) => rules[unit] === 1);
        let from = 0;
        for (const unit of stays) {
          const found = shown.indexOf(text.slice(units.starts[unit], units.coreEnds[unit]), from);
          expect(found).toBeGreaterThanOrEqual(from);
          from = found;
        }
        const words = (value: string): number => value.split(/\s+/).filter((each) => /[^.,;:!?…\s]/.test(each)).length;
        expect(count(() => true)).toEqual({ all: words(text), left: words(text) - words(shown) });
      }),
      { numRuns: 400 },
    );
  });

  it('keeps brackets in pairs', () => {
    const bracketed = fc.array(fc.oneof(fc.constantFrom('(a', 'b)', '[c', 'd]', '(e)'), fc.constantFrom('the', 'of', 'house')), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(bracketed, (words) => {
        const text = words.join(' ');
        const units = unitsOf(text);
        const shown = spellWords(
          units,
          chooseWords(units, new Float32Array(units.count), markMustKeep(units), { by: 'threshold', threshold: 0.5 }),
        ).spell(0, text.length);
        expect(shown.replace(/[^()[\]]/g, '')).toBe(text.replace(/[^()[\]]/g, ''));
      }),
    );
  });
});
