import { createFeatureReader, type FeatureReader } from '../features/read-features.ts';
import { readVocabulary } from '../features/vocabulary.ts';
import { splitWords } from '../features/split-words.ts';
import type { ScoreRequest, WordScorer } from '../scoring/word-scorer.ts';
import { joinSentences } from './model-text.ts';
import { readShippedFile } from './shipped-files.ts';
import { wordScores } from './word-scores.ts';

/** Makes the scorer of a model that sees words by their features. */
export function featureScorer(
  method: string,
  readFeatures: FeatureReader,
  keep: (features: Int32Array, signal: AbortSignal | undefined) => Promise<Float32Array>,
): WordScorer {
  return {
    method,
    async score(request: ScoreRequest, signal) {
      const joined = joinSentences(request);
      const words = splitWords(joined.text);
      return wordScores(joined, words, await keep(readFeatures(joined.text, words), signal));
    },
  };
}

/** Reads the vocabulary that the features are made by. */
export async function openFeatures(): Promise<FeatureReader> {
  return createFeatureReader(readVocabulary(new TextDecoder().decode(await readShippedFile('vocabulary.txt'))));
}
