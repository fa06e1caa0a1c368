import type { LanguageModelPrompt, ProviderData } from '@headroom/core';
import type { Content, FinishReason, Usage } from './content.ts';
import type { JsonObject } from './json.ts';
import type { StreamPart } from './stream-part.ts';

/** What a model is asked; settings that are none of our business pass as they are. */
export interface CallOptions {
  readonly prompt: LanguageModelPrompt;
  readonly tools?: readonly ToolDefinition[] | undefined;
  readonly toolChoice?: { readonly type: 'auto' | 'none' | 'required' } | { readonly type: 'tool'; readonly toolName: string } | undefined;
  readonly responseFormat?: { readonly type: 'text' } | { readonly type: 'json'; readonly schema?: unknown } | undefined;
  readonly abortSignal?: AbortSignal | undefined;
  readonly providerOptions?: ProviderData | undefined;
}

/** A tool that the model may call: a function of the caller or something that the provider runs (`provider`). */
export interface ToolDefinition {
  readonly type: 'function' | 'provider';
  readonly name: string;
  readonly description?: string | undefined;
  readonly inputSchema?: JsonObject;
}

/** What a model answered. */
export interface GenerateResult {
  readonly content: readonly Content[];
  readonly finishReason: FinishReason;
  readonly usage: Usage;
  readonly providerMetadata?: ProviderData | undefined;
  readonly warnings: readonly JsonObject[];
}

/** A model's answer while it is being said. */
export interface StreamResult {
  readonly stream: ReadableStream<StreamPart>;
}

/** A language model of either specification. */
export interface Model {
  readonly specificationVersion: string;
  readonly provider: string;
  readonly modelId: string;
  doGenerate(options: CallOptions): PromiseLike<GenerateResult>;
  doStream(options: CallOptions): PromiseLike<StreamResult>;
}
