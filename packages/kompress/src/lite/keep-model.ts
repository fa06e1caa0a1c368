import { featureCount } from '../features/feature-layout.ts';
import type { OnnxRuntime, OnnxSession } from '../runtime/load-onnx-runtime.ts';
import { breathe } from '../scoring/breathe.ts';
import { missingModel } from '../scoring/model-errors.ts';
import { overlappingWindows, type Window } from '../scoring/windows.ts';
import { createEmbedder } from './embed-words.ts';
import type { WordTable } from './word-table.ts';

/** How a text is cut for the network. */
export interface WindowPlan {
  /** Words that the network sees at once. */
  readonly longest: number;
  /** How many of them stand at least before and behind a scored one where the text goes on. */
  readonly margin: number;
  /** Windows that run at once: a recurrent network does several of one length in hardly more time than one. */
  readonly atOnce: number;
}

/** The network and what it runs on. */
export interface OpenNetwork {
  readonly runtime: OnnxRuntime;
  readonly session: OnnxSession;
  readonly table: WordTable;
}

/** Gives from the features of all words the probability for each that a reader needs it. */
export type KeepModel = (features: Int32Array, signal?: AbortSignal) => Promise<Float32Array>;

/** Makes the model of a network. */
export function createKeepModel({ runtime, session, table }: OpenNetwork, { longest, margin, atOnce }: WindowPlan): KeepModel {
  const embed = createEmbedder(table);
  return async (features, signal) => {
    const keep = new Float32Array(features.length / featureCount);
    const windows = [...overlappingWindows(keep.length, longest, margin)];
    while (windows.length > 0) {
      await breathe(signal);
      const batch = takeBatch(windows, atOnce);
      const length = batch[0]!.to - batch[0]!.from;
      const sums = new runtime.Tensor('float32', embed(features, batch), [length, batch.length, table.width]);
      const { keep: output } = await session.run({ sums });
      if (output === undefined) throw await missingModel('The shipped model gives no output keep: reinstall @headroom/kompress.');
      batch.forEach(({ from, scoredFrom, scoredTo }, index) => {
        const first = index * length - from;
        keep.set((output.data as Float32Array).subarray(first + scoredFrom, first + scoredTo), scoredFrom);
      });
    }
    return keep;
  };
}

/** The next windows of one length: only the last of a text is shorter. */
function takeBatch(windows: Window[], atOnce: number): readonly Window[] {
  const length = windows[0]!.to - windows[0]!.from;
  let count = 1;
  while (count < atOnce && count < windows.length && windows[count]!.to - windows[count]!.from === length) count += 1;
  return windows.splice(0, count);
}
