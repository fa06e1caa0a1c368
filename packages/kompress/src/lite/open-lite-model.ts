import { HeadroomError } from '@headroom/core';
import { createWindowModel, readWindowWeights } from '../fallback/window-model.ts';
import { featureCount } from '../features/feature-layout.ts';
import { createFeatureReader, type FeatureReader } from '../features/read-features.ts';
import { splitWords } from '../features/split-words.ts';
import { createSession } from '../runtime/create-session.ts';
import type { OnnxRuntime } from '../runtime/load-onnx-runtime.ts';
import { breathe } from '../scoring/breathe.ts';
import { overlappingWindows } from '../scoring/windows.ts';
import type { ScoreRequest, WordScorer } from '../scoring/word-scorer.ts';
import { joinSentences } from './model-text.ts';
import { readShippedFile, shippedFilePath } from './shipped-files.ts';
import { wordScores } from './word-scores.ts';

/** Words that the model sees at once, and how many of them stand at least before and behind a scored one where the text goes on. */
const longestInput = 512;
const margin = 32;

/** Opens the model of this package on the ONNX runtime. */
export async function openLiteModel(runtime: OnnxRuntime): Promise<WordScorer> {
  const [session, readFeatures] = await Promise.all([createSession(runtime, shippedFilePath('kompress-lite.onnx'), 1), openFeatures()]);
  return scorerOf('kompress-lite on onnxruntime-node', readFeatures, async (features, signal) => {
    const keep = new Float32Array(features.length / featureCount);
    for (const { from, to, scoredFrom, scoredTo } of overlappingWindows(keep.length, longestInput, margin)) {
      await breathe(signal);
      const feats = new runtime.Tensor('int32', features.subarray(from * featureCount, to * featureCount), [1, to - from, featureCount]);
      const { keep: output } = await session.run({ feats });
      if (output === undefined)
        throw new HeadroomError({
          code: 'missing-model',
          message: 'The shipped model gives no output keep: reinstall @headroom/kompress.',
        });
      keep.set((output.data as Float32Array).subarray(scoredFrom - from, scoredTo - from), scoredFrom);
    }
    return keep;
  });
}

/** Opens the plain model that needs no runtime. */
export async function openFallbackModel(): Promise<WordScorer> {
  const [weights, readFeatures] = await Promise.all([readShippedFile('fallback.bin'), openFeatures()]);
  const model = createWindowModel(readWindowWeights(weights));
  return scorerOf('kompress-lite without onnxruntime-node', readFeatures, async (features, signal) => {
    await breathe(signal);
    return model(features);
  });
}

function scorerOf(
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

async function openFeatures(): Promise<FeatureReader> {
  const vocabulary = new TextDecoder().decode(await readShippedFile('vocabulary.txt'));
  return createFeatureReader(vocabulary.split('\n').filter((word) => word !== ''));
}
