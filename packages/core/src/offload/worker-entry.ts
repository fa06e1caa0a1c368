import { render } from '../router/render.ts';
import { builtInCompressors } from '../router/built-in-compressors.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import type { WorkerRequest, WorkerResponse } from './worker-messages.ts';
import { workerThreads } from './worker-threads.ts';

// The worker's whole life: one request in, one answer out. It holds no state but the token tables and the compressors.
const port = workerThreads()?.parentPort;

port?.on('message', (message) => {
  const { id, encoding, request } = message as WorkerRequest;
  void answer(id, async () => render(request, { compressors: builtInCompressors(), counter: await loadTokenCounter(encoding) }));
});

async function answer(id: number, work: () => ReturnType<typeof render>): Promise<void> {
  let response: WorkerResponse;
  try {
    response = { id, rendering: await work() };
  } catch (error) {
    response = { id, failure: error instanceof Error ? error.message : String(error) };
  }
  port?.postMessage(response);
}
