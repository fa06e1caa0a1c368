import { turnOffTelemetry } from './turn-off-telemetry.ts';

/** Tensors that cross to the runtime and back. */
export interface OnnxTensor {
  readonly data: ArrayLike<number | bigint>;
  readonly dims: readonly number[];
}

/** A loaded model. */
export interface OnnxSession {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(feeds: Readonly<Record<string, OnnxTensor>>): Promise<Readonly<Record<string, OnnxTensor>>>;
  release(): Promise<void>;
}

/** The part of `onnxruntime-node` that is used; written out so that our types need no package that may be absent. */
export interface OnnxRuntime {
  readonly InferenceSession: { create(path: string, options?: Readonly<Record<string, unknown>>): Promise<OnnxSession> };
  readonly Tensor: new (type: string, data: Float32Array | Int32Array | BigInt64Array, dims: readonly number[]) => OnnxTensor;
}

/** Gives the ONNX runtime, or undefined where there is none. */
export type LoadOnnxRuntime = () => Promise<OnnxRuntime | undefined>;

/** Loads the ONNX runtime; undefined where it is not installed or cannot be used on this machine. */
export async function loadOnnxRuntime(): Promise<OnnxRuntime | undefined> {
  turnOffTelemetry();
  try {
    const loaded = (await import('onnxruntime-node')) as unknown as OnnxRuntime & { readonly default?: OnnxRuntime };
    return loaded.default ?? loaded;
  } catch {
    return undefined;
  }
}
