import { createFeatureReader } from '../../../packages/kompress/src/features/read-features.ts';
import type { WordRanks } from '../../../packages/kompress/src/features/vocabulary.ts';
import type { LabelledDocument } from '../arrays/read-labels.ts';
import type { WindowExample } from './train-window.ts';

/** Labelled documents as the window model learns from them. */
export function windowExamples(documents: readonly LabelledDocument[], vocabulary: WordRanks): readonly WindowExample[] {
  const readFeatures = createFeatureReader(vocabulary);
  return documents.map(({ text, words, kept, labelled }) => ({
    features: readFeatures(text, words),
    targets: Float32Array.from(kept, (value, word) => (labelled[word] === 1 ? value : -1)),
    weight: 1,
  }));
}
