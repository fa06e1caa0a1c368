import { buildReceipt, type Receipt, type SegmentReport } from '../receipt/receipt.ts';
import { retrieveToolTokens } from '../retrieve/retrieve-tool.ts';
import { describeModel, type ModelDescription } from '../tokens/models.ts';
import type { Lens } from '../types/segment.ts';
import type { Scope } from '../types/store.ts';
import { createLineage } from '../repeats/lineage.ts';
import { createMemo } from './memo.ts';
import { checkScope, type ResolvedOptions } from './options.ts';
import { patientStore } from './patient-store.ts';
import type { Redemption } from './policy.ts';
import { createRendererPool, type RendererPool } from './renderer-pool.ts';
import type { RenderingRun } from './rendering-run.ts';
import type { ToldSegment } from './tell-segment.ts';
import { walkPrompt } from './walk-prompt.ts';

/** What one request says about itself. */
export interface EngineCall {
  readonly model?: string;
  /** What the request offers to redeem a marker; without it nothing is left out (I2). */
  readonly redemption: Redemption;
  readonly scope?: Scope;
  /** `measure` has no side effects at all. */
  readonly effect?: 'store' | 'measure';
  /** Cancels the call, which then rejects with the signal's reason. What was not done decides nothing for later calls. */
  readonly signal?: AbortSignal;
}

/** The messages as they go out, and what was done. */
export interface CompressResult<M> {
  readonly messages: M;
  readonly receipt: Receipt;
}

/** Walks prompts through policy, rendering and store. */
export interface Engine {
  compress<M>(lens: Lens<M>, messages: M, call: EngineCall): Promise<CompressResult<M>>;
  renderers(model: string | undefined): RendererPool;
  close(): Promise<void>;
}

/** Makes an engine: a memo, renderers per model, and the walk over a prompt. */
export function createEngine(options: ResolvedOptions): Engine {
  const memo = createMemo(Math.floor(options.memoBytes));
  // Two bytes a character, and about as much again for the tables of lines.
  const lineage = createLineage<ToldSegment>(Math.max(1, Math.floor(options.memoBytes / 4)));
  const pools = new Map<string, RendererPool>();

  function renderersOf({ encoding }: ModelDescription): RendererPool {
    const pool = pools.get(encoding) ?? createRendererPool(options, encoding);
    pools.set(encoding, pool);
    return pool;
  }

  async function compress<M>(lens: Lens<M>, messages: M, call: EngineCall): Promise<CompressResult<M>> {
    const started = performance.now();
    const model = describeModel(call.model ?? options.model);
    const finish = (segments: readonly SegmentReport[], counter: string, result: M): CompressResult<M> => {
      const { mode } = options;
      const redemption = mode === 'off' || mode === 'lossless' ? 'none' : call.redemption;
      const overheadTokens = redemption === 'tool' ? retrieveToolTokens : 0;
      const receipt = buildReceipt({ mode, redemption, counter, segments, overheadTokens, milliseconds: performance.now() - started });
      if (call.effect !== 'measure') options.onReceipt(receipt);
      return { messages: result, receipt };
    };
    if (options.mode === 'off') return finish([], model.counterName, messages);
    const onEvent = call.effect === 'measure' ? () => undefined : options.onEvent;
    const effect = options.mode === 'audit' ? 'measure' : (call.effect ?? 'store');
    const run: RenderingRun = {
      options,
      scope: checkScope(call.scope ?? options.scope),
      redemption: call.redemption,
      model,
      store: patientStore(options.store, options.storeDeadlineMs),
      memo,
      renderers: renderersOf(model),
      effect,
      onStoreFailed: (segment, error) => onEvent({ type: 'store-failed', segmentId: segment.id, error }),
    };
    const { reports, edits } = await walkPrompt(lens.segments(messages), { run, lineage, onEvent, signal: call.signal });
    const counterName = options.tokenCounter?.name ?? model.counterName;
    return finish(reports, counterName, options.mode === 'audit' ? messages : lens.apply(messages, edits));
  }

  return {
    compress,
    renderers: (model) => renderersOf(describeModel(model)),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
