import { featureCount } from '../features/feature-layout.ts';
import { createSession } from '../runtime/create-session.ts';
import type { OnnxRuntime, OnnxTensor } from '../runtime/load-onnx-runtime.ts';
import { breathe } from '../scoring/breathe.ts';
import { missingModel } from '../scoring/model-errors.ts';
import { overlappingWindows, type Window } from '../scoring/windows.ts';
import type { WordScorer } from '../scoring/word-scorer.ts';
import { featureScorer, openFeatures } from './feature-scorer.ts';
import { shippedFilePath } from './shipped-files.ts';

/** Words that the model sees at once, and how many of them stand at least before and behind a scored one where the text goes on. */
const longestInput = 512;
const margin = 16;

/** Windows that run at once: a recurrent network does several of one length in hardly more time than one. */
const windowsAtOnce = 12;

/** Opens the model of this package on the ONNX runtime. */
export async function openLiteModel(runtime: OnnxRuntime): Promise<WordScorer> {
  const [session, readFeatures] = await Promise.all([createSession(runtime, shippedFilePath('kompress-lite.onnx'), 1), openFeatures()]);
  return featureScorer('kompress-lite on onnxruntime-node', readFeatures, async (features, signal) => {
    const keep = new Float32Array(features.length / featureCount);
    const windows = [...overlappingWindows(keep.length, longestInput, margin)];
    while (windows.length > 0) {
      await breathe(signal);
      const batch = takeBatch(windows);
      const { keep: output } = await session.run({ feats: tensorOf(runtime, features, batch) });
      if (output === undefined) throw await missingModel('The shipped model gives no output keep: reinstall @headroom/kompress.');
      batch.forEach(({ from, to, scoredFrom, scoredTo }, index) => {
        const first = index * (to - from) - from;
        keep.set((output.data as Float32Array).subarray(first + scoredFrom, first + scoredTo), scoredFrom);
      });
    }
    return keep;
  });
}

/** The next windows of one length: only the last of a text is shorter. */
function takeBatch(windows: Window[]): readonly Window[] {
  const length = windows[0]!.to - windows[0]!.from;
  let count = 1;
  while (count < windowsAtOnce && count < windows.length && windows[count]!.to - windows[count]!.from === length) count += 1;
  return windows.splice(0, count);
}

function tensorOf(runtime: OnnxRuntime, features: Int32Array, batch: readonly Window[]): OnnxTensor {
  const length = batch[0]!.to - batch[0]!.from;
  const joined = new Int32Array(batch.length * length * featureCount);
  batch.forEach(({ from, to }, index) =>
    joined.set(features.subarray(from * featureCount, to * featureCount), index * length * featureCount),
  );
  return new runtime.Tensor('int32', joined, [batch.length, length, featureCount]);
}
