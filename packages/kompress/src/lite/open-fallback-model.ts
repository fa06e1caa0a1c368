import { createWindowModel, readWindowWeights } from '../fallback/window-model.ts';
import { breathe } from '../scoring/breathe.ts';
import type { WordScorer } from '../scoring/word-scorer.ts';
import { featureScorer, openFeatures } from './feature-scorer.ts';
import { readShippedFile } from './shipped-files.ts';

/** Opens the plain model that needs no runtime. */
export async function openFallbackModel(): Promise<WordScorer> {
  const [weights, readFeatures] = await Promise.all([readShippedFile('fallback.bin'), openFeatures()]);
  const model = createWindowModel(readWindowWeights(weights));
  return featureScorer('kompress-lite without onnxruntime-node', readFeatures, async (features, signal) => {
    await breathe(signal);
    return model(features);
  });
}
