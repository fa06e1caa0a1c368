import { buildReceipt, type Receipt, type SegmentReport } from '../receipt/receipt.ts';
import { retrieveToolTokens } from '../retrieve/retrieve-tool.ts';
import { describeModel } from '../tokens/models.ts';
import type { Edit, Lens, Segment } from '../types/segment.ts';
import type { Scope } from '../types/store.ts';
import type { HeadroomEvent } from './events.ts';
import { createLineage, type Lineage, type PromptState } from '../repeats/lineage.ts';
import { addIntents } from './add-intents.ts';
import { createMemo } from './memo.ts';
import { checkScope, type ResolvedOptions } from './options.ts';
import { patientStore } from './patient-store.ts';
import { permit, type Permission, type Redemption } from './policy.ts';
import { createProgress } from './progress.ts';
import { recall, type Recalled } from './recall.ts';
import { orAborted } from './or-aborted.ts';
import { createRendererPool, type RendererPool } from './renderer-pool.ts';
import { renderSegment, type RenderingRun } from './render-segment.ts';
import { reportSegment } from './report-segment.ts';
import { tellSegment, type ToldSegment } from './tell-segment.ts';

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
  const lineage = createLineage(Math.max(1, Math.floor(options.memoBytes / 4)));
  const pools = new Map<string, RendererPool>();

  function renderers(model: string | undefined): RendererPool {
    const key = describeModel(model).encoding;
    const pool = pools.get(key) ?? createRendererPool(options, model);
    pools.set(key, pool);
    return pool;
  }

  async function compress<M>(lens: Lens<M>, messages: M, call: EngineCall): Promise<CompressResult<M>> {
    const started = performance.now();
    const model = call.model ?? options.model;
    const finish = (segments: readonly SegmentReport[], counter: string, result: M): CompressResult<M> => {
      const overheadTokens = call.redemption === 'tool' && options.mode !== 'off' && options.mode !== 'lossless' ? retrieveToolTokens : 0;
      const receipt = buildReceipt({ mode: options.mode, counter, segments, overheadTokens, milliseconds: performance.now() - started });
      if (call.effect !== 'measure') options.onReceipt(receipt);
      return { messages: result, receipt };
    };
    if (options.mode === 'off') return finish([], describeModel(model).counterName, messages);
    const onEvent = call.effect === 'measure' ? () => undefined : options.onEvent;
    const effect = options.mode === 'audit' ? 'measure' : (call.effect ?? 'store');
    const run: RenderingRun = {
      options,
      scope: checkScope(call.scope ?? options.scope),
      redemption: call.redemption,
      contextWindow: describeModel(model).contextWindow,
      store: patientStore(options.store, options.storeDeadlineMs),
      memo,
      renderers: renderers(model),
      effect,
      onStoreFailed: (segment, error) => onEvent({ type: 'store-failed', segmentId: segment.id, error }),
    };
    const { reports, edits } = await walk(lens.segments(messages), { run, lineage, onEvent, signal: call.signal });
    const counterName = options.tokenCounter?.name ?? describeModel(model).counterName;
    return finish(reports, counterName, options.mode === 'audit' ? messages : lens.apply(messages, edits));
  }

  return {
    compress,
    renderers,
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}

interface Walked {
  readonly reports: readonly SegmentReport[];
  readonly edits: readonly Edit[];
}

interface Walk {
  readonly run: RenderingRun;
  readonly lineage: Lineage;
  readonly onEvent: (event: HeadroomEvent) => void;
  readonly signal: AbortSignal | undefined;
}

async function walk(segments: readonly Segment[], { run, lineage, onEvent, signal }: Walk): Promise<Walked> {
  const intended = addIntents(segments);
  const planned = segments.map((segment, index) => ({ segment: intended[index] ?? segment, permission: permitSafely(segment, run) }));
  const recalled = await orAborted(() => recall(planned, run), signal);
  const progress = createProgress(recalled, onEvent);
  const reports: SegmentReport[] = [];
  const edits: Edit[] = [];
  let state = lineage.beginning;
  for (const [index, { segment, permission, rendering: known }] of recalled.entries()) {
    const before = state;
    const told = await orAborted(() => renderSafely({ segment, permission, rendering: known }, before, run, lineage), signal);
    const { rendering } = told;
    state = told.state;
    if (rendering?.text !== undefined) edits.push({ segment: segments[index] ?? segment, text: rendering.text });
    const report = reportSegment(segment, permission, rendering);
    reports.push(report);
    onEvent(eventFor(report));
    if (known === undefined && rendering !== undefined) await progress(segment);
  }
  return { reports, edits };
}

/** A rule of the caller's that throws leaves the segment alone (I6). */
function permitSafely(segment: Segment, { options, redemption }: RenderingRun): Permission {
  try {
    return permit(segment, options, redemption);
  } catch {
    return { allowed: 'nothing', reason: 'caller-failed' };
  }
}

/** What throws here is the caller's own: a token counter. Nothing can be told in figures then, and the text passes (I6). */
async function renderSafely(
  { segment, permission, rendering: known }: Recalled,
  state: PromptState,
  run: RenderingRun,
  lineage: Lineage,
): Promise<ToldSegment> {
  try {
    const rendered = known ?? (permission.allowed === 'rewrite' ? await renderSegment(segment, permission, run) : undefined);
    return await tellSegment(segment, permission, rendered, state, lineage, run);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    return { rendering: { kind: 'text', tokensBefore: 0, tokensAfter: 0, omissions: [], reason: 'caller-failed', detail }, state };
  }
}

function eventFor(report: SegmentReport): HeadroomEvent {
  if (report.flag === 'compressed') {
    const { id, compressor = '', tokensBefore = 0, tokensAfter = 0 } = report;
    return { type: 'segment-compressed', segmentId: id, compressor, tokensBefore, tokensAfter };
  }
  return {
    type: 'segment-passed',
    segmentId: report.id,
    reason: report.reason ?? 'no-gain',
    ...(report.detail === undefined ? {} : { detail: report.detail }),
  };
}
