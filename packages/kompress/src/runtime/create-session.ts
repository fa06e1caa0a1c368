import type { OnnxRuntime, OnnxSession } from './load-onnx-runtime.ts';

/**
 * Opens a model. The arena and the memory pattern are off: they hold the largest input's memory for ever. Threads do not spin: an idle engine costs nothing.
 *
 * @param threads threads of one run; one is the steadiest, and leaves the other cores to the application
 */
export function createSession(runtime: OnnxRuntime, path: string, threads: number): Promise<OnnxSession> {
  return runtime.InferenceSession.create(path, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    enableCpuMemArena: false,
    enableMemPattern: false,
    logSeverityLevel: 3,
    extra: { session: { intra_op: { allow_spinning: '0' } } },
  });
}
