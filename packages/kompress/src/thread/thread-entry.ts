import { parentPort, workerData } from 'node:worker_threads';
import { openScorer, type ScorerChoice } from '../open-scorer.ts';
import type { WordScorer } from '../scoring/word-scorer.ts';
import type { HeadroomErrorCode } from '@headroom/core';
import type { ThreadAnswer, ThreadMessage } from './thread-messages.ts';

// The thread's whole life: it opens one model, and scores one text after the other.
const running = new Map<number, AbortController>();
let scorer: Promise<WordScorer> | undefined;
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (message: ThreadMessage) => {
  if (message.type === 'cancel') {
    running.get(message.id)?.abort();
    return;
  }
  const abort = new AbortController();
  running.set(message.id, abort);
  last = last.then(() => answer(message, abort.signal)).finally(() => running.delete(message.id));
});

// Begun with the thread, not with its first message, which is told if this failed.
void open().catch(() => undefined);

function open(): Promise<WordScorer> {
  scorer ??= openScorer(workerData as ScorerChoice).catch((error: unknown) => {
    // A failure is not remembered: the next text may find what was missing.
    scorer = undefined;
    throw error;
  });
  return scorer;
}

async function answer(message: Exclude<ThreadMessage, { type: 'cancel' }>, signal: AbortSignal): Promise<void> {
  try {
    const opened = await open();
    if (message.type === 'open') return post({ id: message.id, method: opened.method });
    const scores = await opened.score(message.request, signal);
    post({ id: message.id, scores }, [scores.buffer as ArrayBuffer]);
  } catch (error) {
    post({
      id: message.id,
      failure: error instanceof Error ? error.message : String(error),
      code: (error as { readonly code?: HeadroomErrorCode }).code,
    });
  }
}

function post(message: ThreadAnswer, transfer: readonly ArrayBuffer[] = []): void {
  parentPort?.postMessage(message, transfer);
}
