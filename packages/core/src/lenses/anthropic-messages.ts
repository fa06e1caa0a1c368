import type { Lens, Segment, SegmentRole } from '../types/segment.ts';
import { filledTextsOf, isRecord, rewriteMessages, stringField, withEdits } from './message-parts.ts';

/**
 * A message of the Anthropic messages format, as far as Headroom reads it; every other field passes by reference.
 *
 * Source: the `messages` parameter of the Messages API.
 */
export interface AnthropicMessage {
  readonly role: string;
  readonly content: unknown;
}

interface Call {
  readonly name: string;
  readonly input: unknown;
}

const roles: ReadonlyMap<unknown, SegmentRole> = new Map<unknown, SegmentRole>([
  ['system', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
]);

/**
 * Reads and writes the messages of Anthropic's Messages API.
 *
 * Tool results are blocks of type `tool_result`, with a string or text blocks inside; thinking, signatures, server tools, images, documents and
 * cache marks pass by reference. The `system` parameter is not part of the messages.
 *
 * @example
 * const { messages } = await headroom.compressWith(anthropicMessagesLens(), body.messages, { redemption: 'tool' });
 */
export function anthropicMessagesLens<M extends AnthropicMessage>(): Lens<readonly M[]> {
  return {
    name: 'anthropic',
    segments: (messages) => [...walk(messages)],
    apply: (messages, edits) =>
      rewriteMessages(messages, edits, (message, place, texts) => ({ ...message, content: editedContent(message.content, place, texts) })),
  };
}

function* walk(messages: readonly AnthropicMessage[]): Generator<Segment> {
  const calls = new Map<string, Call>();
  let question = '';
  for (const [index, message] of messages.entries()) {
    if (!isRecord(message)) continue;
    const role = roles.get(message.role);
    if (role === undefined) continue;
    // Text blocks of one user message make one question; a result sees only those that stand before it.
    const asked: string[] = [];
    for (const [place, block] of blocksOf(message.content)) {
      const id = `${index}${place}`;
      if (block['type'] === 'tool_use') collectCall(block, calls);
      else if (block['type'] === 'tool_result' && role === 'user')
        yield* resultSegments(block, id, calls, asked.length > 0 ? asked.join('\n') : question);
      else if (block['type'] === 'text') {
        const text = stringField(block, 'text') ?? '';
        if (text !== '') yield { id, text, role, outcome: 'unknown', question };
        if (role === 'user' && text !== '') asked.push(text);
      }
    }
    if (asked.length > 0) question = asked.join('\n');
  }
}

/** The blocks of a content; a plain string is one text block whose place is the message itself. */
function blocksOf(content: unknown): readonly (readonly [place: string, block: Record<string, unknown>])[] {
  if (typeof content === 'string') return [['', { type: 'text', text: content }]];
  if (!Array.isArray(content)) return [];
  return content.flatMap((block: unknown, index) => (isRecord(block) ? [[`.${index}`, block] as const] : []));
}

function collectCall(block: Record<string, unknown>, calls: Map<string, Call>): void {
  const id = stringField(block, 'id');
  if (id !== undefined) calls.set(id, { name: stringField(block, 'name') ?? '', input: block['input'] });
}

function* resultSegments(block: Record<string, unknown>, id: string, calls: Map<string, Call>, question: string): Generator<Segment> {
  const callId = stringField(block, 'tool_use_id');
  const call = callId === undefined ? undefined : calls.get(callId);
  for (const [place, text] of filledTextsOf(block['content'])) {
    yield {
      id: `${id}.content${place}`,
      text,
      role: 'tool',
      outcome: block['is_error'] === true ? 'error' : 'ok',
      question,
      ...(callId === undefined ? {} : { toolCallId: callId }),
      ...(call === undefined ? {} : { toolName: call.name, toolInput: call.input }),
    };
  }
}

function editedContent(content: unknown, prefix: string, texts: ReadonlyMap<string, string>): unknown {
  const withTexts = withEdits(content, prefix, texts);
  if (!Array.isArray(withTexts)) return withTexts;
  let changed = withTexts !== content;
  const blocks = withTexts.map((block: unknown, index) => {
    if (!isRecord(block) || block['type'] !== 'tool_result') return block;
    const inner = withEdits(block['content'], `${prefix}.${index}.content`, texts);
    if (inner === block['content']) return block;
    changed = true;
    return { ...block, content: inner };
  });
  return changed ? blocks : content;
}
