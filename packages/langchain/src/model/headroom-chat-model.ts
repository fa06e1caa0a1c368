import type { Headroom } from '@headroom/core';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { BaseLanguageModelInput } from '@langchain/core/language_models/base';
import {
  BaseChatModel,
  type BaseChatModelCallOptions,
  type BindToolsInput,
  type LangSmithParams,
} from '@langchain/core/language_models/chat_models';
import type { ChatModelStreamEvent } from '@langchain/core/language_models/event';
import type { AIMessageChunk, BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk, ChatResult, LLMResult } from '@langchain/core/outputs';
import { RunnableBinding, type Runnable } from '@langchain/core/runnables';
import type { IterableReadableStream } from '@langchain/core/utils/stream';
import { resolveOptions, type HeadroomLangChainOptions, type ResolvedOptions } from '../options.ts';
import { textOf } from '../messages/message.ts';
import { modelId, type InnerModel, type ModelOptions } from '../request/inner-model.ts';
import { createModelCall, type ModelCall } from './model-call.ts';
import { withDefaults } from './resolve-inner.ts';
import { structuredOutput } from './structured-output.ts';
import { baseFields, checkChatModel, isChatModel } from './wrapped-model.ts';

/** What wrappers made from one another share: the options, and the calls that remember what was formatted and answered. */
interface Shared {
  readonly resolved: ResolvedOptions;
  readonly callsOf: (inner: InnerModel) => ModelCall;
}

const sharedOptions = new WeakMap<HeadroomLangChainOptions, Shared>();

/**
 * A chat model around another one: it compresses bulky tool results in every outgoing prompt, keeps the originals, and lets the model read any of them again within the same
 * call. To everything else it is the model that it wraps.
 *
 * The caller's messages, graph state and memory keep the originals; only the prompt changes.
 *
 * @throws HeadroomError `invalid-option`; `invalid-input` where what is given is no chat model.
 * @example
 * const model = new HeadroomChatModel(new ChatOpenAI({ model: 'gpt-5' }));
 * const answer = await model.bindTools(tools).invoke(messages);
 */
export class HeadroomChatModel<CallOptions extends BaseChatModelCallOptions = BaseChatModelCallOptions> extends BaseChatModel<CallOptions> {
  /** The wrapped model. */
  readonly inner: BaseChatModel<CallOptions>;
  /** The engine, for figures, for retrieving by hand, and to share with `headroomTools`. */
  readonly headroom: Headroom;
  override lc_serializable = false;
  readonly #options: HeadroomLangChainOptions;
  readonly #model: InnerModel;
  readonly #calls: ModelCall;
  readonly #resolved: ResolvedOptions;

  constructor(model: BaseChatModel<CallOptions>, options: HeadroomLangChainOptions = {}) {
    checkChatModel(model);
    // Around `_generate` it is this class that calls back, tags and caches; the wrapped model's own copies are not asked on this path.
    super(baseFields(model));
    this.inner = model;
    this.#model = model as unknown as InnerModel;
    this.#options = options;
    const { resolved, callsOf } = share(options);
    this.#resolved = resolved;
    this.#calls = callsOf(this.#model);
    this.headroom = resolved.engine;
    this.lc_namespace = this.#model.lc_namespace;
    // The base class takes a class that overrides `_streamResponseChunks` for one that can stream.
    this.disableStreaming = model.disableStreaming || model._streamResponseChunks === BaseChatModel.prototype._streamResponseChunks;
    if (this.#model.bindTools === undefined) Object.defineProperty(this, 'bindTools', { value: undefined });
  }

  static override lc_name(): string {
    return 'HeadroomChatModel';
  }

  /** By this the events of a run name the model. */
  override get lc_id(): string[] {
    return this.inner.lc_id;
  }

  override _llmType(): string {
    // The base class asks while it is constructed.
    return this.inner === undefined ? 'headroom' : this.inner._llmType();
  }

  override _modelType(): string {
    return this.inner._modelType();
  }

  override getName(suffix?: string): string {
    return this.inner.getName(suffix);
  }

  /** What the wrapped model can do: agents choose their strategy for structured output by it. */
  override get profile(): BaseChatModel['profile'] {
    return this.inner.profile;
  }

  override get callKeys(): string[] {
    return this.inner === undefined ? super.callKeys : this.inner.callKeys;
  }

  /** The id of the wrapped model, where it has one. */
  get model(): string | undefined {
    return modelId(this.#model);
  }

  override _identifyingParams(): Record<string, unknown> {
    // A cache that a bare model shares must not serve answers to prompts that it never sent.
    return { ...this.#model._identifyingParams?.(), headroom: this.headroom.mode };
  }

  override getLsParams(options: this['ParsedCallOptions']): LangSmithParams {
    return this.inner.getLsParams(this.#merged(options) as never);
  }

  override invocationParams(options?: this['ParsedCallOptions']): ReturnType<BaseChatModel['invocationParams']> {
    return this.#model.invocationParams(this.#merged(options));
  }

  protected override _getInvocationParamsForTracing(options?: this['ParsedCallOptions']): ReturnType<this['invocationParams']> {
    const merged = this.#merged(options);
    return (this.#model._getInvocationParamsForTracing?.(merged) ?? this.#model.invocationParams(merged)) as ReturnType<
      this['invocationParams']
    >;
  }

  protected override _getCallOptionsForTracing(
    options: this['ParsedCallOptions'],
    params: ReturnType<this['invocationParams']>,
  ): this['ParsedCallOptions'] {
    return (this.#model._getCallOptionsForTracing?.(options as ModelOptions, params) ?? options) as this['ParsedCallOptions'];
  }

  override _combineLLMOutput(...outputs: LLMResult['llmOutput'][]): LLMResult['llmOutput'] {
    return this.#model._combineLLMOutput?.(...outputs);
  }

  /** Counts tokens with Headroom's own counter: LangChain's fetches its table from the network. */
  override async getNumTokens(content: BaseMessage['content']): Promise<number> {
    const model = this.#resolved.model ?? this.model;
    return this.headroom.countTokens(textOf(content), model === undefined ? {} : { model });
  }

  override async invoke(input: BaseLanguageModelInput, options?: Partial<CallOptions>): Promise<AIMessageChunk> {
    return super.invoke(input, this.#callOptions(options));
  }

  override async stream(input: BaseLanguageModelInput, options?: Partial<CallOptions>): Promise<IterableReadableStream<AIMessageChunk>> {
    return super.stream(input, this.#callOptions(options));
  }

  override bindTools(
    tools: BindToolsInput[],
    options?: Partial<CallOptions>,
  ): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions> {
    return this.#wrapAgain(this.#model.bindTools?.(tools, options)) as Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions>;
  }

  override withConfig(config: Partial<CallOptions>): Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions> {
    return this.#wrapAgain(this.#model.withConfig(config)) as Runnable<BaseLanguageModelInput, AIMessageChunk, CallOptions>;
  }

  override withStructuredOutput: BaseChatModel<CallOptions>['withStructuredOutput'] = (schema: never, config?: never) => {
    const binding = {
      withConfig: (bound: object) => this.withConfig(bound as Partial<CallOptions>),
      bindTools: (tools: readonly unknown[], options?: object) =>
        this.bindTools(tools as BindToolsInput[], options as Partial<CallOptions>),
    };
    const own = this.#model._getModelInstance === undefined ? structuredOutput(this.#model, binding, schema, config) : undefined;
    return (own ?? BaseChatModel.prototype.withStructuredOutput.call(this, schema, config)) as never;
  };

  override _generate(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<ChatResult> {
    return this.#calls.generate(messages, options as ModelOptions, runManager);
  }

  override _streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    return this.#calls.stream(messages, options as ModelOptions, runManager);
  }

  override _streamChatModelEvents(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatModelStreamEvent> {
    return this.#calls.streamEvents(messages, options as ModelOptions, runManager);
  }

  #merged(options: object | undefined): ModelOptions {
    const { headroom: _ours, ...others } = withDefaults(this.#model, { ...options });
    return others;
  }

  /** Options as the wrapped model's own `invoke` would complete them, and what only we read of the configuration, which does not come down to `_generate`. */
  #callOptions(options: Partial<CallOptions> | undefined): Partial<CallOptions> {
    const merged = withDefaults(this.#model, { ...options });
    const { configurable } = merged as { readonly configurable?: Readonly<Record<string, unknown>> };
    const scope = configurable?.['headroom_scope'];
    const ours = {
      ...(typeof scope === 'string' ? { scope } : {}),
      ...(merged['headroom'] as object | undefined),
      ...(this.#model._getModelInstance === undefined || configurable === undefined ? {} : { configurable }),
    };
    return (Object.keys(ours).length === 0 ? merged : { ...merged, headroom: ours }) as Partial<CallOptions>;
  }

  // Binding gives a model of the same class (OpenAI) or a binding around the model (most others).
  #wrapAgain(bound: unknown): unknown {
    if (RunnableBinding.isRunnableBinding(bound)) {
      const { kwargs, config, configFactories } = bound;
      return new RunnableBinding({
        bound: this.#wrapAgain(bound.bound) as Runnable,
        ...(kwargs === undefined ? {} : { kwargs }),
        config,
        ...(configFactories === undefined ? {} : { configFactories }),
      });
    }
    if (bound === this.inner) return this;
    return isChatModel(bound) ? new HeadroomChatModel(bound as BaseChatModel<CallOptions>, this.#options) : bound;
  }
}

function share(options: HeadroomLangChainOptions): Shared {
  const known = sharedOptions.get(options);
  if (known !== undefined) return known;
  const resolved = resolveOptions(options);
  const shared = { resolved, callsOf: createModelCall(resolved) };
  sharedOptions.set(options, shared);
  return shared;
}
