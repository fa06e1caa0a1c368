import {
  createHeadroom,
  guardListener,
  oneOf,
  HeadroomError,
  processStore,
  type CcrStore,
  type Headroom,
  type HeadroomEvent,
  type HeadroomOptions,
  type Receipt,
  type Scope,
} from '@headroom/core';
import type { LeakPolicy, MarkerLeakedEvent } from './report/marker-guard.ts';
import type { RunReport } from './report/run-report.ts';
import type { ToolMissingEvent } from './request/sent-tools.ts';

/** What `onEvent` is told: all that the engine tells, and what only this package sees. */
export type HeadroomMastraEvent = HeadroomEvent | MarkerLeakedEvent | PromptPassedEvent | ToolMissingEvent;

/** The engine failed as a whole; the prompt went out as Mastra gave it. */
export interface PromptPassedEvent {
  readonly type: 'prompt-passed';
  readonly error: unknown;
}

/** Options of the Mastra package: those of the engine, and its own. Every field is optional. */
export interface HeadroomMastraOptions extends Omit<HeadroomOptions, 'onEvent' | 'store'> {
  /** Where originals are kept. @default one memory store of 256 MiB for all processors and tools of this process that are given none */
  readonly store?: CcrStore;
  /**
   * An engine to share with other adapters or tools. Beside it only `model`, `scope`, `onReceipt` and `onEvent` may stand, and they count for this adapter alone; all other
   * options of an engine are set where it is made.
   *
   * @default an engine made from the other options
   */
  readonly headroom?: Headroom;
  /** Whether the processor adds the retrieve tool to every step; `never` leaves that to the agent's own tools (`headroomTools`). @default 'auto' */
  readonly injection?: 'auto' | 'never';
  /** What happens to calls of the agent's tools whose arguments hold a marker in place of text. @default 'warn' */
  readonly markersInArguments?: LeakPolicy;
  /** Called at the end of every run. Only where the processor is among the output processors too. */
  readonly onReport?: (report: RunReport) => void;
  /** Called for everything worth knowing: passes, failures, progress, retrievals, markers in arguments. */
  readonly onEvent?: (event: HeadroomMastraEvent) => void;
}

/** Options with all defaults filled in, and the engine made. */
export interface ResolvedOptions {
  readonly engine: Headroom;
  readonly mode: NonNullable<HeadroomOptions['mode']>;
  readonly model: string | undefined;
  /** The scope of requests that name none; undefined leaves it to the engine. */
  readonly scope: Scope | undefined;
  readonly injection: 'auto' | 'never';
  readonly markersInArguments: LeakPolicy;
  readonly onReport: (report: RunReport) => void;
  readonly onEvent: (event: HeadroomMastraEvent) => void;
  /** Told of every prompt where the engine is shared; an engine of our own tells the caller itself. */
  readonly onReceipt: (receipt: Receipt) => void;
}

const besideSharedEngine: readonly string[] = ['model', 'scope', 'onReceipt', 'onEvent'];

/**
 * Fills in the defaults and makes the engine where none is shared.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions(options: HeadroomMastraOptions = {}): ResolvedOptions {
  const { headroom, injection, markersInArguments, onReport, ...engineOptions } = options;
  if (headroom !== undefined) rejectEngineOptions(engineOptions);
  // Processors after us, such as Mastra's own filter of tool calls, take earlier results out of the prompt: a reference to one would then lead nowhere (I1).
  const engine = headroom ?? createHeadroom({ repeats: 'show', ...engineOptions, store: engineOptions.store ?? processStore() });
  return {
    engine,
    mode: engine.mode,
    model: options.model,
    scope: options.scope,
    injection: oneOf('injection', injection ?? 'auto', ['auto', 'never']),
    markersInArguments: oneOf('markersInArguments', markersInArguments ?? 'warn', ['warn', 'refuse']),
    onReport: guardListener(onReport ?? (() => undefined)),
    onEvent: guardListener(options.onEvent ?? (() => undefined)),
    onReceipt: guardListener((headroom === undefined ? undefined : options.onReceipt) ?? (() => undefined)),
  };
}

// An option that would be passed over in silence is an error: the caller believes that it counts.
function rejectEngineOptions(options: Omit<HeadroomOptions, 'onEvent'>): void {
  const ignored = Object.entries(options).flatMap(([name, value]) =>
    value === undefined || besideSharedEngine.includes(name) ? [] : [name],
  );
  if (ignored.length === 0) return;
  const message = `Options ${ignored.join(', ')} belong to the engine: give them to the createHeadroom call whose engine is shared here.`;
  throw new HeadroomError({ code: 'invalid-option', message });
}
