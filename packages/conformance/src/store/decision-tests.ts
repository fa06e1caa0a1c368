import { scope, type Stage } from './stage.ts';

export function decisionTests({ group, test, expect }: Stage): void {
  group('pinned decisions', () => {
    test('I4: keeps a decision with the original, and no later put takes it away', {}, async ({ store, setup, advance }) => {
      const handle = await store.put({ scope, text: 'a text', decision: 'unchanged' });
      await advance(0.5 * setup.ttlMs);
      expect(await store.put({ scope, text: 'a text' })).toBe(handle);
      expect(await store.get(handle, scope)).toEqual({ status: 'found', text: 'a text', decision: 'unchanged' });
      expect(await store.touch([handle], scope)).toEqual([{ handle, status: 'found', decision: 'unchanged' }]);
    });

    test('I4: pins a decision on an original that is there already', {}, async ({ store }) => {
      const handle = await store.put({ scope, text: 'a text' });
      expect(await store.get(handle, scope)).toEqual({ status: 'found', text: 'a text' });
      await store.put({ scope, text: 'a text', decision: 'unchanged' });
      expect(await store.touch([handle], scope)).toEqual([{ handle, status: 'found', decision: 'unchanged' }]);
    });

    test('keeps decisions of one scope out of another', {}, async ({ store }) => {
      await store.put({ scope, text: 'a text', decision: 'unchanged' });
      const handle = await store.put({ scope: 'other', text: 'a text' });
      expect(await store.get(handle, 'other')).toEqual({ status: 'found', text: 'a text' });
    });
  });
}
