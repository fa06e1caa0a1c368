import type { HeadroomEvent } from '../pipeline/events.ts';
import type { Handle } from '../types/store.ts';

/** A call of one of the caller's tools carries a marker: what the tool writes or sends on would hold the marker, not the text it stands for. */
export interface MarkerLeakedEvent {
  readonly type: 'marker-leaked';
  readonly toolName: string;
  readonly toolCallId: string;
  readonly handles: readonly Handle[];
}

/** The engine failed as a whole; the prompt went out as the caller gave it. */
export interface PromptPassedEvent {
  readonly type: 'prompt-passed';
  readonly error: unknown;
}

/** What an adapter's `onEvent` is told: all that the engine tells, and what only an adapter sees. */
export type AdapterEvent = HeadroomEvent | MarkerLeakedEvent | PromptPassedEvent;
