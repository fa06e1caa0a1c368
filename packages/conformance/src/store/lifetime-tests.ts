import type { CcrStore } from '@headroom/core';
import { putAll, scope, statusesOf, type Stage } from './stage.ts';

/** Everything that counts as a touch. */
const touches: Readonly<Record<string, (store: CcrStore, handle: string) => Promise<unknown>>> = {
  'a put of the same text': (store) => store.put({ scope, text: 'a text' }),
  'a get': (store, handle) => store.get(handle, scope),
  'a touch': (store, handle) => store.touch([handle], scope),
};

export function lifetimeTests({ group, test, expect }: Stage): void {
  group('lifetime', () => {
    test(
      'keeps an original to the end of its life, and says afterwards that it is expired',
      {},
      async ({ store, setup, advance, advanceBeyondLife }) => {
        const [early, late] = (await putAll(store, ['a text', 'another'])) as [string, string];
        await advance(0.9 * setup.ttlMs);
        expect(await statusesOf(store, [early])).toEqual(['found']);
        await advance(0.1 * setup.ttlMs + store.capabilities.ttlGranularityMs);
        await advance(1);
        expect(await store.get(late, scope)).toEqual({ status: 'expired' });
        await advanceBeyondLife();
        expect(await store.get(early, scope)).toEqual({ status: 'expired' });
        expect(await store.touch([early], scope)).toEqual([{ handle: early, status: 'missing' }]);
      },
    );

    for (const [name, act] of Object.entries(touches)) {
      test(`counts life from the last touch: ${name}`, {}, async ({ store, setup, advance, advanceBeyondLife }) => {
        const [handle] = (await putAll(store, ['a text'])) as [string];
        for (let round = 0; round < 3; round += 1) {
          await advance(0.9 * setup.ttlMs);
          await act(store, handle);
        }
        await advance(0.9 * setup.ttlMs);
        expect(await statusesOf(store, [handle])).toEqual(['found']);
        await advanceBeyondLife();
        expect(await statusesOf(store, [handle])).toEqual(['expired']);
      });
    }

    test('counts life from the last of many quick touches, as exactly as it declares', {}, async ({ store, setup, advance }) => {
      const [handle] = (await putAll(store, ['a text'])) as [string];
      const step = Math.max(1, Math.floor(store.capabilities.ttlGranularityMs / 3));
      for (let round = 0; round < 10; round += 1) {
        await advance(step);
        await store.touch([handle], scope);
      }
      await advance(0.95 * setup.ttlMs);
      expect(await statusesOf(store, [handle])).toEqual(['found']);
    });

    test('says of an expired original to another scope no more than of a living one', {}, async ({ store, advanceBeyondLife }) => {
      const [handle] = (await putAll(store, ['a text'])) as [string];
      await advanceBeyondLife();
      expect(await store.get(handle, scope)).toEqual({ status: 'expired' });
      expect(await store.get(handle, 'other')).toEqual({ status: 'wrong-scope' });
      await store.prune();
      expect(await store.get(handle, 'other')).toEqual({ status: 'wrong-scope' });
    });

    test('takes an expired original again', {}, async ({ store, advanceBeyondLife }) => {
      const [handle] = (await putAll(store, ['a text'])) as [string];
      await advanceBeyondLife();
      expect(await store.put({ scope, text: 'a text' })).toBe(handle);
      expect(await store.get(handle, scope)).toEqual({ status: 'found', text: 'a text' });
      expect((await store.stats()).entries).toBe(1);
    });

    test(
      'prunes what has expired and nothing else, and still knows what it pruned',
      {},
      async ({ store, setup, advance, advanceBeyondLife }) => {
        const old = await putAll(store, ['a', 'b', 'c']);
        await advanceBeyondLife();
        const young = await putAll(store, ['d', 'e']);
        await advance(0.5 * setup.ttlMs);
        const before = (await store.stats()).entries;
        const pruned = await store.prune();
        // A store may have let some of them go already.
        expect(before - pruned).toBe(2);
        expect((await store.stats()).entries).toBe(2);
        expect(await statusesOf(store, young)).toEqual(['found', 'found']);
        expect(await statusesOf(store, old)).toEqual(['expired', 'expired', 'expired']);
        expect(await store.prune()).toBe(0);
      },
    );

    test('answers touches in the order asked, each for itself', {}, async ({ store }) => {
      const [a, b] = (await putAll(store, ['a', 'b'])) as [string, string];
      const unknown = '0'.repeat(24);
      expect(await store.touch([], scope)).toEqual([]);
      expect(await store.touch([b, unknown, a, b, 'nothing'], scope)).toEqual([
        { handle: b, status: 'found' },
        { handle: unknown, status: 'missing' },
        { handle: a, status: 'found' },
        { handle: b, status: 'found' },
        { handle: 'nothing', status: 'missing' },
      ]);
    });
  });
}
