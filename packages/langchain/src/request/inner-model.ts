import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { ChatModelStreamEvent } from '@langchain/core/language_models/event';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk, ChatResult } from '@langchain/core/outputs';

/** Options of one model call, as LangChain hands them down: tools, tool choice, response format, signal and whatever the provider's package knows. */
export type ModelOptions = Readonly<Record<string, unknown>>;

/**
 * What is called and read on a wrapped model. Every chat model has it; some of it is protected, or belongs to single providers, so that it is named here rather than taken from the
 * base class.
 */
export interface InnerModel {
  readonly lc_namespace: string[];
  readonly disableStreaming: boolean;
  /** Whether `invoke` streams (OpenAI, Anthropic). */
  readonly streaming?: boolean;
  /** Answers per call (OpenAI). */
  readonly n?: number;
  readonly model?: string;
  readonly modelName?: string;
  /** What `bindTools` and `withConfig` bound, where they give a model and not a binding (OpenAI). */
  readonly defaultOptions?: ModelOptions;
  readonly supportsStrictToolCalling?: boolean;
  readonly thinking?: { readonly type?: string };
  readonly callKeys: string[];
  readonly profile?: Readonly<Record<string, unknown>>;
  _llmType(): string;
  _modelType(): string;
  getName(suffix?: string): string;
  _identifyingParams?(): Record<string, unknown>;
  invocationParams(options?: ModelOptions): unknown;
  getLsParams(options: ModelOptions): object;
  _combineLLMOutput?(...outputs: unknown[]): Record<string, unknown> | undefined;
  _getInvocationParamsForTracing?(options?: ModelOptions): unknown;
  _getCallOptionsForTracing?(options: ModelOptions, invocationParams: unknown): ModelOptions;
  _generate(messages: BaseMessage[], options: ModelOptions, runManager?: CallbackManagerForLLMRun): Promise<ChatResult>;
  _streamResponseChunks(
    messages: BaseMessage[],
    options: ModelOptions,
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk>;
  _streamChatModelEvents(
    messages: BaseMessage[],
    options: ModelOptions,
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatModelStreamEvent>;
  bindTools?(tools: readonly unknown[], options?: ModelOptions): unknown;
  withConfig(config: object): unknown;
  withStructuredOutput(schema: unknown, config?: unknown): unknown;
  /** Makes the model that a configurable one stands for (`initChatModel`). */
  _getModelInstance?(options?: ModelOptions): Promise<InnerModel>;
}

/** The id by which the tokenizer is chosen. */
export function modelId({ model, modelName }: Pick<InnerModel, 'model' | 'modelName'>): string | undefined {
  return [model, modelName].find((id) => typeof id === 'string' && id !== '');
}
