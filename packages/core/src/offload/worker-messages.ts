import type { RetrieveAnswer, RetrieveRequest } from '../retrieve/retrieve.ts';
import type { RenderRequest } from '../router/render-request.ts';
import type { Encoding } from '../tokens/encoding.ts';
import type { Rendering } from '../types/rendering.ts';

/** One piece of work for the worker thread; `modules` make the caller's own compressors there. */
export type Job =
  | { readonly type: 'render'; readonly request: RenderRequest; readonly modules: readonly string[] }
  | { readonly type: 'count'; readonly text: string }
  | { readonly type: 'read'; readonly original: string; readonly request: RetrieveRequest };

/** Asks the thread to leave its work and end. */
export const stopRequest = 'stop';

export interface WorkerRequest {
  readonly id: number;
  readonly encoding: Encoding;
  readonly job: Job;
}

export type JobResult = Rendering | number | RetrieveAnswer;

/** `unable` says that another thread may do what this one cannot. */
export type WorkerResponse =
  | { readonly id: number; readonly result: JobResult }
  | { readonly id: number; readonly failure: string; readonly cause: 'unable' | 'failed' };
