import type { HeadroomErrorCode } from '@headroom/core';
import type { ScoreRequest } from '../scoring/word-scorer.ts';

/** What the thread is told: open says which text of a queue is next, cancel that nobody waits for it any more. */
export type ThreadMessage =
  | { readonly type: 'open'; readonly id: number }
  | { readonly type: 'score'; readonly id: number; readonly request: ScoreRequest }
  | { readonly type: 'cancel'; readonly id: number };

/** What the thread answers; an error of ours keeps its code. */
export type ThreadAnswer =
  | { readonly id: number; readonly method: string }
  | { readonly id: number; readonly scores: Float32Array }
  | { readonly id: number; readonly failure: string; readonly code: HeadroomErrorCode | undefined };
