import { codeOf, scope, statusesOf, type Stage } from './stage.ts';
import type { StoreSuiteOptions } from './suite-options.ts';

export function durabilityTests({ group, test, expect }: Stage, reopenStore: StoreSuiteOptions['reopenStore']): void {
  group('end', () => {
    test('declares what it can promise', {}, async ({ store, setup }) => {
      const { durability, sharing, ttlGranularityMs, ttlMs, maximumBytes } = store.capabilities;
      expect(['process', 'disk', 'shared'].includes(durability)).toBe(true);
      expect(['process', 'machine', 'network'].includes(sharing)).toBe(true);
      expect(ttlGranularityMs > 0 && ttlGranularityMs <= 0.1 * setup.ttlMs).toBe(true);
      expect(ttlMs === undefined || ttlMs === setup.ttlMs).toBe(true);
      expect(maximumBytes === undefined || maximumBytes === setup.maximumBytes).toBe(true);
      expect(durability === 'process' || reopenStore !== undefined).toBe(true);
    });

    test('is of no use once it is closed, and says so; closing twice is nothing', {}, async ({ store }) => {
      const handle = await store.put({ scope, text: 'a text' });
      await store.close();
      await store.close();
      const uses = [
        () => store.put({ scope, text: 'a text' }),
        () => store.get(handle, scope),
        () => store.touch([handle], scope),
        () => store.delete(handle, scope),
        () => store.purge(scope),
        () => store.prune(),
        () => store.stats(),
      ];
      for (const use of uses) expect(await codeOf(use())).toBe('store-closed');
    });

    if (reopenStore === undefined) return;
    test('has everything again when it is opened again', {}, async ({ store, setup, advance }) => {
      const kept = await store.put({ scope, text: 'a\ud800\0text', decision: 'unchanged' });
      const deleted = await store.put({ scope, text: 'deleted' });
      await store.delete(deleted, scope);
      const stats = await store.stats();
      await store.close();
      await advance(0.5 * setup.ttlMs);
      const again = await reopenStore(setup);
      try {
        expect(await again.stats()).toEqual(stats);
        expect(await again.get(kept, scope)).toEqual({ status: 'found', text: 'a\ud800\0text', decision: 'unchanged' });
        expect((await statusesOf(again, [deleted])).includes('found')).toBe(false);
        expect(await again.get(kept, 'other')).toEqual({ status: 'wrong-scope' });
      } finally {
        await again.close();
      }
    });
  });
}
