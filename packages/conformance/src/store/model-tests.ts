import { digestHandle } from '@headroom/core';
import { createRandom, type Random } from '../random.ts';
import type { Scene, Stage } from './stage.ts';

const scopes = ['a', 'b', 'c'];
const texts = Array.from({ length: 8 }, (_, index) => `${'text '.repeat(index * 20)}${index}`);
const steps = 400;

/** What a store ought to know: when each original was last touched, by the clock of the test. */
interface Model {
  time: number;
  readonly touchedAt: Map<string, number>;
}

export function modelTests({ group, test, expect }: Stage): void {
  group('any sequence of calls', () => {
    for (const seed of [1, 2, 3]) {
      test(`agrees with a map of touches, sequence ${seed}`, {}, async (scene) => {
        const random = createRandom(seed);
        const model: Model = { time: 0, touchedAt: new Map() };
        for (let step = 0; step < steps; step += 1) expect(await play(scene, model, random)).toBe('agrees');
      });
    }
  });
}

/** One random call on the store and the model; says whether they agree. */
async function play(scene: Scene, model: Model, random: Random): Promise<string> {
  const { store, setup, advance } = scene;
  const scope = random.pick(scopes);
  const text = random.pick(texts);
  const key = `${scope} ${text}`;
  switch (random.below(8)) {
    case 0:
    case 1:
      await store.put({ scope, text });
      model.touchedAt.set(key, model.time);
      return 'agrees';
    case 2:
    case 3:
    case 4:
      return read(scene, model, scope, text, random.pick(['get', 'touch'] as const));
    case 5: {
      const wanted = presence(scene, model, key);
      const deleted = await store.delete(await digestHandle(scope, text), scope);
      model.touchedAt.delete(key);
      return wanted === 'either' || deleted === (wanted === 'found') ? 'agrees' : `delete ${deleted}, wanted ${wanted}`;
    }
    case 6: {
      const milliseconds = Math.floor(setup.ttlMs * random.pick([0.001, 0.01, 0.1, 0.3, 0.6]));
      await advance(milliseconds);
      model.time += milliseconds;
      return 'agrees';
    }
    default:
      await store.prune();
      return 'agrees';
  }
}

async function read(scene: Scene, model: Model, scope: string, text: string, call: 'get' | 'touch'): Promise<string> {
  const key = `${scope} ${text}`;
  const wanted = presence(scene, model, key);
  const handle = await digestHandle(scope, text);
  const status = call === 'get' ? (await scene.store.get(handle, scope)).status : (await scene.store.touch([handle], scope))[0]?.status;
  if (status === 'found') model.touchedAt.set(key, model.time);
  else model.touchedAt.delete(key);
  return wanted === 'either' || (status === 'found') === (wanted === 'found') ? 'agrees' : `${call} says ${status}, wanted ${wanted}`;
}

/** Between the end of a life and the store's granularity after it, both answers are right. */
function presence({ setup, store }: Scene, { time, touchedAt }: Model, key: string): 'found' | 'gone' | 'either' {
  const touched = touchedAt.get(key);
  if (touched === undefined) return 'gone';
  if (time - touched < setup.ttlMs) return 'found';
  return time - touched > setup.ttlMs + store.capabilities.ttlGranularityMs ? 'gone' : 'either';
}
