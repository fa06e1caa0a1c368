import type { JsonValue, ProviderData } from './json.ts';

/*
 * The prompt of a language model, as far as the specifications V3 (ai 6) and V4 (ai 7) agree and this package looks. Our own structural types: one
 * build serves both majors. Parts that we do not know pass by reference; `OtherPart` stands for them.
 */

/** A list of messages. */
export type Prompt = readonly Message[];

/** One message. */
export type Message = SystemMessage | UserMessage | AssistantMessage | ToolMessage;

export interface SystemMessage {
  readonly role: 'system';
  readonly content: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface UserMessage {
  readonly role: 'user';
  /** A string only in model messages, never in prompts. */
  readonly content: string | readonly (TextPart | OtherPart)[];
  readonly providerOptions?: ProviderData | undefined;
}

export interface AssistantMessage {
  readonly role: 'assistant';
  /** A string only in model messages, never in prompts. */
  readonly content: string | readonly AssistantPart[];
  readonly providerOptions?: ProviderData | undefined;
}

export interface ToolMessage {
  readonly role: 'tool';
  readonly content: readonly (ToolResultPart | OtherPart)[];
  readonly providerOptions?: ProviderData | undefined;
}

export type AssistantPart = TextPart | ReasoningPart | ToolCallPart | ToolResultPart | OtherPart;

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface ReasoningPart {
  readonly type: 'reasoning';
  readonly text: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface ToolCallPart {
  readonly type: 'tool-call';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: unknown;
  readonly providerExecuted?: boolean | undefined;
  readonly providerOptions?: ProviderData | undefined;
}

export interface ToolResultPart {
  readonly type: 'tool-result';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly output: ToolResultOutput;
  readonly providerOptions?: ProviderData | undefined;
}

/** A part that is none of our business. */
export interface OtherPart {
  readonly type: 'file' | 'image' | 'reasoning-file' | 'custom' | 'tool-approval-request' | 'tool-approval-response';
  readonly providerOptions?: ProviderData | undefined;
}

/** What a tool gave back. */
export type ToolResultOutput =
  | { readonly type: 'text' | 'error-text'; readonly value: string; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'json' | 'error-json'; readonly value: JsonValue; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'content'; readonly value: readonly ContentItem[]; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'execution-denied'; readonly reason?: string | undefined; readonly providerOptions?: ProviderData | undefined };

/** One item of a `content` output: text, or something else (a file, an image) that is none of our business. */
export type ContentItem =
  | { readonly type: 'text'; readonly text: string; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'file' | 'file-data' | 'image-data' | 'media' | 'custom' };
