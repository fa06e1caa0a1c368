import { stopRequest, type WorkerRequest, type WorkerResponse } from './worker-messages.ts';
import { workerThreads, type WorkerHandle } from './worker-threads.ts';

/** How long a thread may take to end by itself; a batch of a model takes far less. */
const graceMs = 2000;

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
  #stopped = false;

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

  /**
   * Ends the thread and gives back what still waits.
   *
   * The thread is asked first: a native library whose thread is taken away in the middle of its work aborts the whole process. One that is busy and cannot hear is
   * terminated after a while.
   */
  stop(): readonly Waiting[] {
    if (this.#stopped) return [];
    this.#stopped = true;
    const left = [...this.#waiting.values()];
    this.#waiting.clear();
    this.#onEnd();
    this.#worker.postMessage(stopRequest);
    this.#worker.unref();
    // Node's timers hold the process open unless they are told not to; elsewhere a timer is a number.
    const grace: unknown = setTimeout(() => void this.#worker.terminate(), graceMs);
    (grace as { unref?: () => void }).unref?.();
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
