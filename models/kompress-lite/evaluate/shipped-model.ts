import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWindowModel, readWindowWeights } from '../../../packages/kompress/src/fallback/window-model.ts';
import { featureCount } from '../../../packages/kompress/src/features/feature-layout.ts';

const here = fileURLToPath(new URL('..', import.meta.url));

/** Where the weights that ship lie. */
export const weightsFolder = join(here, 'weights');

/** The words that the features know. */
export function readVocabulary(folder = weightsFolder): readonly string[] {
  return readFileSync(join(folder, 'vocabulary.txt'), 'utf8').split('\n').slice(0, -1);
}

/** A model by its features: the probability for each word that a reader needs it. */
export type KeepModel = (features: Int32Array) => Promise<Float32Array>;

interface Runtime {
  readonly InferenceSession: { create(path: string, options: object): Promise<Session> };
  readonly Tensor: new (type: 'int32', data: Int32Array, dims: readonly number[]) => object;
}

interface Session {
  run(feeds: { readonly feats: object }): Promise<{ readonly keep: { readonly data: Float32Array } }>;
}

/** Words that stand in one run, with those on each side whose scores another run gives. */
const longest = 512;
const margin = 32;

/** Opens a model on one thread of the ONNX runtime that packages/kompress is developed with. */
export async function openOnnxModel(path = join(weightsFolder, 'kompress-lite.onnx')): Promise<KeepModel> {
  const load = createRequire(new URL('../../../packages/kompress/package.json', import.meta.url));
  const { InferenceSession, Tensor } = load('onnxruntime-node') as Runtime;
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false, enableMemPattern: false };
  const session = await InferenceSession.create(path, options);
  return async (features) => {
    const count = features.length / featureCount;
    const keep = new Float32Array(count);
    for (let from = 0; from < count; from += longest - 2 * margin) {
      const to = Math.min(count, from + longest);
      const feats = new Tensor('int32', features.slice(from * featureCount, to * featureCount), [1, to - from, featureCount]);
      const scored = from === 0 ? 0 : from + margin;
      keep.set((await session.run({ feats })).keep.data.subarray(scored - from), scored);
      if (to === count) break;
    }
    return keep;
  };
}

/** The plain model that needs no runtime, with the weights that ship. */
export function openFallbackModel(): KeepModel {
  const model = createWindowModel(readWindowWeights(readFileSync(join(weightsFolder, 'fallback.bin'))));
  return (features) => Promise.resolve(model(features));
}
