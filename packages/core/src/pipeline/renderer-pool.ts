import { createInlineRenderer } from '../offload/inline-renderer.ts';
import { createWorkerRenderer } from '../offload/worker-renderer.ts';
import { builtInCompressors } from '../router/built-in-compressors.ts';
import type { RetrieveAnswer, RetrieveRequest } from '../retrieve/retrieve.ts';
import type { RenderRequest } from '../router/render-request.ts';
import type { RenderTools } from '../router/render.ts';
import type { Encoding } from '../tokens/encoding.ts';
import { loadTokenCounter } from '../tokens/load-token-counter.ts';
import type { ContentKind } from '../types/content-kind.ts';
import type { PassReason, Rendering } from '../types/rendering.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import type { ResolvedOptions } from './options.ts';

/** A text that passes unchanged, and why. */
export interface Passing {
  readonly text: string;
  /** @default 'text' */
  readonly kind?: ContentKind;
  readonly reason: PassReason;
  readonly detail?: string;
}

/** Where renderings are made for one tokenizer. */
export interface RendererPool {
  /** Rejects with a `TimeoutError` after `deadlineMs`; without one it waits. */
  render(request: RenderRequest, deadlineMs: number | undefined): Promise<Rendering>;
  /** Counts a text that passes unchanged, for the receipt. */
  measure(passing: Passing): Promise<Rendering>;
  count(text: string): Promise<number>;
  read(original: string, request: RetrieveRequest): Promise<RetrieveAnswer>;
  close(): Promise<void>;
}

/**
 * Makes the renderers for the models of one tokenizer.
 *
 * All work goes to a worker thread where there is one: not only the large texts, since the token tables alone take the event loop for
 * longer than any text does. A caller's own counter is a function, which cannot cross, and so is a compressor that names no
 * module to make it from: with them all work stays here.
 */
export function createRendererPool(options: ResolvedOptions, encoding: Encoding): RendererPool {
  const counter = async (): Promise<TokenCounter> => options.tokenCounter ?? loadTokenCounter(encoding);
  const tools = async (): Promise<RenderTools> => ({
    compressors: [...options.compressors, ...builtInCompressors()],
    counter: await counter(),
  });
  const inline = createInlineRenderer(tools);
  const modules = options.compressors.flatMap(({ module }) => module ?? []);
  const movable = options.offload === 'auto' && modules.length === options.compressors.length && options.tokenCounter === undefined;
  const renderer = movable ? createWorkerRenderer(encoding, inline, modules) : inline;

  return {
    count: (text) => renderer.count(text),
    read: (original, request) => renderer.read(original, request),
    render: (request, deadlineMs) => renderer.render(request, signalAfter(deadlineMs)),
    async measure({ text, kind = 'text', reason, detail }) {
      const tokens = await renderer.count(text);
      return {
        kind,
        tokensBefore: tokens,
        tokensAfter: tokens,
        omissions: [],
        reason,
        ...(detail === undefined ? {} : { detail }),
      };
    },
    async close() {
      await renderer.close();
    },
  };
}

// Timers hold 31 bits of milliseconds; what is longer is no deadline.
const longestTimer = 2 ** 31 - 1;

function signalAfter(deadlineMs: number | undefined): AbortSignal {
  return deadlineMs === undefined || deadlineMs > longestTimer ? new AbortController().signal : AbortSignal.timeout(deadlineMs);
}
