import type { ResolvedStoreOptions } from '@headroom/core';

const coarsestGranularityMs = 60_000;

/** When an original may be forgotten, from the time of its last recorded touch. */
export interface Lifetime {
  /**
   * Touches are frequent, since every model call touches every marker it shows: one that comes this soon after the last is not written. So the record may be
   * this much older than the touch, and all that is promised to live is let live this much longer.
   */
  readonly granularityMs: number;
  now(): number;
  /** Recorded touches up to this time are of expired originals. */
  expiredBefore(now: number): number;
  /** Recorded touches up to this time are of originals that no live conversation shows. */
  idleBefore(now: number): number;
  /** Whether a recorded touch is so recent that another need not be written. A record of the future is, until the clock has caught up. */
  isFresh(touchedAt: number, now: number): boolean;
}

/** The rules of age; a granularity that is a twentieth of the shorter promise changes it by 5 % at most. */
export function createLifetime({ ttlMs, liveForMs, now }: ResolvedStoreOptions): Lifetime {
  const granularityMs = Math.max(1, Math.floor(Math.min(coarsestGranularityMs, ttlMs / 20, liveForMs / 20)));
  return {
    granularityMs,
    now: () => Math.floor(now()),
    expiredBefore: (time) => time - ttlMs - granularityMs,
    idleBefore: (time) => time - liveForMs - granularityMs,
    isFresh: (touchedAt, time) => time - touchedAt < granularityMs,
  };
}
