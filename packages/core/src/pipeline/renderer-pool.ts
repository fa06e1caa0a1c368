import { createInlineRenderer } from '../offload/inline-renderer.ts';
import type { Renderer } from '../offload/renderer.ts';
import { createWorkerRenderer } from '../offload/worker-renderer.ts';
import { builtInCompressors } from '../router/built-in-compressors.ts';
import type { RenderRequest } from '../router/render-request.ts';
import type { RenderTools } from '../router/render.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import { describeModel } from '../tokens/models.ts';
import type { PassReason, Rendering } from '../types/rendering.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import type { ResolvedOptions } from './options.ts';

/** Where renderings are made for one model: small texts here, large ones on a worker thread. */
export interface RendererPool {
  readonly counter: () => Promise<TokenCounter>;
  /** Rejects with a `TimeoutError` after `deadlineMs`; without one it waits. */
  render(request: RenderRequest, deadlineMs: number | undefined): Promise<Rendering>;
  /** Counts a text that passes unchanged, for the receipt. */
  measure(text: string, reason: PassReason, detail?: string): Promise<Rendering>;
  close(): Promise<void>;
}

// About 10 ms of work on an ordinary machine: one such text never holds the event loop for long, and a larger one is worth the trip.
const offloadLength = 100_000;

/** Makes the renderers for a model; a caller's own compressors or counter are functions, which cannot cross to a worker. */
export function createRendererPool(options: ResolvedOptions, model: string | undefined): RendererPool {
  const { encoding } = describeModel(model);
  const counter = async () => options.tokenCounter ?? loadTokenCounter(encoding);
  const tools = async (): Promise<RenderTools> => ({ compressors: [...options.compressors, ...builtInCompressors()], counter: await counter() });
  const inline = createInlineRenderer(tools);
  const movable = options.offload === 'auto' && options.compressors.length === 0 && options.tokenCounter === undefined;
  const worker: Renderer | undefined = movable ? createWorkerRenderer(encoding) : undefined;

  return {
    counter,
    render(request, deadlineMs) {
      const signal = deadlineMs === undefined ? new AbortController().signal : AbortSignal.timeout(deadlineMs);
      return (request.text.length >= offloadLength && worker !== undefined ? worker : inline).render(request, signal);
    },
    async measure(text, reason, detail) {
      const tokens = (await counter()).count(text);
      return { kind: 'text', tokensBefore: tokens, tokensAfter: tokens, omissions: [], reason, ...(detail === undefined ? {} : { detail }) };
    },
    async close() {
      await worker?.close();
    },
  };
}
