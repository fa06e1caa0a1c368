import { HeadroomError } from '../errors/headroom-error.ts';

/** Options that every store of ours takes; each has a default. */
export interface StoreOptions {
  /** The largest sum of originals, in bytes as the store keeps them. @default what the store says of itself */
  readonly maximumBytes?: number;
  /** The largest number of originals. @default what the store says of itself */
  readonly maximumEntries?: number;
  /** Milliseconds that an original lives from its last put, get or touch; `Infinity` for ever. @default what the store says of itself */
  readonly ttlMs?: number;
  /**
   * Milliseconds after its last touch in which an original counts as shown by a live conversation: capacity never takes it. A conversation touches
   * on every model call, so that this must outlast the longest tool run and the longest thinking pause of a person. Never more than `ttlMs`.
   *
   * @default 1800000 (30 minutes)
   */
  readonly liveForMs?: number;
  /** The clock, in milliseconds since 1970. @default Date.now */
  readonly now?: () => number;
}

/** Options with all defaults filled in. */
export type ResolvedStoreOptions = Required<StoreOptions>;

const defaultLiveForMs = 30 * 60 * 1000;

/**
 * Fills in the defaults and checks the figures, once, at the edge.
 *
 * @throws HeadroomError `invalid-option` for a figure that is not positive, or not whole where it counts bytes or entries.
 */
export function resolveStoreOptions(
  { maximumBytes, maximumEntries, ttlMs, liveForMs = defaultLiveForMs, now = Date.now }: StoreOptions,
  defaults: { readonly maximumBytes: number; readonly maximumEntries: number; readonly ttlMs: number },
): ResolvedStoreOptions {
  const lifetime = checkDuration('ttlMs', ttlMs ?? defaults.ttlMs);
  return {
    maximumBytes: checkCount('maximumBytes', maximumBytes ?? defaults.maximumBytes),
    maximumEntries: checkCount('maximumEntries', maximumEntries ?? defaults.maximumEntries),
    ttlMs: lifetime,
    liveForMs: Math.min(lifetime, checkDuration('liveForMs', liveForMs)),
    now,
  };
}

function checkCount(name: string, value: number): number {
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new HeadroomError({ code: 'invalid-option', message: `${name} must be a whole number above zero, not ${String(value)}.` });
}

function checkDuration(name: string, value: number): number {
  if (typeof value === 'number' && value > 0) return value;
  throw new HeadroomError({
    code: 'invalid-option',
    message: `${name} must be a number of milliseconds above zero, not ${String(value)}.`,
  });
}
