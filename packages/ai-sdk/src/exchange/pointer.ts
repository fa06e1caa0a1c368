import type { JsonObject } from '../specification/json.ts';

/**
 * What stands in the caller's history where the model had a retrieved original.
 *
 * Originals are not copied into histories, databases and browsers: the call beside the pointer says what was asked, and the answer is a function of the
 * original and the question alone. Only an answer that is no such function (a refusal, a miss) is kept word for word.
 */
export interface Pointer {
  /** The model call within the step, from 0, that asked: calls of one round go back into one assistant message. */
  readonly round: number;
  /**
   * How many parts of the same round follow this call, our own calls not counted. A history that folds call and result into one part (UI messages)
   * has lost where the round ended.
   */
  readonly after: number;
  /** The call's id as the model wrote it, where it had to be shown under another one. */
  readonly id?: string;
  /** The answer itself, where it cannot be had again. */
  readonly text?: string;
}

/** The pointer as the result value of a shown call. */
export function writePointer(pointer: Pointer): JsonObject {
  return { headroom: 'retrieved', ...pointer };
}

/** Reads a pointer out of a history; undefined where the value is something else. */
export function readPointer(value: unknown): Pointer | undefined {
  if (typeof value !== 'object' || value === null || !('headroom' in value) || value.headroom !== 'retrieved') return undefined;
  const { round, after, id, text } = value as Record<string, unknown>;
  if (typeof round !== 'number' || typeof after !== 'number') return undefined;
  return { round, after, ...(typeof id === 'string' ? { id } : {}), ...(typeof text === 'string' ? { text } : {}) };
}
