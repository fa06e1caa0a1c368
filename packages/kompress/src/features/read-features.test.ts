import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { featureCount, featureOffsets, featureTableSize } from './feature-layout.ts';
import { createFeatureReader } from './read-features.ts';
import { readVocabulary, spellVocabulary } from './vocabulary.ts';
import { splitWords } from './split-words.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const vocabulary = readVocabulary(spellVocabulary(['the', '.', 'of', 'a', 'file', '00']));
const readFeatures = createFeatureReader(vocabulary);

function featuresOf(text: string): number[][] {
  const ids = readFeatures(text, splitWords(text));
  return Array.from({ length: ids.length / featureCount }, (_, word) =>
    featureOffsets.map((offset, feature) => ids[word * featureCount + feature]! - offset),
  );
}

describe('features of words', () => {
  it('begin with the rank in the vocabulary, whatever the case and the digits', () => {
    expect(featuresOf('The file of 42').map(([rank]) => rank)).toEqual([0, 4, 2, 5]);
  });

  it('tell how far back a word stood last', () => {
    expect(featuresOf('file a file b c d e f g h file').map((features) => features[5])).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5]);
  });

  it('forget repeats that lie far back, so that long texts look like short ones', () => {
    const far = `file ${Array.from({ length: 300 }, (_, index) => `w${letters[index % 26]}${letters[Math.floor(index / 26)]}`).join(' ')} file`;
    expect(featuresOf(far).at(-1)![5]).toBe(0);
  });

  it('count places from the beginning and to the end of a sentence, anew in each paragraph', () => {
    const features = featuresOf('The file. A file\n\nof (a) file');
    expect(features.map((row) => row[6]! % 8)).toEqual([0, 1, 2, 0, 1, 0, 1, 2, 3, 4]);
    expect(features.map((row) => row[7]! % 8)).toEqual([2, 1, 0, 1, 0, 4, 3, 2, 1, 0]);
    expect(features.map((row) => row[7]! >= 8)).toEqual([false, false, false, false, false, false, true, true, false, false]);
  });

  it('lie within the table, each in its own range, and do not depend on texts read before', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const words = splitWords(text);
        const ids = readFeatures(text, words);
        expect(ids.length).toBe(words.count * featureCount);
        expect(createFeatureReader(vocabulary)(text, words)).toEqual(ids);
        const outside = ids.filter((id, at) => {
          const feature = at % featureCount;
          return id < featureOffsets[feature]! || id >= (featureOffsets[feature + 1] ?? featureTableSize);
        });
        expect(outside.length).toBe(0);
      }),
    );
  });
});
