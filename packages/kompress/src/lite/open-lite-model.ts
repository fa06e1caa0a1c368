import { createSession } from '../runtime/create-session.ts';
import type { OnnxRuntime } from '../runtime/load-onnx-runtime.ts';
import type { WordScorer } from '../scoring/word-scorer.ts';
import { featureScorer, openFeatures } from './feature-scorer.ts';
import { createKeepModel } from './keep-model.ts';
import { readShippedFile, shippedFilePath } from './shipped-files.ts';
import { readWordTable } from './word-table.ts';

/** Opens the model of this package on the ONNX runtime. */
export async function openLiteModel(runtime: OnnxRuntime): Promise<WordScorer> {
  const [session, table, readFeatures] = await Promise.all([
    createSession(runtime, shippedFilePath('kompress-lite.onnx'), 1),
    readShippedFile('kompress-lite.table').then(readWordTable),
    openFeatures(),
  ]);
  const keep = createKeepModel({ runtime, session, table }, { longest: 512, margin: 16, atOnce: 12 });
  return featureScorer('kompress-lite on onnxruntime-node', readFeatures, keep);
}
