import { resolveAdapterOptions, wholeNumber, type AdapterEvent, type AdapterOptions, type ResolvedAdapterOptions } from '@headroom/core';

/** What `onEvent` is told: all that the engine tells, and what only this package sees. */
export type HeadroomLangChainEvent = AdapterEvent;

/** Options of the LangChain package: those of every adapter, and its own. Every field is optional. */
export interface HeadroomLangChainOptions extends AdapterOptions {
  /** Rounds of retrieval within one model call that are answered; the round after them is told to make do. @default 5 */
  readonly maximumRounds?: number;
}

/** Options with all defaults filled in, and the engine made. */
export interface ResolvedOptions extends ResolvedAdapterOptions {
  readonly maximumRounds: number;
}

/**
 * Fills in the defaults and makes the engine where none is shared.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions({ maximumRounds, ...options }: HeadroomLangChainOptions = {}): ResolvedOptions {
  return { ...resolveAdapterOptions(options), maximumRounds: wholeNumber('maximumRounds', maximumRounds ?? 5, 1) };
}
