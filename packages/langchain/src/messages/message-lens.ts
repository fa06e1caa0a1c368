import type { Edit, Lens, Segment, SegmentRole, ToolOutcome } from '@headroom/core';
import type { BaseMessage } from '@langchain/core/messages';
import { isAi, isToolResult, textOf, withFields } from './message.ts';

/** A list of LangChain messages. */
export type Messages = readonly BaseMessage[];

interface Call {
  readonly name: string;
  readonly input: unknown;
}

const roles: Readonly<Record<string, SegmentRole>> = {
  system: 'system',
  developer: 'system',
  human: 'user',
  ai: 'assistant',
  tool: 'tool',
  function: 'tool',
};

/** Blocks whose `text` a model reads: LangChain's own, and the one in which OpenAI's Responses take tool results. */
const textBlocks: readonly unknown[] = ['text', 'input_text'];

/**
 * The lens over LangChain messages.
 *
 * @example const { messages } = await engine.compressWith(messageLens, history, { redemption: 'none' });
 */
export const messageLens: Lens<Messages> = { name: 'langchain', segments: segmentsOf, apply: applyEdits };

function segmentsOf(messages: Messages): readonly Segment[] {
  const segments: Segment[] = [];
  const calls = new Map<string, Call>();
  let question = '';
  messages.forEach((message, index) => {
    const role = roles[message.type];
    if (role === undefined || isScreenshot(message)) return;
    const origin = role === 'tool' ? originOf(message, calls) : { outcome: 'unknown' as const };
    for (const { block, text } of textsOf(message.content)) segments.push({ id: placeId(index, block), text, role, question, ...origin });
    if (isAi(message)) for (const { id, name, args } of message.tool_calls ?? []) calls.set(id ?? '', { name, input: args });
    if (role === 'user') question = textOf(message.content) || question;
  });
  return segments;
}

// The result of OpenAI's computer tool is the address of a picture, as a string.
function isScreenshot({ additional_kwargs }: BaseMessage): boolean {
  return additional_kwargs?.['type'] === 'computer_call_output';
}

function originOf(
  message: BaseMessage,
  calls: ReadonlyMap<string, Call>,
): Pick<Segment, 'toolName' | 'toolCallId' | 'toolInput' | 'outcome'> {
  const id = isToolResult(message) ? message.tool_call_id : undefined;
  const call = id === undefined ? undefined : calls.get(id);
  const toolName = call?.name ?? message.name;
  return {
    ...(toolName === undefined ? {} : { toolName }),
    ...(id === undefined ? {} : { toolCallId: id }),
    ...(call === undefined ? {} : { toolInput: call.input }),
    outcome: outcomeOf(message),
  };
}

function outcomeOf(message: BaseMessage): ToolOutcome {
  if (!isToolResult(message)) return 'unknown';
  if (message.status === 'error') return 'error';
  return message.status === 'success' ? 'ok' : 'unknown';
}

/** The texts of a content: the whole of a string (block -1), or the text blocks of a list. */
function textsOf(content: BaseMessage['content']): readonly { readonly block: number; readonly text: string }[] {
  if (typeof content === 'string') return [{ block: -1, text: content }];
  if (!Array.isArray(content)) return [];
  return content.flatMap((part: unknown, block) => {
    const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown };
    return textBlocks.includes(type) && typeof text === 'string' ? [{ block, text }] : [];
  });
}

function applyEdits(messages: Messages, edits: readonly Edit[]): Messages {
  if (edits.length === 0) return messages;
  const byMessage = new Map<number, Map<number, string>>();
  for (const { segment, text } of edits) {
    const [message = -1, block = -1] = segment.id.split('.').map(Number);
    byMessage.set(message, (byMessage.get(message) ?? new Map<number, string>()).set(block, text));
  }
  return messages.map((message, index) => {
    const texts = byMessage.get(index);
    return texts === undefined ? message : withFields(message, { content: rewrite(message.content, texts) });
  });
}

function rewrite(content: BaseMessage['content'], texts: ReadonlyMap<number, string>): BaseMessage['content'] {
  if (typeof content === 'string') return texts.get(-1) ?? content;
  return content.map((block, index) => {
    const text = texts.get(index);
    return text === undefined ? block : { ...block, text };
  });
}

function placeId(message: number, block: number): string {
  return `${message}.${block}`;
}
