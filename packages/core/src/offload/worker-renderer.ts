import { HeadroomError } from '../errors/headroom-error.ts';
import type { Encoding } from '../tokens/encoding.ts';
import type { Rendering } from '../types/rendering.ts';
import type { Renderer } from './renderer.ts';
import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';
import { workerThreads, type WorkerHandle } from './worker-threads.ts';

interface Pending {
  readonly message: WorkerRequest;
  readonly resolve: (rendering: Rendering) => void;
  readonly reject: (error: unknown) => void;
}

/** One worker thread and the requests that it has not answered yet. */
interface Thread {
  readonly worker: WorkerHandle;
  readonly pending: Map<number, Pending>;
}

/**
 * Renders on a worker thread, started on first use and not holding the process open while idle.
 *
 * Undefined where the runtime has no worker threads. An aborted request ends the thread, since synchronous work cannot be stopped otherwise; what
 * else was pending there is asked again of a fresh thread.
 */
export function createWorkerRenderer(encoding: Encoding): Renderer | undefined {
  const threads = workerThreads();
  if (threads === undefined) return undefined;
  let thread: Thread | undefined;
  let nextId = 0;

  function start(): Thread {
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new threads!.Worker(new URL(`./worker-entry.${extension}`, import.meta.url), { name: 'headroom', execArgv: [] });
    const started: Thread = { worker, pending: new Map() };
    worker.on('message', (message) => settle(started, message as WorkerResponse));
    worker.on('error', (error) => abandon(started, error));
    worker.on('exit', () => abandon(started, new Error('the worker thread ended')));
    worker.unref();
    return started;
  }

  function settle({ worker, pending }: Thread, response: WorkerResponse): void {
    const waiting = pending.get(response.id);
    pending.delete(response.id);
    if (pending.size === 0) worker.unref();
    if ('rendering' in response) waiting?.resolve(response.rendering);
    else waiting?.reject(new HeadroomError({ code: 'compression-failed', message: `The worker could not render a text: ${response.failure}` }));
  }

  function abandon(ended: Thread, cause: unknown): void {
    if (thread === ended) thread = undefined;
    for (const { reject } of ended.pending.values()) reject(cause);
    ended.pending.clear();
    void ended.worker.terminate();
  }

  function restartWithout(id: number, ended: Thread): void {
    if (thread === ended) thread = undefined;
    ended.pending.delete(id);
    const others = [...ended.pending.entries()];
    ended.pending.clear();
    void ended.worker.terminate();
    for (const [otherId, waiting] of others) submit(otherId, waiting);
  }

  function submit(id: number, waiting: Pending): Thread {
    const current = (thread ??= start());
    current.pending.set(id, waiting);
    current.worker.ref();
    current.worker.postMessage(waiting.message);
    return current;
  }

  return {
    render(request, signal) {
      return new Promise<Rendering>((resolve, reject) => {
        if (signal.aborted) return reject(signal.reason);
        const id = nextId++;
        let current: Thread;
        const onAbort = () => {
          reject(signal.reason);
          restartWithout(id, current);
        };
        const done =
          <T>(settled: (value: T) => void) =>
          (value: T) => {
            signal.removeEventListener('abort', onAbort);
            settled(value);
          };
        signal.addEventListener('abort', onAbort, { once: true });
        current = submit(id, { message: { id, encoding, request }, resolve: done(resolve), reject: done(reject) });
      });
    },
    async close() {
      const ended = thread;
      thread = undefined;
      await ended?.worker.terminate();
    },
  };
}
