/*
 * The prompt of a language model in the specification of the AI SDK, as far as its versions V2, V3 and V4 agree and adapters look; model messages, which users write, are the same
 * but that their contents may be strings. Our own structural types: parts that we do not know pass by reference, and `PromptOtherPart` stands for them.
 */

/** A list of messages. */
export type LanguageModelPrompt = readonly PromptMessage[];

/** One message. */
export type PromptMessage = PromptSystemMessage | PromptUserMessage | PromptAssistantMessage | PromptToolMessage;

export interface PromptSystemMessage {
  readonly role: 'system';
  readonly content: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptUserMessage {
  readonly role: 'user';
  /** A string only in model messages, never in prompts. */
  readonly content: string | readonly (PromptText | PromptOtherPart)[];
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptAssistantMessage {
  readonly role: 'assistant';
  /** A string only in model messages, never in prompts. */
  readonly content: string | readonly PromptAssistantPart[];
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptToolMessage {
  readonly role: 'tool';
  readonly content: readonly (PromptToolResult | PromptOtherPart)[];
  readonly providerOptions?: ProviderData | undefined;
}

export type PromptAssistantPart = PromptText | PromptReasoning | PromptToolCall | PromptToolResult | PromptOtherPart;

export interface PromptText {
  readonly type: 'text';
  readonly text: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptReasoning {
  readonly type: 'reasoning';
  readonly text: string;
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptToolCall {
  readonly type: 'tool-call';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly input: unknown;
  readonly providerExecuted?: boolean | undefined;
  readonly providerOptions?: ProviderData | undefined;
}

export interface PromptToolResult {
  readonly type: 'tool-result';
  readonly toolCallId: string;
  readonly toolName: string;
  readonly output: PromptToolOutput;
  readonly providerOptions?: ProviderData | undefined;
}

/** A part that is none of our business. */
export interface PromptOtherPart {
  readonly type: 'file' | 'image' | 'reasoning-file' | 'custom' | 'tool-approval-request' | 'tool-approval-response';
  readonly providerOptions?: ProviderData | undefined;
}

/** What a tool gave back. */
export type PromptToolOutput =
  | { readonly type: 'text' | 'error-text'; readonly value: string; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'json' | 'error-json'; readonly value: unknown; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'content'; readonly value: readonly PromptContentItem[]; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'execution-denied'; readonly reason?: string | undefined; readonly providerOptions?: ProviderData | undefined };

/** One item of a `content` output: text, or something else (a file, an image) that is none of our business. */
export type PromptContentItem =
  | { readonly type: 'text'; readonly text: string; readonly providerOptions?: ProviderData | undefined }
  | { readonly type: 'file' | 'file-data' | 'image-data' | 'media' | 'custom' };

/** What one provider, or a middleware, notes on a message or a part, by the provider's name. */
export type ProviderData = Readonly<Record<string, { readonly [key: string]: unknown }>>;
