import { rewriteMessages, type Lens, type Segment, type SegmentRole, type ToolOutcome } from '@headroom/core';
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
export const messageLens: Lens<Messages> = {
  name: 'langchain',
  segments: segmentsOf,
  apply: (messages, edits) =>
    rewriteMessages(messages, edits, (message, place, texts) => withFields(message, { content: rewrite(message.content, place, texts) })),
};

function segmentsOf(messages: Messages): readonly Segment[] {
  const segments: Segment[] = [];
  const calls = new Map<string, Call>();
  let question = '';
  messages.forEach((message, index) => {
    const role = roles[message.type];
    if (role === undefined || isScreenshot(message)) return;
    const origin = role === 'tool' ? originOf(message, calls) : undefined;
    const add = (block: number, text: string): void => {
      const segment: Segment = { id: placeId(index, block), text, role, question, outcome: 'unknown' };
      segments.push(origin === undefined ? segment : { ...segment, ...origin });
    };
    if (typeof message.content === 'string') add(-1, message.content);
    else addBlocks(message.content, add);
    if (isAi(message)) for (const { id, name, args } of message.tool_calls ?? []) calls.set(id ?? '', { name, input: args });
    if (role === 'user') question = textOf(message.content) || question;
  });
  return segments;
}

interface Origin {
  outcome: ToolOutcome;
  toolName?: string;
  toolCallId?: string;
  toolInput?: unknown;
}

// The result of OpenAI's computer tool is the address of a picture, as a string.
function isScreenshot({ additional_kwargs }: BaseMessage): boolean {
  return additional_kwargs?.['type'] === 'computer_call_output';
}

function originOf(message: BaseMessage, calls: ReadonlyMap<string, Call>): Origin {
  const id = isToolResult(message) ? message.tool_call_id : undefined;
  const call = id === undefined ? undefined : calls.get(id);
  const toolName = call?.name ?? message.name;
  const origin: Origin = { outcome: outcomeOf(message) };
  if (toolName !== undefined) origin.toolName = toolName;
  if (id !== undefined) origin.toolCallId = id;
  if (call !== undefined) origin.toolInput = call.input;
  return origin;
}

function outcomeOf(message: BaseMessage): ToolOutcome {
  if (!isToolResult(message)) return 'unknown';
  if (message.status === 'error') return 'error';
  return message.status === 'success' ? 'ok' : 'unknown';
}

/** The text blocks of a content that is a list. */
function addBlocks(content: unknown, add: (block: number, text: string) => void): void {
  if (!Array.isArray(content)) return;
  content.forEach((part: unknown, block) => {
    const { type, text } = (part ?? {}) as { type?: unknown; text?: unknown };
    if (textBlocks.includes(type) && typeof text === 'string') add(block, text);
  });
}

function rewrite(content: BaseMessage['content'], message: string, texts: ReadonlyMap<string, string>): BaseMessage['content'] {
  if (typeof content === 'string') return texts.get(placeId(message, -1)) ?? content;
  return content.map((block, index) => {
    const text = texts.get(placeId(message, index));
    return text === undefined ? block : { ...block, text };
  });
}

/** Where a text stands: message and block, -1 where the content is one text. */
function placeId(message: number | string, block: number): string {
  return `${message}.${block}`;
}
