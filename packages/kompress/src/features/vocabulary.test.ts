import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readVocabulary, spellVocabulary } from './vocabulary.ts';

/** Words hold no white space; signs are words too, and some sort before the space behind a word. */
const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '!', '\u0001', '-', '0', '\ud83d', '\ude00'), minLength: 1, maxLength: 4 });

describe('a vocabulary', () => {
  it('gives the rank of each of its words, and none of another', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (words, other) => {
        const rankOf = readVocabulary(spellVocabulary(words));
        expect(words.map((each) => rankOf(each))).toEqual(words.map((_, rank) => rank));
        expect(rankOf(other)).toBe(words.includes(other) ? words.indexOf(other) : undefined);
      }),
    );
  });

  it('knows nothing, and comes to an end, where the file is empty, cut off or another one', () => {
    for (const file of ['', 'the', 'the 0', 'the\nof\na\n', '\n\n\n']) expect(readVocabulary(file)('b')).toBeUndefined();
  });
});
