import type { IncomingHttpHeaders } from 'node:http';

/** A wire format that the server speaks. */
export type WireFormat = 'openai-chat' | 'openai-responses' | 'anthropic-messages';

/** One thing that the scripted model says, in the order in which it says it. */
export type FakePart =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'reasoning'; readonly text: string }
  | { readonly type: 'call'; readonly id: string; readonly name: string; readonly input: unknown };

/** What the scripted model answers: parts, or a failure. */
export type FakeReply =
  | { readonly parts: readonly FakePart[] }
  | { readonly status: number; readonly message?: string; readonly headers?: Readonly<Record<string, string>> };

/** A request as it reached the server. */
export interface FakeRequest {
  readonly format: WireFormat;
  /** The body as it was sent, byte for byte. */
  readonly raw: string;
  readonly body: WireBody;
  readonly headers: IncomingHttpHeaders;
  /** The messages of the request, whatever the format calls them. */
  readonly messages: readonly unknown[];
  /** The names of the tools that the request offers, in order. */
  readonly toolNames: readonly string[];
}

/** The fields of a body that the server looks at. */
export interface WireBody {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages?: readonly unknown[];
  readonly input?: readonly unknown[];
  readonly tools?: readonly { readonly name?: string; readonly function?: { readonly name: string } }[];
  readonly stream_options?: { readonly include_usage?: boolean };
  readonly [field: string]: unknown;
}

/** Plays the model. It is told what a model is told, and how many requests there were before. */
export type Script = (request: FakeRequest, before: number) => FakeReply | Promise<FakeReply>;

/** What a format's writer is given. */
export interface Answer {
  /** The number of the request, from 1; ids of the answer are made from it. */
  readonly number: number;
  readonly model: string;
  readonly parts: readonly FakePart[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly includeUsage: boolean;
}

/** One server-sent event. */
export interface ServerEvent {
  readonly event?: string;
  readonly data: unknown;
}

/** Writes answers in one wire format: whole, or as the events of a stream. */
export interface WireWriter {
  whole(answer: Answer): unknown;
  events(answer: Answer): readonly ServerEvent[];
}
