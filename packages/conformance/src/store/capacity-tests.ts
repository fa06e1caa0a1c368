import { codeOf, putAll, scope, statusesOf, type Scene, type Stage } from './stage.ts';

const unit = 1_000;
const textOf = (name: string, units = 1) => name.padEnd(units * unit, '.');

/** Three originals, each touched so much later than the one before that the store can tell. */
async function putInSteps({ store, advanceOneStep }: Scene): Promise<readonly [string, string, string]> {
  const handles: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    handles.push(...(await putAll(store, [textOf(name)])));
    await advanceOneStep();
  }
  return handles as unknown as readonly [string, string, string];
}

export function capacityTests(stage: Stage): void {
  const { group, expect } = stage;
  // Three originals of one unit fit; bytes leave half a unit more, so that only the fourth is too much.
  const bounds = {
    entries: async () => ({ maximumEntries: 3 }),
    bytes: async () => ({ maximumBytes: Math.floor(3.5 * (await stage.measure(textOf('a')))) }),
  };
  for (const [bound, setup] of Object.entries(bounds)) {
    const test = (name: string, body: (scene: Scene) => Promise<void>) => stage.test(name, setup, body);

    group(`capacity in ${bound}`, () => {
      test('refuses a put rather than evict what a live conversation shows', async (scene) => {
        const { store } = scene;
        const handles = await putInSteps(scene);
        expect(await codeOf(store.put({ scope, text: textOf('d') }))).toBe('store-full');
        expect(await statusesOf(store, handles)).toEqual(['found', 'found', 'found']);
        expect((await store.stats()).entries).toBe(3);
      });

      test('evicts nothing when a known text is put again at the bound', async (scene) => {
        const { store, advanceBeyondLive } = scene;
        const [a, b, c] = await putInSteps(scene);
        await advanceBeyondLive();
        expect(await store.put({ scope, text: textOf('b') })).toBe(b);
        expect(await statusesOf(store, [a, b, c])).toEqual(['found', 'found', 'found']);
      });

      test('lets the longest untouched go when no live conversation shows it, and says so afterwards', async (scene) => {
        const { store, advanceBeyondLive } = scene;
        const [a, b, c] = await putInSteps(scene);
        await advanceBeyondLive();
        await store.touch([a], scope);
        const [d] = (await putAll(store, [textOf('d')])) as [string];
        expect(await store.get(b, scope)).toEqual({ status: 'expired' });
        expect(await store.get(b, 'other')).toEqual({ status: 'wrong-scope' });
        expect(await statusesOf(store, [a, c, d])).toEqual(['found', 'found', 'found']);
      });

      test('keeps what is touched, however long, and refuses when all is', async (scene) => {
        const {
          store,
          setup: { liveForMs },
          advance,
        } = scene;
        const handles = await putInSteps(scene);
        for (let round = 0; round < 4; round += 1) {
          await advance(0.9 * liveForMs);
          await store.touch(handles, scope);
        }
        await advance(0.9 * liveForMs);
        expect(await codeOf(store.put({ scope, text: textOf('d') }))).toBe('store-full');
        expect(await statusesOf(store, handles)).toEqual(['found', 'found', 'found']);
      });

      test('has room again after a purge, a delete or the end of a life', async (scene) => {
        const { store, advanceBeyondLife } = scene;
        const [a] = await putInSteps(scene);
        await store.delete(a, scope);
        await putAll(store, [textOf('d')]);
        expect(await codeOf(store.put({ scope, text: textOf('e') }))).toBe('store-full');
        await store.purge(scope);
        const handles = await putAll(store, [textOf('e'), textOf('f'), textOf('g')]);
        await advanceBeyondLife();
        const [h] = (await putAll(store, [textOf('h')])) as [string];
        expect(await statusesOf(store, [h, ...handles])).toEqual(['found', 'expired', 'expired', 'expired']);
      });

      test('stays within its bound', async (scene) => {
        const {
          store,
          setup: { maximumBytes, maximumEntries },
          advanceBeyondLive,
        } = scene;
        for (let round = 0; round < 8; round += 1) {
          await putAll(store, [textOf(`text ${round}`)]);
          const { bytes, entries } = await store.stats();
          expect(bytes <= maximumBytes && entries <= maximumEntries).toBe(true);
          await advanceBeyondLive();
        }
      });

      if (bound === 'bytes') {
        test('evicts nothing for a put that it refuses', async (scene) => {
          const { store, advanceBeyondLive } = scene;
          const [a, b, c] = await putInSteps(scene);
          await advanceBeyondLive();
          expect(await codeOf(store.put({ scope, text: textOf('too large', 4) }))).toBe('store-full');
          await store.touch([b, c], scope);
          expect(await codeOf(store.put({ scope, text: textOf('d', 2) }))).toBe('store-full');
          expect(await statusesOf(store, [a, b, c])).toEqual(['found', 'found', 'found']);
        });
      }
    });
  }
}
