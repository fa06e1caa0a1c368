import type { CcrStore } from '@headroom/core';
import type { TestRunner } from '../test-runner.ts';

/** What a store under test is to be made with. */
export interface StoreSetup {
  readonly ttlMs: number;
  readonly liveForMs: number;
  readonly maximumBytes: number;
  readonly maximumEntries: number;
  /** The clock of the test; a store that has its own clock ignores it and gives `advance`. */
  readonly now: () => number;
}

/** How a store is tested. */
export interface StoreSuiteOptions {
  readonly test: TestRunner;
  /** Makes a new, empty store, each time another one. */
  readonly createStore: (setup: StoreSetup) => CcrStore | Promise<CcrStore>;
  /** Opens again what the last `createStore` made, after it was closed; needed where `capabilities.durability` is not `process`. */
  readonly reopenStore?: (setup: StoreSetup) => CcrStore | Promise<CcrStore>;
  readonly options?: {
    /** Milliseconds of life in the tests. @default 3600000 */
    readonly ttlMs?: number;
    /** Milliseconds in which a touched original is safe from capacity; at most a quarter of `ttlMs`. @default 600000 */
    readonly liveForMs?: number;
    /** Lets time pass, for a store with a clock of its own. @default the clock handed over in `now` is put forward */
    readonly advance?: (milliseconds: number) => Promise<void>;
    /** How far the store's clock may be off. @default 1 */
    readonly slackMs?: number;
    /** `unbounded` where the store leaves eviction to its server: the tests of capacity are left out. @default 'bounded' */
    readonly capacity?: 'bounded' | 'unbounded';
  };
}
