import { compactDocumentWith, crushArrayWith, type CrushedArray, type Crushed, type CrushOptions, type CrushTools } from './crush-json.ts';
import { HeadroomError } from './errors/headroom-error.ts';
import { anthropicMessagesLens } from './lenses/anthropic-messages.ts';
import { detectMessageFormat, type MessageFormat } from './lenses/message-format.ts';
import { openAiChatLens } from './lenses/openai-chat.ts';
import { plainTextLens } from './lenses/plain-text.ts';
import { createEngine, type CompressResult, type EngineCall } from './pipeline/engine.ts';
import { resolveOptions, type HeadroomOptions, type Mode, type ResolvedOptions } from './pipeline/options.ts';
import type { Redemption } from './pipeline/policy.ts';
import type { Receipt } from './receipt/receipt.ts';
import { readRetrieveInput, retrieveBy, type RetrieveAnswer, type RetrieveRequest } from './retrieve/retrieve.ts';
import { isRetrieveToolName } from './retrieve/retrieve-tool.ts';
import { loadTokenCounter } from './tokens/load-token-counter.ts';
import { describeModel } from './tokens/models.ts';
import type { Fidelity, Omission } from './types/compressor.ts';
import type { ContentKind } from './types/content-kind.ts';
import type { PassReason } from './types/rendering.ts';
import type { Lens } from './types/segment.ts';
import type { CcrStore, Handle, Scope } from './types/store.ts';

/** What a call of `compress` may say. */
export interface CompressOptions {
  /** @default told by the messages themselves */
  readonly format?: MessageFormat;
  readonly model?: string;
  readonly scope?: Scope;
  /**
   * The request's tools in any provider's shape. Where they are given and the retrieve tool is not among them, nothing is left out (I2).
   *
   * @default the caller vouches that the model can call `headroom_retrieve`
   */
  readonly tools?: readonly unknown[];
  /** Cancels the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** What a call of `compressText` may say about where the text came from. */
export interface TextOptions {
  readonly question?: string;
  readonly toolName?: string;
  readonly toolInput?: unknown;
  readonly model?: string;
  readonly scope?: Scope;
  /** @default 'tool' */
  readonly redemption?: Redemption;
  /** Cancels the call, which then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** One text, compressed or as it came. */
export interface TextResult {
  readonly text: string;
  readonly kind: ContentKind;
  readonly compressor?: string;
  /** How the compressor made it, where it has several ways. */
  readonly method?: string;
  readonly fidelity: Fidelity | 'unchanged';
  readonly tokensBefore: number;
  readonly tokensAfter: number;
  readonly handles: readonly Handle[];
  readonly omissions: readonly Omission[];
  readonly reason?: PassReason;
  /** What went wrong, in words, for the reasons that are failures. */
  readonly detail?: string;
  readonly milliseconds: number;
}

/** The engine that adapters and applications use; one may serve many conversations at once. */
export interface Headroom {
  readonly mode: Mode;
  readonly options: ResolvedOptions;
  readonly store: CcrStore;
  /** Compresses a prompt in OpenAI's chat or Anthropic's messages format. */
  compress<M extends readonly unknown[]>(messages: M, options?: CompressOptions): Promise<CompressResult<M>>;
  /** Compresses a prompt of any format that there is a lens for. */
  compressWith<M>(lens: Lens<M>, messages: M, call: Omit<EngineCall, 'effect'>): Promise<CompressResult<M>>;
  /** Compresses one tool result. */
  compressText(text: string, options?: TextOptions): Promise<TextResult>;
  /** Says what `compress` would do, without any side effect. */
  simulate<M extends readonly unknown[]>(messages: M, options?: CompressOptions): Promise<CompressResult<M>>;
  /** Reads an original, or the part of it that is asked for; a pure function of original and request. */
  retrieve(request: RetrieveRequest, call?: { readonly scope?: Scope; readonly model?: string }): Promise<RetrieveAnswer>;
  /**
   * Crushes a JSON list: the rows that matter most stay, whole and in their order.
   *
   * Rejects with HeadroomError `invalid-input` where the text is no JSON list, and where the store does not take the original.
   */
  crushArray(json: string, options?: CrushOptions): Promise<CrushedArray>;
  /** Makes a nested JSON document compact: its keys stay, inner tables are written compactly, long texts are cut with a statement. */
  compactDocument(json: string, options?: CrushOptions): Promise<Crushed>;
  /** Counts the tokens of a text with the counter that receipts use, where the engine's own counting runs: adapters count what they add themselves (I13). */
  countTokens(text: string, call?: { readonly model?: string }): Promise<number>;
  /** Ends worker threads and closes the store. */
  close(): Promise<void>;
}

/**
 * Makes an engine.
 *
 * @throws HeadroomError `invalid-option`.
 * @example
 * const headroom = createHeadroom({ model: 'gpt-5' });
 * const { messages, receipt } = await headroom.compress(history, { tools });
 */
export function createHeadroom(options: HeadroomOptions = {}): Headroom {
  const resolved = resolveOptions(options);
  const engine = createEngine(resolved);

  async function compressAs<M extends readonly unknown[]>(
    messages: M,
    call: CompressOptions,
    effect: 'store' | 'measure',
  ): Promise<CompressResult<M>> {
    if (!Array.isArray(messages)) {
      throw new HeadroomError({
        code: 'invalid-input',
        message: 'compress takes an array of messages in the OpenAI chat or Anthropic format; for one text use compressText.',
      });
    }
    const lens = lensFor(call.format ?? detectMessageFormat(messages)) as Lens<M>;
    const redemption = call.tools === undefined || call.tools.some(isRetrieveTool) ? 'tool' : 'none';
    return engine.compress(lens, messages, { redemption, effect, ...pick(call) });
  }

  async function crushTools(call: CrushOptions): Promise<CrushTools> {
    const model = call.model ?? resolved.model;
    return {
      store: resolved.store,
      scope: call.scope ?? resolved.scope,
      counter: resolved.tokenCounter ?? (await loadTokenCounter(describeModel(model).encoding)),
      contextWindow: describeModel(model).contextWindow,
    };
  }

  return {
    mode: resolved.mode,
    options: resolved,
    store: resolved.store,
    compress: (messages, call = {}) => compressAs(messages, call, 'store'),
    simulate: (messages, call = {}) => compressAs(messages, call, 'measure'),
    compressWith: (lens, messages, call) => engine.compress(lens, messages, call),
    async compressText(text, call = {}) {
      const { redemption = 'tool' } = call;
      const result = await engine.compress(plainTextLens(call), text, { redemption, ...pick(call) });
      const [segment] = result.receipt.segments;
      // What policy excluded was not counted on the way.
      const tokensBefore = segment?.tokensBefore ?? (await engine.renderers(call.model ?? resolved.model).count(text));
      return textResult(result.messages, result.receipt, tokensBefore);
    },
    async retrieve(request, call = {}) {
      const renderers = engine.renderers(call.model ?? resolved.model);
      const answer = await retrieveBy(resolved.store, request, {
        scope: call.scope ?? resolved.scope,
        read: (original, wanted) => renderers.read(original, { ...wanted, budget: wanted.budget ?? resolved.retrievalBudget }),
      });
      resolved.onEvent({ type: 'original-retrieved', hash: readRetrieveInput(request).hash, outcome: answer.found ? 'found' : 'missed' });
      return answer;
    },
    crushArray: async (json, call = {}) => crushArrayWith(json, call, await crushTools(call)),
    compactDocument: async (json, call = {}) => compactDocumentWith(json, call, await crushTools(call)),
    countTokens: (text, call = {}) => engine.renderers(call.model ?? resolved.model).count(text),
    async close() {
      await engine.close();
      await resolved.store.close();
    },
  };
}

function lensFor(format: MessageFormat): unknown {
  return format === 'anthropic' ? anthropicMessagesLens() : openAiChatLens();
}

function pick({ model, scope, signal }: Pick<EngineCall, 'model' | 'scope' | 'signal'>): Pick<EngineCall, 'model' | 'scope' | 'signal'> {
  return {
    ...(model === undefined ? {} : { model }),
    ...(scope === undefined ? {} : { scope }),
    ...(signal === undefined ? {} : { signal }),
  };
}

function isRetrieveTool(tool: unknown): boolean {
  if (typeof tool !== 'object' || tool === null) return false;
  const { name, function: body } = tool as { name?: unknown; function?: { name?: unknown } };
  return [name, body?.name].some((candidate) => typeof candidate === 'string' && isRetrieveToolName(candidate));
}

function textResult(text: string, receipt: Receipt, tokensBefore: number): TextResult {
  const [segment] = receipt.segments;
  return {
    text,
    kind: segment?.kind ?? 'text',
    fidelity: segment?.fidelity ?? 'unchanged',
    tokensBefore,
    tokensAfter: segment?.tokensAfter ?? tokensBefore,
    handles: receipt.handles,
    omissions: segment?.omissions ?? [],
    milliseconds: receipt.milliseconds,
    ...(segment?.compressor === undefined ? {} : { compressor: segment.compressor }),
    ...(segment?.method === undefined ? {} : { method: segment.method }),
    ...(segment?.reason === undefined ? {} : { reason: segment.reason }),
    ...(segment?.detail === undefined ? {} : { detail: segment.detail }),
  };
}
