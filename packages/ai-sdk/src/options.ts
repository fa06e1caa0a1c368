import { resolveAdapterOptions, wholeNumber, type AdapterEvent, type AdapterOptions, type ResolvedAdapterOptions } from '@headroom/core';

/** What `onEvent` is told: all that the engine tells, and what only this package sees. */
export type HeadroomAiSdkEvent = AdapterEvent;

/** Options of the AI SDK package: those of every adapter, and its own. Every field is optional. */
export interface HeadroomAiSdkOptions extends AdapterOptions {
  /** Rounds of retrieval within one model call that are answered; the round after them is told to make do. @default 5 */
  readonly maximumRounds?: number;
  /** Retries of a later round whose error is retryable; the first round is retried by the AI SDK itself. @default 2 */
  readonly maximumRetries?: number;
  /** Milliseconds before the first of these retries, doubled for each further one; the provider's `retry-after` goes before. @default 2000 */
  readonly retryDelayMs?: number;
}

/** Options with all defaults filled in, and the engine made. */
export interface ResolvedOptions extends ResolvedAdapterOptions {
  readonly maximumRounds: number;
  readonly maximumRetries: number;
  readonly retryDelayMs: number;
}

/**
 * Fills in the defaults and makes the engine where none is shared.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions({ maximumRounds, maximumRetries, retryDelayMs, ...options }: HeadroomAiSdkOptions = {}): ResolvedOptions {
  return {
    ...resolveAdapterOptions(options),
    maximumRounds: wholeNumber('maximumRounds', maximumRounds ?? 5, 1),
    maximumRetries: wholeNumber('maximumRetries', maximumRetries ?? 2, 0),
    retryDelayMs: wholeNumber('retryDelayMs', retryDelayMs ?? 2000, 0),
  };
}
