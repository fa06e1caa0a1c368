import { guardListener, resolveAdapterOptions, type AdapterEvent, type AdapterOptions, type ResolvedAdapterOptions } from '@headroom/core';
import type { RunReport } from './report/run-report.ts';
import type { ToolMissingEvent } from './request/sent-tools.ts';

/** What `onEvent` is told: all that the engine tells, and what only this package sees. */
export type HeadroomMastraEvent = AdapterEvent | ToolMissingEvent;

/** Options of the Mastra package: those of every adapter, and its own. Every field is optional. */
export interface HeadroomMastraOptions extends AdapterOptions<HeadroomMastraEvent> {
  /** Called at the end of every run. Only where the processor is among the output processors too. */
  readonly onReport?: (report: RunReport) => void;
}

/** Options with all defaults filled in, and the engine made. */
export interface ResolvedOptions extends ResolvedAdapterOptions<HeadroomMastraEvent> {
  readonly onReport: (report: RunReport) => void;
}

/**
 * Fills in the defaults and makes the engine where none is shared.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions({ onReport, ...options }: HeadroomMastraOptions = {}): ResolvedOptions {
  // Processors after us, such as Mastra's own filter of tool calls, take earlier results out of the prompt: a reference to one would then lead nowhere (I1).
  return { ...resolveAdapterOptions(options, { repeats: 'show' }), onReport: guardListener(onReport ?? (() => undefined)) };
}
