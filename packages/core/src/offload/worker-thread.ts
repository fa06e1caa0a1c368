import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';
import { workerThreads, type WorkerHandle } from './worker-threads.ts';

/** A request that waits for its answer. */
export interface Waiting {
  readonly message: WorkerRequest;
  readonly settle: (response: WorkerResponse) => void;
  readonly fail: (error: Error) => void;
}

/** A running worker thread and what it has not answered yet. It holds the process open only while something waits. */
export class WorkerThread {
  readonly #worker: WorkerHandle;
  readonly #waiting = new Map<number, Waiting>();
  readonly #onEnd: () => void;

  private constructor(worker: WorkerHandle, onEnd: () => void) {
    this.#worker = worker;
    this.#onEnd = onEnd;
    worker.on('message', (message) => this.#settle(message as WorkerResponse));
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`The worker thread ended with code ${code}.`)));
    worker.unref();
  }

  /** Undefined where the runtime has no worker threads or refuses to start one. */
  static start(onEnd: () => void): WorkerThread | undefined {
    const threads = workerThreads();
    if (threads === undefined) return undefined;
    // The sources run under Node too: type stripping keeps their file names.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    try {
      return new WorkerThread(
        new threads.Worker(new URL(`./worker-entry.${extension}`, import.meta.url), { name: 'headroom', execArgv: [] }),
        onEnd,
      );
    } catch {
      return undefined;
    }
  }

  submit(waiting: Waiting): void {
    this.#waiting.set(waiting.message.id, waiting);
    this.#worker.ref();
    this.#worker.postMessage(waiting.message);
  }

  /** Ends the thread at once and gives back what still waits. */
  stop(): readonly Waiting[] {
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#onEnd();
    void this.#worker.terminate();
    return left;
  }

  #settle(response: WorkerResponse): void {
    const waiting = this.#waiting.get(response.id);
    this.#waiting.delete(response.id);
    if (this.#waiting.size === 0) this.#worker.unref();
    waiting?.settle(response);
  }

  #end(cause: Error): void {
    for (const { fail } of this.stop()) fail(cause);
  }
}
