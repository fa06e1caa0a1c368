import {
  createHeadroom,
  guardListener,
  oneOf,
  wholeNumber,
  HeadroomError,
  processStore,
  type CcrStore,
  type Headroom,
  type HeadroomEvent,
  type HeadroomOptions,
  type Receipt,
  type Scope,
} from '@headroom/core';
import type { LeakPolicy, MarkerLeakedEvent } from './request/marker-guard.ts';

/** What `onEvent` is told: all that the engine tells, and what only this package sees. */
export type HeadroomLangChainEvent = HeadroomEvent | MarkerLeakedEvent | PromptPassedEvent;

/** The engine failed as a whole; the messages went out as the caller gave them. */
export interface PromptPassedEvent {
  readonly type: 'prompt-passed';
  readonly error: unknown;
}

/** Options of the LangChain package: those of the engine, and its own. Every field is optional. */
export interface HeadroomLangChainOptions extends Omit<HeadroomOptions, 'onEvent' | 'store'> {
  /** Where originals are kept. @default one memory store of 256 MiB for all adapters of this process that are given none */
  readonly store?: CcrStore;
  /**
   * An engine to share with other adapters or tools. Beside it only `model`, `scope`, `onReceipt` and `onEvent` may stand, and they count for this adapter alone; all other
   * options of an engine are set where it is made.
   *
   * @default an engine made from the other options
   */
  readonly headroom?: Headroom;
  /** Whether a wrapped model adds the retrieve tool and answers it; `never` leaves that to the caller's own tools (`headroomTools`). @default 'auto' */
  readonly injection?: 'auto' | 'never';
  /** Rounds of retrieval within one model call that are answered; the round after them is told to make do. @default 5 */
  readonly maximumRounds?: number;
  /** What happens to calls of the caller's tools whose arguments hold a marker in place of text. @default 'warn' */
  readonly markersInArguments?: LeakPolicy;
  /** Called for everything worth knowing: passes, failures, progress, retrievals, markers in arguments. */
  readonly onEvent?: (event: HeadroomLangChainEvent) => void;
}

/** Options with all defaults filled in, and the engine made. */
export interface ResolvedOptions {
  readonly engine: Headroom;
  readonly mode: NonNullable<HeadroomOptions['mode']>;
  readonly model: string | undefined;
  /** The scope of calls that name none; undefined leaves it to the engine. */
  readonly scope: Scope | undefined;
  readonly injection: 'auto' | 'never';
  readonly maximumRounds: number;
  readonly markersInArguments: LeakPolicy;
  readonly onEvent: (event: HeadroomLangChainEvent) => void;
  /** Told of every prompt where the engine is shared; an engine of our own tells the caller itself. */
  readonly onReceipt: (receipt: Receipt) => void;
}

const besideSharedEngine: readonly string[] = ['model', 'scope', 'onReceipt', 'onEvent'];

/**
 * Fills in the defaults and makes the engine where none is shared.
 *
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 */
export function resolveOptions(options: HeadroomLangChainOptions = {}): ResolvedOptions {
  const { headroom, injection, maximumRounds, markersInArguments, ...engineOptions } = options;
  if (headroom !== undefined) rejectEngineOptions(engineOptions);
  const engine = headroom ?? createHeadroom({ ...engineOptions, store: engineOptions.store ?? processStore() });
  return {
    engine,
    mode: engine.mode,
    model: options.model,
    scope: options.scope,
    injection: oneOf('injection', injection ?? 'auto', ['auto', 'never']),
    maximumRounds: wholeNumber('maximumRounds', maximumRounds ?? 5, 1),
    markersInArguments: oneOf('markersInArguments', markersInArguments ?? 'warn', ['warn', 'refuse']),
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
