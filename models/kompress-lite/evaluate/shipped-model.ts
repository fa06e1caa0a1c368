import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWindowModel, readWindowWeights } from '../../../packages/kompress/src/fallback/window-model.ts';
import { featureCount } from '../../../packages/kompress/src/features/feature-layout.ts';
import { turnOffTelemetry } from '../../../packages/kompress/src/runtime/turn-off-telemetry.ts';

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

/** The ONNX runtime that packages/kompress is developed with; undefined where it is not installed. */
export function findRuntime(): Runtime | undefined {
  turnOffTelemetry();
  try {
    return createRequire(new URL('../../../packages/kompress/package.json', import.meta.url))('onnxruntime-node') as Runtime;
  } catch {
    return undefined;
  }
}

/** Words in a window, those on each side that another window says, and windows that run at once: one alone takes nearly as long as several. */
const longest = 512;
const margin = 32;
const atOnce = 16;

/** Opens a model on one thread of the ONNX runtime that packages/kompress is developed with. */
export async function openOnnxModel(path = join(weightsFolder, 'kompress-lite.onnx')): Promise<KeepModel> {
  const runtime = findRuntime();
  if (runtime === undefined) throw new Error('onnxruntime-node is missing: install the workspace.');
  const { InferenceSession, Tensor } = runtime;
  const options = { intraOpNumThreads: 1, interOpNumThreads: 1, enableCpuMemArena: false, enableMemPattern: false };
  const session = await InferenceSession.create(path, options);
  return async (features) => {
    const count = features.length / featureCount;
    const keep = new Float32Array(count);
    const starts = windowStarts(count);
    for (let first = 0; first < starts.length; first += atOnce) {
      const batch = starts.slice(first, first + atOnce);
      const length = Math.min(longest, count);
      // What a window lacks to the full length stays 0, which is padding.
      const joined = new Int32Array(batch.length * length * featureCount);
      batch.forEach((from, row) =>
        joined.set(features.subarray(from * featureCount, (from + length) * featureCount), row * length * featureCount),
      );
      const { keep: said } = await session.run({ feats: new Tensor('int32', joined, [batch.length, length, featureCount]) });
      batch.forEach((from, row) => {
        const skipped = from === 0 ? 0 : margin;
        const end = Math.min(length, count - from);
        keep.set(said.data.subarray(row * length + skipped, row * length + end), from + skipped);
      });
    }
    return keep;
  };
}

/** Windows overlap by two margins, so that words at a border are said by the window in which they stand deeper. */
function windowStarts(count: number): readonly number[] {
  const starts = [0];
  while (starts.at(-1)! + longest < count) starts.push(starts.at(-1)! + longest - 2 * margin);
  return starts;
}

/** The plain model that needs no runtime, with the weights that ship. */
export function openFallbackModel(): KeepModel {
  const model = createWindowModel(readWindowWeights(readFileSync(join(weightsFolder, 'fallback.bin'))));
  return (features) => Promise.resolve(model(features));
}
