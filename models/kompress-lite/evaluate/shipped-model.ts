import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWindowModel, readWindowWeights } from '../../../packages/kompress/src/fallback/window-model.ts';
import { readVocabulary, type WordRanks } from '../../../packages/kompress/src/features/vocabulary.ts';
import { createKeepModel, type KeepModel } from '../../../packages/kompress/src/lite/keep-model.ts';
import { readWordTable } from '../../../packages/kompress/src/lite/word-table.ts';
import { createSession } from '../../../packages/kompress/src/runtime/create-session.ts';
import type { OnnxRuntime } from '../../../packages/kompress/src/runtime/load-onnx-runtime.ts';
import { turnOffTelemetry } from '../../../packages/kompress/src/runtime/turn-off-telemetry.ts';

const here = fileURLToPath(new URL('..', import.meta.url));

/** Where the weights that ship lie. */
export const weightsFolder = join(here, 'weights');

/** The words that the features know. */
export function openVocabulary(folder = weightsFolder): WordRanks {
  return readVocabulary(readFileSync(join(folder, 'vocabulary.txt'), 'utf8'));
}

/** The ONNX runtime that packages/kompress is developed with; undefined where it is not installed. */
export function findRuntime(): OnnxRuntime | undefined {
  turnOffTelemetry();
  try {
    return createRequire(new URL('../../../packages/kompress/package.json', import.meta.url))('onnxruntime-node') as OnnxRuntime;
  } catch {
    return undefined;
  }
}

/** Opens a model on one thread of the ONNX runtime that packages/kompress is developed with; its table lies beside it. */
export async function openOnnxModel(path = join(weightsFolder, 'kompress-lite.onnx')): Promise<KeepModel> {
  const runtime = findRuntime();
  if (runtime === undefined) throw new Error('onnxruntime-node is missing: install the workspace.');
  const session = await createSession(runtime, path, 1);
  const table = readWordTable(readFileSync(path.replace(/\.onnx$/, '.table')));
  return createKeepModel({ runtime, session, table }, { longest: 512, margin: 32, atOnce: 16 });
}

/** The plain model that needs no runtime, with the weights that ship. */
export function openFallbackModel(): KeepModel {
  const model = createWindowModel(readWindowWeights(readFileSync(join(weightsFolder, 'fallback.bin'))));
  return (features) => Promise.resolve(model(features));
}
