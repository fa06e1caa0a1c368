import type { Lens, Segment, SegmentRole } from '../types/segment.ts';
import { filledTextsOf, isRecord, rewriteMessages, stringField, withEdits } from './message-parts.ts';

/**
 * A message of the OpenAI chat completions format, as far as Headroom reads it; every other field passes by reference.
 *
 * Source: the `messages` parameter of the Chat Completions API.
 */
export interface OpenAiChatMessage {
  readonly role: string;
  readonly content?: unknown;
  readonly tool_calls?: unknown;
  readonly tool_call_id?: unknown;
  readonly name?: unknown;
}

interface Call {
  readonly name: string;
  readonly input: unknown;
}

// A map, not an object: a role named after a member of objects is an unknown role.
const roles: ReadonlyMap<unknown, SegmentRole> = new Map<unknown, SegmentRole>([
  ['system', 'system'],
  ['developer', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
  ['function', 'tool'],
]);

/**
 * Reads and writes the messages of OpenAI chat completions.
 *
 * Text stands in `content`, as a string or as parts of type `text`; the call behind a tool message is found by its id among the earlier assistant
 * messages. Unknown roles and parts pass by reference.
 *
 * @example
 * const { messages } = await headroom.compressWith(openAiChatLens(), history, { redemption: 'tool' });
 */
export function openAiChatLens<M extends OpenAiChatMessage>(): Lens<readonly M[]> {
  return {
    name: 'openai-chat',
    segments: (messages) => [...walk(messages)],
    apply: (messages, edits) =>
      rewriteMessages(messages, edits, (message, place, texts) => ({ ...message, content: withEdits(message.content, place, texts) })),
  };
}

function* walk(messages: readonly OpenAiChatMessage[]): Generator<Segment> {
  const calls = new Map<string, Call>();
  let question = '';
  for (const [index, message] of messages.entries()) {
    if (!isRecord(message)) continue;
    const role = roles.get(message.role);
    if (role === undefined) continue;
    if (role === 'assistant') collectCalls(message.tool_calls, calls);
    const origin = role === 'tool' ? originOf(message, calls) : {};
    for (const [id, text] of filledTextsOf(message.content)) {
      yield { id: `${index}${id}`, text, role, outcome: 'unknown', question, ...origin };
    }
    if (role === 'user') question = questionOf(message.content) || question;
  }
}

function questionOf(content: unknown): string {
  return filledTextsOf(content)
    .map(([, text]) => text)
    .join('\n');
}

function collectCalls(toolCalls: unknown, calls: Map<string, Call>): void {
  if (!Array.isArray(toolCalls)) return;
  for (const call of toolCalls) {
    if (!isRecord(call)) continue;
    const id = stringField(call, 'id');
    const body = isRecord(call['function']) ? call['function'] : isRecord(call['custom']) ? call['custom'] : undefined;
    if (id === undefined || body === undefined) continue;
    calls.set(id, { name: stringField(body, 'name') ?? '', input: body['arguments'] ?? body['input'] });
  }
}

function originOf(message: OpenAiChatMessage, calls: Map<string, Call>): Partial<Segment> {
  const id = typeof message.tool_call_id === 'string' ? message.tool_call_id : undefined;
  const call = id === undefined ? undefined : calls.get(id);
  const name = call?.name ?? (typeof message.name === 'string' ? message.name : undefined);
  return {
    ...(id === undefined ? {} : { toolCallId: id }),
    ...(name === undefined ? {} : { toolName: name }),
    ...(call === undefined ? {} : { toolInput: call.input }),
  };
}
