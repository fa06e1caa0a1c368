import type { KompressModel } from './kompress-options.ts';
import { loadOnnxRuntime, type LoadOnnxRuntime, type OnnxRuntime } from './runtime/load-onnx-runtime.ts';
import { missingDependency } from './scoring/model-errors.ts';
import type { WordScorer } from './scoring/word-scorer.ts';

/** What decides which model runs where. */
export interface ScorerChoice {
  readonly runtime: 'auto' | 'onnx' | 'fallback';
  readonly model: KompressModel;
}

/**
 * Opens a model on this thread. Only the modules of the model that is chosen are imported: a thread that starts for it waits for each of them.
 *
 * The choice is made once, here: `auto` takes the fallback where the runtime is not installed or does not load, and never changes its mind for a later text (I4).
 *
 * @throws HeadroomError `missing-dependency` without the runtime where it is needed, `missing-model` without a model's files.
 */
export async function openScorer({ runtime, model }: ScorerChoice, load: LoadOnnxRuntime = loadOnnxRuntime): Promise<WordScorer> {
  if (model === 'lite') return openLite(runtime, load);
  const [{ locateModel }, { openPublishedModel }] = await Promise.all([
    import('./published/locate-model.ts'),
    import('./published/open-published-model.ts'),
  ]);
  // Looked for first: without its files the runtime need not be loaded to say what is missing.
  const located = await locateModel(model);
  return openPublishedModel(await needRuntime(load), located);
}

async function openLite(runtime: ScorerChoice['runtime'], load: LoadOnnxRuntime): Promise<WordScorer> {
  if (runtime === 'fallback') return openFallback();
  if (runtime === 'onnx') return openOnnx(await needRuntime(load));
  const loaded = await load();
  if (loaded === undefined) return openFallback();
  try {
    return await openOnnx(loaded);
  } catch {
    return openFallback();
  }
}

async function openOnnx(runtime: OnnxRuntime): Promise<WordScorer> {
  const { openLiteModel } = await import('./lite/open-lite-model.ts');
  return openLiteModel(runtime);
}

async function openFallback(): Promise<WordScorer> {
  const { openFallbackModel } = await import('./lite/open-fallback-model.ts');
  return openFallbackModel();
}

async function needRuntime(load: LoadOnnxRuntime): Promise<OnnxRuntime> {
  const loaded = await load();
  if (loaded !== undefined) return loaded;
  throw await missingDependency(
    'This model needs the package onnxruntime-node, which is not installed or cannot be loaded here: run "npm install onnxruntime-node", or leave runtime at auto with the model lite.',
  );
}
