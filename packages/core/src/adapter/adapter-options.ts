import { HeadroomError } from '../errors/headroom-error.ts';
import { createHeadroom, type Headroom } from '../headroom.ts';
import { oneOf } from '../pipeline/check-option.ts';
import { guardListener } from '../pipeline/events.ts';
import type { HeadroomOptions } from '../pipeline/options.ts';
import type { Receipt } from '../receipt/receipt.ts';
import { processStore } from '../store/process-store.ts';
import type { CcrStore, Scope } from '../types/store.ts';
import type { AdapterEvent } from './adapter-events.ts';
import type { LeakPolicy } from './leaked-handles.ts';
import type { Injection } from './worth-offering.ts';

/** Options that every adapter has: those of the engine, and what stands between an engine and a framework. Every field is optional. */
export interface AdapterOptions<Event = AdapterEvent> extends Omit<HeadroomOptions, 'onEvent' | 'store'> {
  /** Where originals are kept. @default one memory store of 256 MiB for all adapters of this process that are given none */
  readonly store?: CcrStore;
  /**
   * An engine to share with other adapters or tools. Beside it only `model`, `scope`, `onReceipt` and `onEvent` may stand, and they count for this adapter alone; all other
   * options of an engine are set where it is made.
   *
   * @default an engine made from the other options
   */
  readonly headroom?: Headroom;
  /**
   * Whether the adapter adds the retrieve tool, whose definition is paid in every request, and answers it. `auto` adds it from the first request on where the policy would let anything be
   * left out, and not where nothing could be: no tools, or only such whose results stay whole. `always` adds it to every request that takes tools. `never` leaves it to the caller's own
   * tools (`headroomTools`), and without them makes lossless rewrites only. The receipt's `redemption` says what was decided.
   *
   * @default 'auto'
   */
  readonly injection?: Injection;
  /** What happens to calls of the caller's tools whose arguments hold a marker in place of text. @default 'warn' */
  readonly markersInArguments?: LeakPolicy;
  /** Called for everything worth knowing: passes, failures, progress, retrievals, markers in arguments. */
  readonly onEvent?: (event: Event) => void;
}

/** These options with all defaults filled in, and the engine made. */
export interface ResolvedAdapterOptions<Event = AdapterEvent> {
  readonly engine: Headroom;
  readonly mode: NonNullable<HeadroomOptions['mode']>;
  readonly model: string | undefined;
  /** The scope of calls that name none; undefined leaves it to the engine. */
  readonly scope: Scope | undefined;
  readonly injection: Injection;
  readonly markersInArguments: LeakPolicy;
  readonly onEvent: (event: Event) => void;
  /** Told of every prompt where the engine is shared; an engine of our own tells the caller itself. */
  readonly onReceipt: (receipt: Receipt) => void;
}

const besideSharedEngine: readonly string[] = ['model', 'scope', 'onReceipt', 'onEvent'];

/**
 * Fills in the defaults and makes the engine where none is shared. An adapter takes its own options off first: what it leaves in is taken for an engine's.
 *
 * @param defaults engine options that this adapter has by default
 * @throws HeadroomError `invalid-option`, naming the option and what it may be.
 * @example const { maximumRounds, ...shared } = options; return { ...resolveAdapterOptions(shared), maximumRounds: wholeNumber('maximumRounds', maximumRounds ?? 5, 1) };
 */
export function resolveAdapterOptions<Event>(
  options: AdapterOptions<Event>,
  defaults: Pick<HeadroomOptions, 'repeats'> = {},
): ResolvedAdapterOptions<Event> {
  const { headroom, injection, markersInArguments, onEvent, ...engineOptions } = options;
  if (headroom !== undefined) rejectEngineOptions(engineOptions);
  const listener = guardListener<Event>(onEvent ?? (() => undefined));
  const engine =
    headroom ??
    createHeadroom({
      ...defaults,
      ...engineOptions,
      onEvent: listener as (event: unknown) => void,
      store: engineOptions.store ?? processStore(),
    });
  return {
    engine,
    mode: engine.mode,
    model: options.model,
    scope: options.scope,
    injection: oneOf('injection', injection ?? 'auto', ['auto', 'always', 'never']),
    markersInArguments: oneOf('markersInArguments', markersInArguments ?? 'warn', ['warn', 'refuse']),
    onEvent: listener,
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
