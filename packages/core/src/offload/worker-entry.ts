import { readOriginal } from '../retrieve/retrieve.ts';
import { builtInCompressors } from '../router/built-in-compressors.ts';
import { render } from '../router/render.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import { stopRequest, type JobResult, type WorkerRequest, type WorkerResponse } from './worker-messages.ts';
import { loadCompressors, ModuleNotUsable } from './load-compressors.ts';
import { workerThreads } from './worker-threads.ts';

// The worker's whole life: one request in, one answer out. It holds no state but the token tables and the compressors.
const port = workerThreads()?.parentPort;
const ending = new AbortController();
let running = 0;

port?.on('message', (message) => {
  if (message === stopRequest) ending.abort(new Error('The thread was stopped.'));
  else {
    running += 1;
    void answer(message as WorkerRequest).finally(() => {
      running -= 1;
      endIfStopped();
    });
  }
  endIfStopped();
});

// Without its port the thread has nothing left to wait for, once what a library does on its own threads has come back.
function endIfStopped(): void {
  if (ending.signal.aborted && running === 0) port?.close();
}

async function answer(request: WorkerRequest): Promise<void> {
  await work(request).then(
    (result) => port?.postMessage({ id: request.id, result } satisfies WorkerResponse),
    (error: unknown) =>
      port?.postMessage({
        id: request.id,
        failure: error instanceof Error ? error.message : String(error),
        cause: error instanceof ModuleNotUsable ? 'unable' : 'failed',
      } satisfies WorkerResponse),
  );
}

async function work({ encoding, job }: WorkerRequest): Promise<JobResult> {
  const counter = await loadTokenCounter(encoding);
  switch (job.type) {
    case 'render':
      return render(job.request, {
        compressors: [...(await loadCompressors(job.modules)), ...builtInCompressors()],
        counter,
        signal: ending.signal,
      });
    case 'count':
      return counter.count(job.text);
    case 'read':
      return readOriginal(job.original, job.request, { count: (text) => counter.count(text) });
  }
}
