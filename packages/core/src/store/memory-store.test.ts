import { describe, expect, it, vi } from 'vitest';
import { HeadroomError } from '../errors/headroom-error.ts';
import { StoreFullError } from '../errors/store-full-error.ts';
import { createMemoryStore } from './memory-store.ts';

// A digest that collides for texts of one length, as the real one never will in a test.
const digest = vi.hoisted(() => ({ of: undefined as ((scope: string, text: string) => string) | undefined }));
vi.mock('../text/digest.ts', async (importActual) => {
  const actual = await importActual<typeof import('../text/digest.ts')>();
  return { digestHandle: async (scope: string, text: string) => digest.of?.(scope, text) ?? actual.digestHandle(scope, text) };
});

describe('createMemoryStore', () => {
  it('keeps the first of two originals whose handles collide, and says so', async () => {
    const store = createMemoryStore();
    digest.of = (_scope, text) => String(text.length).padStart(24, '0');
    const handle = await store.put({ scope: 'a', text: 'first' });
    await expect(store.put({ scope: 'a', text: 'other' })).rejects.toMatchObject({ code: 'store-failed' });
    await expect(store.put({ scope: 'b', text: 'first' })).rejects.toMatchObject({ code: 'store-failed' });
    expect(await store.get(handle, 'a')).toEqual({ status: 'found', text: 'first' });
    expect(await store.stats()).toEqual({ entries: 1, bytes: 10 });
    digest.of = undefined;
  });

  it('counts two bytes for a UTF-16 unit', async () => {
    const store = createMemoryStore({ maximumBytes: 20 });
    await store.put({ scope: 'a', text: '😀'.repeat(5) });
    expect((await store.stats()).bytes).toBe(20);
    const refused = store.put({ scope: 'a', text: 'x' });
    await expect(refused).rejects.toBeInstanceOf(StoreFullError);
    await expect(refused).rejects.toThrow(/20 of 20 bytes/);
  });

  it('stores the text as it was when put was called', async () => {
    const store = createMemoryStore();
    const entry = { scope: 'a', text: 'as it was' };
    const acknowledged = store.put(entry);
    entry.text = 'changed meanwhile';
    expect(await store.get(await acknowledged, 'a')).toEqual({ status: 'found', text: 'as it was' });
  });

  it('never lets an original live longer for being live than its life', async () => {
    let time = 0;
    const store = createMemoryStore({ ttlMs: 100, maximumEntries: 1, now: () => time });
    await store.put({ scope: 'a', text: 'one' });
    time = 100;
    await store.put({ scope: 'a', text: 'two' });
    expect((await store.stats()).entries).toBe(1);
  });

  it('takes a clock that goes back for one that stands still', async () => {
    let time = 1_000;
    const store = createMemoryStore({ ttlMs: 100, now: () => time });
    const handle = await store.put({ scope: 'a', text: 'one' });
    time = 0;
    expect((await store.get(handle, 'a')).status).toBe('found');
    time = 99;
    expect((await store.get(handle, 'a')).status).toBe('found');
  });

  it('refuses figures that make no sense', () => {
    for (const options of [
      { maximumBytes: 0 },
      { maximumBytes: 1.5 },
      { maximumEntries: -1 },
      { maximumEntries: Infinity },
      { ttlMs: 0 },
      { ttlMs: Number.NaN },
      { liveForMs: -1 },
    ]) {
      expect(() => createMemoryStore(options), JSON.stringify(options)).toThrow(HeadroomError);
    }
  });

  it('finds one of very many at once', async () => {
    const store = createMemoryStore();
    const handles = await Promise.all(Array.from({ length: 20_000 }, (_, index) => store.put({ scope: 'a', text: `text ${index}` })));
    for (const handle of handles) expect(await store.get(handle, 'a')).toMatchObject({ status: 'found' });
  });
});
