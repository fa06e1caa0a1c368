import { HeadroomError, type CcrStore } from '@headroom/core';
import type { Expectation } from '../test-runner.ts';
import type { StoreSetup, StoreSuiteOptions } from './suite-options.ts';

/** What one test works with. */
export interface Scene {
  readonly store: CcrStore;
  readonly setup: StoreSetup;
  /** Lets time pass. */
  advance(milliseconds: number): Promise<void>;
  /** Lets so much time pass that an untouched original has expired. */
  advanceBeyondLife(): Promise<void>;
  /** Lets so much time pass that an untouched original is no longer shown by a live conversation, but has not expired. */
  advanceBeyondLive(): Promise<void>;
  /** Lets so much time pass that the store can tell the touches before from those after. */
  advanceOneStep(): Promise<void>;
}

/** What differs from the usual setup; a function where it has to be found out first. */
type SpecialSetup = Partial<StoreSetup> | (() => Promise<Partial<StoreSetup>>);

/** Where the tests of a store are played. */
export interface Stage {
  /** A test with a store of its own, closed afterwards. */
  test(name: string, setup: SpecialSetup, body: (scene: Scene) => Promise<void>): void;
  /** The bytes that the store counts for a text. */
  measure(text: string): Promise<number>;
  group(name: string, body: () => void): void;
  expect(actual: unknown): Expectation;
}

/** The scope of all tests that need just one. */
export const scope = 'conversation-1';

const defaults = { ttlMs: 3_600_000, liveForMs: 600_000, maximumBytes: 64 * 1024 * 1024, maximumEntries: 10_000 };

export function createStage({ test, createStore, options = {} }: StoreSuiteOptions): Stage {
  const ttlMs = options.ttlMs ?? defaults.ttlMs;
  const usual = { ...defaults, ttlMs, liveForMs: options.liveForMs ?? ttlMs / 6 };

  return {
    async measure(text) {
      const store = await createStore({ ...usual, now: createClock().now });
      try {
        await store.put({ scope, text });
        return (await store.stats()).bytes;
      } finally {
        await store.close();
      }
    },
    test(name, special, body) {
      test.it(name, async () => {
        const clock = createClock();
        const setup = { ...usual, now: clock.now, ...(typeof special === 'function' ? await special() : special) };
        const store = await createStore(setup);
        try {
          await body(createScene(store, setup, options.advance ?? clock.advance, options.slackMs ?? 1));
        } finally {
          await store.close();
        }
      });
    },
    group: (name, body) => test.describe(name, body),
    expect: (actual) => test.expect(actual),
  };
}

function createScene(store: CcrStore, setup: StoreSetup, advance: Scene['advance'], slackMs: number): Scene {
  const step = store.capabilities.ttlGranularityMs + slackMs;
  return {
    store,
    setup,
    advance,
    advanceBeyondLife: () => advance(setup.ttlMs + step),
    advanceBeyondLive: () => advance(setup.liveForMs + step),
    advanceOneStep: () => advance(step),
  };
}

function createClock(): { now: () => number; advance: Scene['advance'] } {
  let time = 1_700_000_000_000;
  return {
    now: () => time,
    advance: async (milliseconds) => {
      time += milliseconds;
    },
  };
}

/** The code of the error that a promise rejects with; `none` where it resolves, `foreign` for an error that is not one of Headroom. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'none';
  } catch (error) {
    return HeadroomError.isInstance(error) ? error.code : 'foreign';
  }
}

/** What a scope can read under each handle. Reading touches. */
export async function statusesOf(store: CcrStore, handles: readonly string[], reader = scope): Promise<readonly string[]> {
  const lookups = await Promise.all(handles.map((handle) => store.get(handle, reader)));
  return lookups.map(({ status }) => status);
}

/** Stores several texts, one after the other. */
export async function putAll(store: CcrStore, texts: readonly string[]): Promise<readonly string[]> {
  const handles: string[] = [];
  for (const text of texts) handles.push(await store.put({ scope, text }));
  return handles;
}
