import type { Encoding } from '../tokens/encoding.ts';
import type { Job, JobResult } from './worker-messages.ts';
import { WorkerThread, type Waiting } from './worker-thread.ts';

/** The thread went away before it answered; the same work can be done elsewhere. */
export class WorkerLost extends Error {
  constructor(cause: Error) {
    super(cause.message, { cause });
    this.name = 'WorkerLost';
  }
}

// One thread for all engines of the process: token tables and compiled code take about 75 MB in each, and an application may make an engine for every request.
let thread: WorkerThread | undefined;
let availability: 'unknown' | 'proved' | 'none' = 'unknown';
let users = 0;
let nextId = 0;

/** Says that an engine may ask; the answer says that it will not any more. With the last of them the thread ends. */
export function retainWorker(): () => void {
  users += 1;
  let released = false;
  return () => {
    if (released) return;
    released = true;
    users -= 1;
    if (users > 0) return;
    for (const { fail } of thread?.stop() ?? []) fail(new Error('The engine was closed.'));
  };
}

/**
 * Has a piece of work done on the worker thread, which starts on first use.
 *
 * Rejects with `WorkerLost` where no thread can be had or it ends unasked, and with the signal's reason when it is aborted: that ends the thread, since synchronous work
 * cannot be stopped otherwise, and what else was waiting there is asked again of a fresh one.
 */
export function askWorker(encoding: Encoding, job: Job, signal?: AbortSignal): Promise<JobResult> {
  return new Promise<JobResult>((resolve, reject) => {
    if (availability === 'none') return reject(new WorkerLost(new Error('No worker thread can be had.')));
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
        else reject(response.cause === 'unable' ? new WorkerLost(new Error(response.failure)) : new Error(response.failure));
      },
      fail(error) {
        finish();
        // A bundler may have left the worker's file behind: then no thread will ever answer, and nobody need wait for a second one.
        if (availability === 'unknown' && users > 0) availability = 'none';
        reject(new WorkerLost(error));
      },
    });
  });
}

function submit(waiting: Waiting): void {
  thread ??= WorkerThread.start(() => (thread = undefined));
  if (thread === undefined) waiting.fail(new Error('No worker thread can be had.'));
  else thread.submit(waiting);
}
