import { digestHandle } from '@headroom/core';
import { scope, statusesOf, type Stage } from './stage.ts';

/** Texts that encodings, databases and string functions are known to change. */
const difficultTexts: Readonly<Record<string, string>> = {
  'an empty text': '',
  'one character': 'a',
  zeros: 'a\0b\0',
  'a byte order mark': '\ufeffa',
  'line ends of every kind': 'a\r\nb\rc\nd\u2028e\u2029f\u0085g',
  'white space at both ends': ' \t a \n',
  'characters beyond the basic plane': '😀𝒳👩‍👩‍👧',
  'composed and decomposed accents': 'é e\u0301',
  'a lone high surrogate': 'a\ud800b',
  'a lone low surrogate': '\udc00',
  'surrogates in the wrong order': '\udc00\ud800',
  'replacement characters': '\ufffd\ufffe\uffff',
  'quotes and escapes': `'"\`\\ \\u0000 %s $1 ?1 :a '; DROP TABLE originals; --`,
  'a number': '1e400',
  'a marker': '<<ccr:0123456789abcdef01234567 3_rows_offloaded>>',
  'a megabyte': 'All work and no play. '.repeat(50_000),
};

export function roundTripTests({ group, test, expect }: Stage): void {
  group('originals', () => {
    for (const [name, text] of Object.entries(difficultTexts)) {
      test(`gives back ${name}, unit by unit`, {}, async ({ store }) => {
        const handle = await store.put({ scope, text });
        expect(await store.get(handle, scope)).toEqual({ status: 'found', text });
      });
    }

    test('mints handles by the one rule: 24 digits of a digest over scope and text', {}, async ({ store }) => {
      for (const text of ['', 'a text', '\ud800', 'é']) {
        const handle = await store.put({ scope, text });
        expect(/^[0-9a-f]{24}$/.test(handle)).toBe(true);
        expect(handle).toBe(await digestHandle(scope, text));
      }
    });

    test('keeps texts apart that an encoding would make one', {}, async ({ store }) => {
      const texts = ['\ud800', '\ud801', '\ufffd', '?', 'é', 'e\u0301', 'A', 'a', 'a ', 'a\0', 'a'.repeat(2)];
      const handles = await Promise.all(texts.map((text) => store.put({ scope, text })));
      const lookups = await Promise.all(handles.map((handle) => store.get(handle, scope)));
      expect(lookups.map((lookup) => (lookup.status === 'found' ? lookup.text : lookup.status))).toEqual(texts);
    });

    test('reads handles in either case', {}, async ({ store }) => {
      const handle = await store.put({ scope, text: 'a text' });
      expect(await store.get(handle.toUpperCase(), scope)).toEqual({ status: 'found', text: 'a text' });
      expect(await store.touch([handle.toUpperCase()], scope)).toEqual([{ handle: handle.toUpperCase(), status: 'found' }]);
      expect(await store.delete(handle.toUpperCase(), scope)).toBe(true);
    });

    test('stores a text once, however often and however concurrently it is put', {}, async ({ store }) => {
      const handles = await Promise.all(Array.from({ length: 20 }, () => store.put({ scope, text: 'a text' })));
      const { entries, bytes } = await store.stats();
      await store.put({ scope, text: 'a text' });
      expect(new Set(handles).size).toBe(1);
      expect(entries).toBe(1);
      expect(await store.stats()).toEqual({ entries, bytes });
    });

    test('says of a handle that it never saw: never stored, whatever the handle', {}, async ({ store }) => {
      const handles = [
        '0'.repeat(24),
        'f'.repeat(24),
        '',
        'a',
        'x'.repeat(24),
        '0'.repeat(23),
        '0'.repeat(25),
        `' OR 1=1 --`,
        '%',
        '*',
        '\0',
        '\ud800',
        '__proto__',
        'a'.repeat(100_000),
      ];
      for (const handle of handles) {
        expect(await store.get(handle, scope)).toEqual({ status: 'never-stored' });
        expect(await store.delete(handle, scope)).toBe(false);
      }
      expect(await store.touch(handles, scope)).toEqual(handles.map((handle) => ({ handle, status: 'missing' })));
    });

    test('counts what it holds', {}, async ({ store }) => {
      expect(await store.stats()).toEqual({ entries: 0, bytes: 0 });
      const handle = await store.put({ scope, text: 'x'.repeat(1_000) });
      const one = await store.stats();
      expect(one.entries).toBe(1);
      expect(one.bytes >= 1_000).toBe(true);
      await store.put({ scope: 'other', text: 'y'.repeat(1_000) });
      expect(await store.stats()).toEqual({ entries: 2, bytes: 2 * one.bytes });
      await store.delete(handle, scope);
      expect(await store.stats()).toEqual(one);
    });

    test('forgets one original when told, and it can be put again', {}, async ({ store }) => {
      const [kept, gone] = [await store.put({ scope, text: 'kept' }), await store.put({ scope, text: 'gone' })];
      expect(await store.delete(gone, scope)).toBe(true);
      expect(await store.delete(gone, scope)).toBe(false);
      expect((await store.get(gone, scope)).status === 'found').toBe(false);
      expect(await statusesOf(store, [kept])).toEqual(['found']);
      expect(await store.put({ scope, text: 'gone' })).toBe(gone);
      expect(await statusesOf(store, [kept, gone])).toEqual(['found', 'found']);
    });
  });
}
