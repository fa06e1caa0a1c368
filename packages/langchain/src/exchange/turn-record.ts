import { AIMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { retrieveTool } from '@headroom/core';
import { isAi } from '../messages/message.ts';

/** A tool call as LangChain's messages hold it. */
export type Call = NonNullable<AIMessage['tool_calls']>[number];

/** What the model said in one round, as plain JSON. */
interface RecordedMessage {
  readonly content: BaseMessage['content'];
  readonly tool_calls: readonly Call[];
  readonly invalid_tool_calls?: AIMessage['invalid_tool_calls'];
  readonly additional_kwargs: Readonly<Record<string, unknown>>;
  readonly response_metadata: Readonly<Record<string, unknown>>;
  readonly id?: string;
  readonly name?: string;
}

/** The answer to one call that was answered within the model call. */
export interface RecordedAnswer {
  readonly id: string;
  /** The answer itself, where it cannot be had again: a refusal, a miss. */
  readonly text?: string;
  /** A call of the caller's tool that was not run, because its arguments held a marker. */
  readonly outcome?: 'refused';
}

/** One round: what the model said, and the answers that it got before the caller saw anything. */
export interface RecordedTurn {
  readonly message: RecordedMessage;
  readonly answers: readonly RecordedAnswer[];
}

/** All rounds of one model call, as the shown message carries them through states, checkpoints and databases. */
export interface ExchangeRecord {
  readonly turns: readonly RecordedTurn[];
}

/**
 * Records what a model said, as JSON: a record that went through a database has to give the same bytes as one that did not (I3).
 *
 * A retrieve call whose arguments are no JSON becomes a call all the same, with the text under `raw`: it gets an answer that says what is wrong.
 */
export function recordMessage(message: AIMessage): RecordedMessage {
  const broken = (message.invalid_tool_calls ?? []).filter(({ name }) => name === retrieveTool.name);
  const invalid = (message.invalid_tool_calls ?? []).filter(({ name }) => name !== retrieveTool.name);
  const mended = broken.map(({ id, args }): Call => ({
    type: 'tool_call',
    name: retrieveTool.name,
    args: { raw: args ?? '' },
    id: id ?? '',
  }));
  const { usage: _usage, headroom: _report, ...metadata } = message.response_metadata;
  const { headroom: _record, ...kwargs } = message.additional_kwargs;
  return toJson({
    content: message.content,
    tool_calls: [...(message.tool_calls ?? []), ...mended],
    ...(invalid.length === 0 ? {} : { invalid_tool_calls: invalid }),
    additional_kwargs: kwargs,
    response_metadata: metadata,
    ...(message.id === undefined ? {} : { id: message.id }),
    ...(message.name === undefined ? {} : { name: message.name }),
  });
}

/** A recorded message as the provider's package takes it. */
export function restoreMessage(
  recorded: RecordedMessage,
  changes: { readonly tool_calls?: readonly Call[]; readonly name?: string } = {},
): AIMessage {
  const { tool_calls, name = recorded.name } = { tool_calls: recorded.tool_calls, ...changes };
  // The constructor completes the fields that it is given: it gets copies, never the caller's own.
  return new AIMessage({
    ...toJson(recorded),
    tool_calls: [...tool_calls],
    ...(name === undefined ? {} : { name }),
  } as ConstructorParameters<typeof AIMessage>[0]);
}

/** The messages of the answers, in the order of their calls. */
export function answerMessage(call: Call, text: string, outcome?: RecordedAnswer['outcome']): ToolMessage {
  return new ToolMessage({
    content: text,
    tool_call_id: call.id ?? '',
    name: call.name,
    ...(outcome === 'refused' ? { status: 'error' as const } : {}),
  });
}

/** The record that a shown message carries; undefined where it carries none. */
export function readRecord(message: BaseMessage): ExchangeRecord | undefined {
  if (!isAi(message)) return undefined;
  // Streams of content block events have no field for additional_kwargs: there the record stands in the metadata.
  const [record, inMetadata]: unknown[] = [message.additional_kwargs?.['headroom'], message.response_metadata?.['headroom']];
  if (isRecord(record)) return record;
  return isRecord(inMetadata) ? inMetadata : undefined;
}

function isRecord(value: unknown): value is ExchangeRecord {
  if (typeof value !== 'object' || value === null || !('turns' in value)) return false;
  return Array.isArray(value.turns) && value.turns.length > 0;
}

function toJson<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
