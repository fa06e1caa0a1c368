import { describe, expect, it } from 'vitest';
import type { RenderRequest } from '../router/render-request.ts';
import { builtInCompressors } from '../router/built-in-compressors.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import { createInlineRenderer } from './inline-renderer.ts';
import { createWorkerRenderer } from './worker-renderer.ts';
import shoutingCompressor from './__fixtures__/worker-module.ts';
import { workerThreads } from './worker-threads.ts';

const rows = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, id) => ({ id, name: `name ${(id * 7919) % 1009}`, state: id % 9 === 0 ? 'late' : 'fine' })),
  );

const request = (text: string): RenderRequest => ({
  text,
  question: 'Which is late?',
  fidelity: 'reversible',
  bias: 1,
  contextWindow: 128_000,
  minimumTokens: 200,
  minimumOrigin: 'default',
  minimumSaving: { tokens: 16, share: 0.02 },
  handle: '0123456789abcdef01234567',
  redemption: 'tool',
});

const never = new AbortController().signal;
const inline = createInlineRenderer(async () => ({ compressors: builtInCompressors(), counter: await loadTokenCounter('o200k_base') }));
const refusing = { ...inline, render: () => Promise.reject(new Error('the fallback was asked')) };

describe('createWorkerRenderer', () => {
  it('I4: renders, counts and reads the same on the worker as here', async () => {
    const renderer = createWorkerRenderer('o200k_base', refusing);
    const text = rows(400);
    expect(await renderer.render(request(text), never)).toEqual(await inline.render(request(text), never));
    expect(await renderer.count(text)).toBe(await inline.count(text));
    const wanted = { hash: '0123456789abcdef01234567', query: 'late', budget: 500 };
    expect(await renderer.read(text, wanted)).toEqual(await inline.read(text, wanted));
    await renderer.close();
  });

  it('I6: stops one text at its deadline and still answers the others', async () => {
    const renderer = createWorkerRenderer('o200k_base', inline);
    await renderer.count('warm');
    const abort = new AbortController();
    const long = renderer.render(request(rows(30_000)), abort.signal);
    const others = [renderer.count('one two three'), renderer.render(request(rows(300)), never)];
    abort.abort(new DOMException('too late', 'TimeoutError'));
    await expect(long).rejects.toMatchObject({ name: 'TimeoutError' });
    const [count, rendering] = await Promise.all(others);
    expect(count).toBe(3);
    expect(rendering).toMatchObject({ kind: 'json' });
    await renderer.close();
  });

  it('serves any number of engines with one thread, and ends it with the last', async () => {
    const threads = workerThreads() as { Worker: new (...parameters: never[]) => object };
    const { Worker } = threads;
    let started = 0;
    threads.Worker = class extends Worker {
      constructor(...parameters: never[]) {
        super(...parameters);
        started += 1;
      }
    };
    const renderers = Array.from({ length: 6 }, () => createWorkerRenderer('o200k_base', refusing));
    expect(await Promise.all(renderers.map((renderer) => renderer.count('one two')))).toEqual(Array.from({ length: 6 }, () => 2));
    for (const renderer of renderers.slice(1)) await renderer.close();
    expect(await renderers[0]?.count('one')).toBe(1);
    expect(started).toBe(1);
    await renderers[0]?.close();
    threads.Worker = Worker;
    const again = createWorkerRenderer('o200k_base', refusing);
    expect(await again.count('one')).toBe(1);
    await again.close();
  });

  it("makes a caller's compressor there from its module, and does the work here where the module cannot be loaded", async () => {
    const own = shoutingCompressor();
    const there = createWorkerRenderer('o200k_base', refusing, [own.module ?? '']);
    expect(await there.render(request(rows(400)), never)).toMatchObject({ compressor: 'shouting' });
    await there.close();
    const lost = createWorkerRenderer('o200k_base', inline, ['file:///nowhere/at-all.js']);
    expect(await lost.render(request(rows(400)), never)).toMatchObject({ compressor: 'json' });
    await lost.close();
  });

  it('finds worker threads on this runtime', () => {
    expect(workerThreads()).toBeDefined();
  });
});
