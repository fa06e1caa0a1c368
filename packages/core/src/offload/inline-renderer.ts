import { readOriginal } from '../retrieve/retrieve.ts';
import { render, type RenderTools } from '../router/render.ts';
import type { Renderer } from './renderer.ts';

/** Renders on the caller's own thread. */
export function createInlineRenderer(loadTools: () => Promise<RenderTools>): Renderer {
  return {
    async render(request, signal) {
      const tools = await loadTools();
      signal.throwIfAborted();
      return abortable(render(request, { ...tools, signal }), signal);
    },
    async count(text) {
      return (await loadTools()).counter.count(text);
    },
    async read(original, request) {
      const { counter } = await loadTools();
      return readOriginal(original, request, { count: (text) => counter.count(text) });
    },
    async close() {},
  };
}

/** Synchronous work cannot be interrupted, but a compressor that waits can be left behind. */
function abortable<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(signal.reason as Error);
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
