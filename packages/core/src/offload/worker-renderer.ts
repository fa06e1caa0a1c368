import type { RetrieveAnswer } from '../retrieve/retrieve.ts';
import type { Encoding } from '../tokens/encoding.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Renderer } from './renderer.ts';
import type { Job, JobResult } from './worker-messages.ts';
import { WorkerThread, type Waiting } from './worker-thread.ts';

/**
 * Renders on a worker thread that starts on first use; where none can be had, or one ends unasked, `fallback` does the same work on this thread.
 *
 * An aborted request ends the thread, since synchronous work cannot be stopped otherwise; what else was waiting there is asked again of a fresh one.
 */
export function createWorkerRenderer(encoding: Encoding, fallback: Renderer): Renderer {
  let thread: WorkerThread | undefined;
  let availability: 'unknown' | 'proved' | 'none' = 'unknown';
  let nextId = 0;

  function submit(waiting: Waiting): void {
    thread ??= WorkerThread.start(() => (thread = undefined));
    if (thread === undefined) waiting.fail(new Error('No worker thread can be had.'));
    else thread.submit(waiting);
  }

  function ask(job: Job, signal: AbortSignal | undefined): Promise<JobResult> {
    return new Promise<JobResult>((resolve, reject) => {
      const id = nextId++;
      const onAbort = (): void => {
        for (const other of thread?.stop() ?? []) if (other.message.id !== id) submit(other);
        reject(signal?.reason as Error);
      };
      const finish = (): void => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      submit({
        message: { id, encoding, job },
        settle(response) {
          finish();
          availability = 'proved';
          if ('result' in response) resolve(response.result);
          else reject(new Error(response.failure));
        },
        fail(error) {
          finish();
          // A bundler may have left the worker's file behind: then no thread will ever answer, and nobody need wait for a second one.
          if (availability === 'unknown') availability = 'none';
          reject(new WorkerLost(error));
        },
      });
    });
  }

  async function askOrFallBack<T extends JobResult>(job: Job, signal: AbortSignal | undefined, here: () => Promise<T>): Promise<T> {
    signal?.throwIfAborted();
    if (availability === 'none') return here();
    try {
      return (await ask(job, signal)) as T;
    } catch (error) {
      if (error instanceof WorkerLost) return here();
      throw error;
    }
  }

  return {
    render: (request, signal) => askOrFallBack<Rendering>({ type: 'render', request }, signal, () => fallback.render(request, signal)),
    count: (text) => askOrFallBack<number>({ type: 'count', text }, undefined, () => fallback.count(text)),
    read: (original, request) =>
      askOrFallBack<RetrieveAnswer>({ type: 'read', original, request }, undefined, () => fallback.read(original, request)),
    async close() {
      for (const { fail } of thread?.stop() ?? []) fail(new Error('The engine was closed.'));
    },
  };
}

/** The thread went away before it answered; the same work can be done here. */
class WorkerLost extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'WorkerLost';
  }
}
