import { codeOf, scope, statusesOf, type Stage } from './stage.ts';

export function scopeTests({ group, test, expect }: Stage): void {
  group('scopes', () => {
    test('I12: tells another scope that the handle is not its own, and nothing more', {}, async ({ store }) => {
      const handle = await store.put({ scope, text: 'a secret', decision: 'unchanged' });
      expect(await store.get(handle, 'other')).toEqual({ status: 'wrong-scope' });
      expect(await store.touch([handle], 'other')).toEqual([{ handle, status: 'missing' }]);
    });

    test('I12: lets no scope forget what belongs to another', {}, async ({ store }) => {
      const handle = await store.put({ scope, text: 'a text' });
      expect(await store.delete(handle, 'other')).toBe(false);
      expect(await store.purge('other')).toBe(0);
      expect(await statusesOf(store, [handle])).toEqual(['found']);
    });

    test('I12: lets no other scope keep an original alive', {}, async ({ store, advanceOneStep, advanceBeyondLife }) => {
      const handle = await store.put({ scope, text: 'a text' });
      await advanceBeyondLife();
      await store.touch([handle], 'other');
      await store.get(handle, 'other');
      await advanceOneStep();
      expect(await statusesOf(store, [handle])).toEqual(['expired']);
    });

    test('gives the same text another handle in another scope', {}, async ({ store }) => {
      const scopes = [
        scope,
        'other',
        '',
        'Other',
        'other ',
        'other\0',
        'other\0a',
        '\ud800',
        '\ud801',
        '\ufffd',
        '%',
        'other%',
        '__proto__',
        'x'.repeat(5_000),
      ];
      const handles = await Promise.all(scopes.map((owner) => store.put({ scope: owner, text: 'a text' })));
      expect(new Set(handles).size).toBe(scopes.length);
      for (const [index, owner] of scopes.entries()) {
        const statuses = await statusesOf(store, handles, owner);
        expect(statuses).toEqual(scopes.map((_, other) => (other === index ? 'found' : 'wrong-scope')));
      }
    });

    test('keeps apart what scope and text would spell alike', {}, async ({ store }) => {
      const first = await store.put({ scope: 'a', text: 'b\0c' });
      const second = await store.put({ scope: 'a\0b', text: 'c' });
      expect(await store.get(first, 'a')).toEqual({ status: 'found', text: 'b\0c' });
      expect(await store.get(second, 'a\0b')).toEqual({ status: 'found', text: 'c' });
    });

    test('forgets all of a scope, and of that scope only', {}, async ({ store }) => {
      const mine = await Promise.all(['a', 'b', 'c'].map((text) => store.put({ scope, text })));
      const theirs = await store.put({ scope: 'other', text: 'a' });
      expect(await store.purge(scope)).toBe(3);
      expect((await statusesOf(store, mine)).includes('found')).toBe(false);
      expect(await statusesOf(store, [theirs], 'other')).toEqual(['found']);
      expect((await store.stats()).entries).toBe(1);
      expect(await store.purge(scope)).toBe(0);
    });

    test('refuses what is no text, and stores nothing', {}, async ({ store }) => {
      const wrong = [{ scope, text: 1 }, { scope: undefined, text: 'a' }, { text: 'a' }, { scope, text: null }] as unknown as {
        scope: string;
        text: string;
      }[];
      for (const entry of wrong) expect(await codeOf(store.put(entry))).toBe('invalid-input');
      expect((await store.stats()).entries).toBe(0);
    });
  });
}
