import { createMemoryStore } from '@headroom/core';
import { AIMessage, HumanMessage, ToolMessage, type AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { startFakeProviderServer, type FakeReply, type FakeRequest } from '../../../../test/support/fake-provider-server/index.ts';
import { HeadroomChatModel, type HeadroomLangChainOptions } from '../index.ts';
import type { Provider } from './providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';

export type Model = ReturnType<Provider['create']>;

/** How a model is made and what its provider answers. */
export interface Setting {
  readonly fields?: Record<string, unknown>;
  readonly options?: HeadroomLangChainOptions;
  readonly script: (request: FakeRequest, before: number) => FakeReply;
}

/** What a run gave, and what it sent. */
export interface Ran<Result> {
  readonly result: Result;
  readonly requests: readonly FakeRequest[];
}

const settings = (): HeadroomLangChainOptions => ({ offload: 'never', bias: 0.3, store: createMemoryStore() });

/** Runs against a provider of its own, with the model bare or wrapped. */
export async function runOn<Result>(
  provider: Provider,
  kind: 'bare' | 'wrapped',
  { fields, options, script }: Setting,
  run: (model: Model, url: string) => Promise<Result>,
): Promise<Ran<Result>> {
  const server = await startFakeProviderServer(script);
  try {
    const inner = provider.create(server.url, fields);
    const model = kind === 'bare' ? inner : (new HeadroomChatModel(inner, options ?? settings()) as unknown as Model);
    return { result: await run(model, server.url), requests: server.requests };
  } finally {
    await server.close();
  }
}

/** The same run on the bare model and on the wrapped one. */
export async function runBoth<Result>(
  provider: Provider,
  setting: Setting,
  run: (model: Model, url: string) => Promise<Result>,
): Promise<{ readonly bare: Ran<Result>; readonly wrapped: Ran<Result> }> {
  return { bare: await runOn(provider, 'bare', setting, run), wrapped: await runOn(provider, 'wrapped', setting, run) };
}

/** An answer as far as it has to be the same: all but our report, and the size of prompts that differ by our tool. */
export function essence(message: BaseMessage): Record<string, unknown> {
  const { content, id, name, tool_calls, invalid_tool_calls, additional_kwargs, response_metadata } = message as AIMessage;
  const { headroom: _report, usage: _usage, tokenUsage: _tokens, estimatedTokenUsage: _estimated, ...metadata } = response_metadata;
  return { content, id: id?.replace(/^run-.*/, 'run'), name, tool_calls, invalid_tool_calls, additional_kwargs: withoutUsage(additional_kwargs), metadata };
}

function withoutUsage({ usage: _usage, ...others }: Record<string, unknown>): Record<string, unknown> {
  return others;
}

/** The chunks of a stream that say something. */
export async function chunksOf(model: Pick<Model, 'stream'>, messages: BaseMessage[] | string, options: object = {}): Promise<AIMessageChunk[]> {
  const chunks: AIMessageChunk[] = [];
  for await (const chunk of await model.stream(messages as BaseMessage[], options as never)) chunks.push(chunk as AIMessageChunk);
  return chunks;
}

/** What chunks say, piece by piece; pieces that say nothing are left out. */
export function piecesOf(chunks: readonly AIMessageChunk[]): unknown[] {
  const says = ({ content, tool_call_chunks }: AIMessageChunk): boolean => content.length > 0 || (tool_call_chunks?.length ?? 0) > 0;
  return chunks.filter(says).map(({ content, tool_call_chunks, id }) => ({ content, tool_call_chunks, id: id?.replace(/^run-.*/, 'run') }));
}

/** All chunks as one. */
export function sumOf(chunks: readonly AIMessageChunk[]): AIMessageChunk {
  return chunks.reduce((whole, chunk) => whole.concat(chunk));
}

/** A history whose last message is a tool result that gets compressed. */
export const rowsHistory = (result: Partial<ConstructorParameters<typeof ToolMessage>[0]> = {}): BaseMessage[] => [
  new HumanMessage('Which row failed?'),
  new AIMessage({ content: 'I list them.', tool_calls: [{ id: 'u1', name: 'list_rows', args: {}, type: 'tool_call' }] }),
  new ToolMessage({ content: JSON.stringify(rows), tool_call_id: 'u1', name: 'list_rows', ...result }),
];

/** Tools of the caller. */
export const callerTools = [
  { type: 'function', function: { name: 'list_rows', description: 'rows', parameters: { type: 'object', properties: {} } } },
  { type: 'function', function: { name: 'double', description: 'doubles', parameters: { type: 'object', properties: { x: { type: 'number' } } } } },
];
