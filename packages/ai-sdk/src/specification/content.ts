import type { ProviderData } from '@headroom/core';
import type { JsonObject, JsonValue } from './json.ts';

/** One part of what a model said. */
export type Content = TextContent | ReasoningContent | ToolCall | ToolResult | OtherContent;

export interface TextContent {
  readonly type: 'text';
  readonly text: string;
  readonly providerMetadata?: ProviderData | undefined;
}

export interface ReasoningContent {
  readonly type: 'reasoning';
  readonly text: string;
  readonly providerMetadata?: ProviderData | undefined;
}

/** A call as the model wrote it: `input` is JSON text. */
export interface ToolCall {
  readonly type: 'tool-call';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: string;
  readonly providerExecuted?: boolean | undefined;
  readonly dynamic?: boolean | undefined;
  readonly providerMetadata?: ProviderData | undefined;
}

/** The result of a call that the model's side ran. */
export interface ToolResult {
  readonly type: 'tool-result';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly result: JsonValue;
  readonly isError?: boolean | undefined;
  /** A preview, which a later result of the same call replaces. */
  readonly preliminary?: boolean | undefined;
  readonly dynamic?: boolean | undefined;
  readonly providerMetadata?: ProviderData | undefined;
}

/** A part that only passes through. */
export interface OtherContent {
  readonly type: 'file' | 'reasoning-file' | 'custom' | 'source' | 'tool-approval-request';
  readonly data?: unknown;
  readonly mediaType?: string;
  readonly kind?: string;
  readonly providerMetadata?: ProviderData | undefined;
}

/** Tokens of one call, or of several summed up. */
export interface Usage {
  readonly inputTokens: {
    readonly total: number | undefined;
    readonly noCache: number | undefined;
    readonly cacheRead: number | undefined;
    readonly cacheWrite: number | undefined;
  };
  readonly outputTokens: { readonly total: number | undefined; readonly text: number | undefined; readonly reasoning: number | undefined };
  readonly raw?: JsonObject | undefined;
}

/** Why a model stopped. */
export interface FinishReason {
  readonly unified: string;
  readonly raw: string | undefined;
}
