import type { RetrieveAnswer } from '../retrieve/retrieve.ts';
import type { Encoding } from '../tokens/encoding.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Renderer } from './renderer.ts';
import { askWorker, retainWorker, WorkerLost } from './shared-worker.ts';
import type { Job, JobResult } from './worker-messages.ts';

/** Renders on the process's worker thread; where none can be had, or it ends unasked, `fallback` does the same work on this thread. */
export function createWorkerRenderer(encoding: Encoding, fallback: Renderer, modules: readonly string[] = []): Renderer {
  const release = retainWorker();

  async function ask<T extends JobResult>(job: Job, signal: AbortSignal | undefined, here: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    try {
      return (await askWorker(encoding, job, signal)) as T;
    } catch (error) {
      if (error instanceof WorkerLost) return here();
      throw error;
    }
  }

  return {
    render: (request, signal) => ask<Rendering>({ type: 'render', request, modules }, signal, () => fallback.render(request, signal)),
    count: (text) => ask<number>({ type: 'count', text }, undefined, () => fallback.count(text)),
    read: (original, request) =>
      ask<RetrieveAnswer>({ type: 'read', original, request }, undefined, () => fallback.read(original, request)),
    async close() {
      release();
    },
  };
}
