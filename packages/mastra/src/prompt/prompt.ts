/*
 * The prompt of a language model, as far as the specifications V2, V3 and V4 agree and this package looks: Mastra writes the one that the agent's model speaks. Our own
 * structural types; parts that we do not know pass by reference, and `OtherPart` stands for them.
 */

/** A list of messages. */
export type Prompt = readonly Message[];

/** One message. */
export type Message = SystemMessage | UserMessage | AssistantMessage | ToolMessage;

export interface SystemMessage {
  readonly role: 'system';
  readonly content: string;
}

export interface UserMessage {
  readonly role: 'user';
  readonly content: readonly (TextPart | OtherPart)[];
}

export interface AssistantMessage {
  readonly role: 'assistant';
  readonly content: readonly (TextPart | ToolCallPart | ToolResultPart | OtherPart)[];
}

export interface ToolMessage {
  readonly role: 'tool';
  readonly content: readonly (ToolResultPart | OtherPart)[];
}

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export interface ToolCallPart {
  readonly type: 'tool-call';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: unknown;
}

export interface ToolResultPart {
  readonly type: 'tool-result';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly output: ToolResultOutput;
}

/** A part that is none of our business. */
export interface OtherPart {
  readonly type: 'file' | 'reasoning' | 'reasoning-file' | 'custom' | 'tool-approval-request' | 'tool-approval-response';
}

/** What a tool gave back. */
export type ToolResultOutput =
  | { readonly type: 'text' | 'error-text'; readonly value: string }
  | { readonly type: 'json' | 'error-json'; readonly value: unknown }
  | { readonly type: 'content'; readonly value: readonly ContentItem[] }
  | { readonly type: 'execution-denied'; readonly reason?: string };

/** One item of a `content` output: text, or something else (a file, an image) that is none of our business. */
export type ContentItem =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'file' | 'file-data' | 'image-data' | 'media' | 'custom' };
