import { featureCount, featureOffsets } from '../../../packages/kompress/src/features/feature-layout.ts';

/** Function words that documentation can mostly do without. */
const functionWords = new Set(
  (
    'a an the is are was were be been being am of to that which who this these those it its there so very just also as for in on at by with from and ' +
    'has have had do'
  ).split(' '),
);

/** How many function words the list holds. */
export const functionWordCount = functionWords.size;

/** 0 for a function word, 1 for every other. */
export function byFunctionWords(words: readonly string[]): Float64Array {
  return Float64Array.from(words, (word) => (functionWords.has(word.toLowerCase()) ? 0 : 1));
}

/** The rank of each word in the vocabulary: the rarer, the more it is kept. Signs count as the rarest. */
export function byFrequency(features: Int32Array): Float64Array {
  return Float64Array.from({ length: features.length / featureCount }, (_, word) =>
    isSign(features, word) ? 1e9 : features[word * featureCount]!,
  );
}

/** Signs are no words: figures over words leave them out. */
export function isSign(features: Int32Array, word: number): boolean {
  return features[word * featureCount + 3]! >= featureOffsets[3]! + 7 * 6;
}
