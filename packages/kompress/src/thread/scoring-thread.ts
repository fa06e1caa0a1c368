import { Worker } from 'node:worker_threads';
import { HeadroomError } from '@headroom/core';
import type { ScorerChoice } from '../open-scorer.ts';
import { turnOffTelemetry } from '../runtime/turn-off-telemetry.ts';
import type { ScoreRequest, WordScorer } from '../scoring/word-scorer.ts';
import type { ThreadAnswer, ThreadMessage } from './thread-messages.ts';

/** Texts that the thread holds at once: one that it scores and one that is ready. The others wait with their callers, so that its memory is bounded. */
const mostPosted = 2;

interface Job {
  readonly message: Exclude<ThreadMessage, { type: 'cancel' }>;
  readonly settle: (answer: ThreadAnswer) => void;
  readonly fail: (error: Error) => void;
}

/** One worker thread that runs a model, with a queue before it. */
class ScoringThread {
  readonly #choice: ScorerChoice;
  readonly #waiting: Job[] = [];
  readonly #posted = new Map<number, Job>();
  #worker: Worker | undefined;
  #nextId = 0;

  constructor(choice: ScorerChoice) {
    this.#choice = choice;
  }

  /** Rejects with the signal's reason as soon as it is aborted; the thread stops between two pieces of the text. */
  ask(
    what: { readonly type: 'open' } | { readonly type: 'score'; readonly request: ScoreRequest },
    signal?: AbortSignal,
  ): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted === true) return reject(signal.reason as Error);
      const id = this.#nextId++;
      const onAbort = (): void => {
        this.#drop(id);
        reject(signal?.reason as Error);
      };
      const done = (): void => signal?.removeEventListener('abort', onAbort);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.#waiting.push({
        message: { ...what, id },
        settle: (answer) => {
          done();
          resolve(answer);
        },
        fail: (error) => {
          done();
          reject(error);
        },
      });
      this.#advance();
    });
  }

  #advance(): void {
    while (this.#posted.size < mostPosted) {
      const job = this.#waiting.shift();
      if (job === undefined) break;
      this.#posted.set(job.message.id, job);
      this.#worker ??= this.#start();
      this.#worker.postMessage(job.message);
    }
    // An idle thread does not hold the process.
    if (this.#posted.size === 0) this.#worker?.unref();
    else this.#worker?.ref();
  }

  #start(): Worker {
    turnOffTelemetry();
    // The sources run under Node too: type stripping keeps their file names.
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
    const worker = new Worker(new URL(`./thread-entry.${extension}`, import.meta.url), {
      workerData: this.#choice,
      name: 'headroom-kompress',
      execArgv: [],
    });
    worker.on('message', (answer: ThreadAnswer) => this.#settle(answer));
    worker.on('error', (error: Error) => this.#end(error));
    worker.on('exit', (code) => this.#end(new Error(`it ended with code ${code}`)));
    return worker;
  }

  #settle(answer: ThreadAnswer): void {
    const job = this.#posted.get(answer.id);
    this.#posted.delete(answer.id);
    this.#advance();
    job?.settle(answer);
  }

  #drop(id: number): void {
    const waiting = this.#waiting.findIndex(({ message }) => message.id === id);
    if (waiting >= 0) this.#waiting.splice(waiting, 1);
    // What is posted is answered still, if only by the word that it was stopped: its place is free then.
    else if (this.#posted.has(id)) this.#worker?.postMessage({ type: 'cancel', id } satisfies ThreadMessage);
  }

  #end(cause: Error): void {
    const lost = [...this.#posted.values()];
    this.#posted.clear();
    this.#worker = undefined;
    for (const { fail } of lost) {
      fail(
        new HeadroomError({
          code: 'missing-model',
          message: `The thread that runs the model was lost (${cause.message}); the next text starts another. Where its file is missing, keep @headroom/kompress out of the bundle.`,
          cause,
        }),
      );
    }
    this.#advance();
  }
}

const threads = new Map<string, ScoringThread>();

/** Opens a model on a thread of its own, which all engines of the process with the same choice share. It starts with the first text, and an idle one does not hold the process. */
export async function openThreadScorer(choice: ScorerChoice): Promise<WordScorer> {
  const key = JSON.stringify(choice);
  const thread = threads.get(key) ?? new ScoringThread(choice);
  threads.set(key, thread);
  const opened = readAnswer(await thread.ask({ type: 'open' }));
  return {
    method: 'method' in opened ? opened.method : '',
    async score(request, signal) {
      const answer = readAnswer(await thread.ask({ type: 'score', request }, signal));
      return 'scores' in answer ? answer.scores : new Float32Array(request.starts.length).fill(1);
    },
  };
}

function readAnswer(answer: ThreadAnswer): Exclude<ThreadAnswer, { readonly failure: string }> {
  if (!('failure' in answer)) return answer;
  const message = answer.failure;
  if (answer.code === 'missing-dependency') throw new HeadroomError({ code: 'missing-dependency', message });
  if (answer.code === 'missing-model') throw new HeadroomError({ code: 'missing-model', message });
  throw new Error(message);
}
