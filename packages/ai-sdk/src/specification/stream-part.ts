import type { ProviderData } from '@headroom/core';
import type { FinishReason, OtherContent, ToolCall, ToolResult, Usage } from './content.ts';

/** One part of a model's stream. */
export type StreamPart =
  | BlockStart
  | BlockDelta
  | BlockEnd
  | ToolInputStart
  | { readonly type: 'tool-input-delta'; readonly id: string; readonly delta: string; readonly providerMetadata?: ProviderData | undefined }
  | { readonly type: 'tool-input-end'; readonly id: string; readonly providerMetadata?: ProviderData | undefined }
  | ToolCall
  | ToolResult
  | OtherContent
  | Finish
  | { readonly type: 'error'; readonly error: unknown }
  | { readonly type: 'stream-start' | 'response-metadata' | 'raw' | 'ping' };

export interface BlockStart {
  readonly type: 'text-start' | 'reasoning-start';
  readonly id: string;
  readonly providerMetadata?: ProviderData | undefined;
}

export interface BlockDelta {
  readonly type: 'text-delta' | 'reasoning-delta';
  readonly id: string;
  readonly delta: string;
  readonly providerMetadata?: ProviderData | undefined;
}

export interface BlockEnd {
  readonly type: 'text-end' | 'reasoning-end';
  readonly id: string;
  readonly providerMetadata?: ProviderData | undefined;
}

export interface ToolInputStart {
  readonly type: 'tool-input-start';
  readonly id: string;
  readonly toolName: string;
  readonly providerExecuted?: boolean | undefined;
  readonly dynamic?: boolean | undefined;
  readonly providerMetadata?: ProviderData | undefined;
}

export interface Finish {
  readonly type: 'finish';
  readonly usage: Usage;
  readonly finishReason: FinishReason;
  readonly providerMetadata?: ProviderData | undefined;
}
