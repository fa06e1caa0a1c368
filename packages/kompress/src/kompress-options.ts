import { HeadroomError, oneOf } from '@headroom/core';

/** Where a model lies: the small one in this package, the published one in the cache of the Hugging Face hub, or a folder of the same layout. */
export type KompressModel = 'lite' | 'kompress-v2-base' | { readonly directory: string };

/** Options of `kompressCompressor`; every field is optional. */
export interface KompressOptions {
  /** Words whose probability of being needed lies below this may go. Not used with `targetRatio`. @default 0.5 */
  readonly threshold?: number;
  /** The share that stays of the words that may go, ranked over the whole text; words under a rule stay besides. @default by threshold */
  readonly targetRatio?: number;
  /**
   * `by-question`: whole sentences are chosen first, by the question where there is one, for the budget of the text; then words within them. `all`: every sentence stays,
   * and only words within them go.
   *
   * @default 'by-question'
   */
  readonly sentences?: 'by-question' | 'all';
  /** `onnx` needs the package `onnxruntime-node`, `fallback` is plain TypeScript, `auto` takes the first where it is installed. @default 'auto' */
  readonly runtime?: 'auto' | 'onnx' | 'fallback';
  /** @default 'lite' */
  readonly model?: KompressModel;
}

/** Options with all defaults filled in. */
export interface ResolvedKompressOptions {
  readonly choice: { readonly by: 'threshold'; readonly threshold: number } | { readonly by: 'ratio'; readonly ratio: number };
  readonly sentences: 'by-question' | 'all';
  readonly runtime: 'auto' | 'onnx' | 'fallback';
  readonly model: KompressModel;
}

/**
 * Fills in the defaults and checks what the caller gave.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveKompressOptions(options: KompressOptions = {}): ResolvedKompressOptions {
  const { targetRatio, model = 'lite' } = options;
  const runtime = oneOf('runtime', options.runtime ?? 'auto', ['auto', 'onnx', 'fallback']);
  const resolved = typeof model === 'object' ? model : oneOf('model', model, ['lite', 'kompress-v2-base']);
  if (resolved !== 'lite' && runtime === 'fallback')
    throw invalid('The published model runs on onnxruntime-node alone: leave runtime at auto or onnx, or take the model lite.');
  if (typeof resolved === 'object' && (typeof resolved.directory !== 'string' || resolved.directory === ''))
    throw invalid('Option model.directory must be the path of a folder.');
  return {
    choice:
      targetRatio === undefined
        ? { by: 'threshold', threshold: share('threshold', options.threshold ?? 0.5) }
        : { by: 'ratio', ratio: share('targetRatio', targetRatio) },
    sentences: oneOf('sentences', options.sentences ?? 'by-question', ['by-question', 'all']),
    runtime,
    model: resolved,
  };
}

function share(name: string, value: number): number {
  if (!(value >= 0 && value <= 1)) throw invalid(`Option ${name} must be a number from 0 to 1; it is ${String(value)}.`);
  return value;
}

function invalid(message: string): HeadroomError {
  return new HeadroomError({ code: 'invalid-option', message });
}
