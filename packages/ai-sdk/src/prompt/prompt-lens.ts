import type { Edit, Lens, Segment, SegmentRole } from '@headroom/core';
import type { Message, Prompt, ToolMessage, ToolResultPart } from '../specification/prompt.ts';
import { outputTexts, rewriteOutput } from './tool-output.ts';

/** The tool calls that a prompt has shown so far, by their id. */
type Calls = Map<string, unknown>;

/** Where a text stands: message, part, and item within a tool's output (-1 for the whole of it). */
interface Place {
  readonly message: number;
  readonly part: number;
  readonly item: number;
}

/**
 * The lens over prompts of AI SDK language models (V3 and V4) and over model messages.
 *
 * @example const { messages } = await engine.compressWith(promptLens, prompt, { redemption: 'none' });
 */
export const promptLens: Lens<Prompt> = { name: 'ai-sdk', segments: segmentsOf, apply: applyEdits };

function segmentsOf(prompt: Prompt): readonly Segment[] {
  const segments: Segment[] = [];
  const calls: Calls = new Map();
  let question = '';
  prompt.forEach((message, index) => {
    if (message.role === 'tool') segments.push(...toolSegments(message, index, question, calls));
    else segments.push(...spokenSegments(message, index, question));
    if (message.role === 'user') question = userText(message.content) || question;
    if (message.role === 'assistant') rememberCalls(message.content, calls);
  });
  return segments;
}

function toolSegments(message: ToolMessage, index: number, question: string, calls: Calls): Segment[] {
  return message.content.flatMap((part, partIndex) => {
    if (part.type !== 'tool-result') return [];
    const { toolName, toolCallId } = part;
    const call = calls.has(toolCallId) ? { toolInput: calls.get(toolCallId) } : {};
    return outputTexts(part.output).map(({ item, text, outcome }): Segment => ({
      id: placeId({ message: index, part: partIndex, item }),
      text,
      role: 'tool',
      toolName,
      toolCallId,
      ...call,
      outcome,
      question,
    }));
  });
}

// What people and models said: the engine's `roles` option may open these; by default they are verbatim (I7).
function spokenSegments(message: Exclude<Message, ToolMessage>, index: number, question: string): Segment[] {
  const segment = (part: number, text: string, role: SegmentRole): Segment => ({
    id: placeId({ message: index, part, item: -1 }),
    text,
    role,
    outcome: 'unknown',
    question,
  });
  if (typeof message.content === 'string') return [segment(-1, message.content, message.role)];
  return message.content.flatMap((part, partIndex) => (part.type === 'text' ? [segment(partIndex, part.text, message.role)] : []));
}

function userText(content: Extract<Message, { role: 'user' }>['content']): string {
  if (typeof content === 'string') return content;
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function rememberCalls(content: Extract<Message, { role: 'assistant' }>['content'], calls: Calls): void {
  if (typeof content === 'string') return;
  for (const part of content) if (part.type === 'tool-call') calls.set(part.toolCallId, part.input);
}

function applyEdits(prompt: Prompt, edits: readonly Edit[]): Prompt {
  if (edits.length === 0) return prompt;
  const byMessage = new Map<number, { place: Place; text: string }[]>();
  for (const { segment, text } of edits) {
    const place = readPlace(segment.id);
    const changes = byMessage.get(place.message);
    if (changes === undefined) byMessage.set(place.message, [{ place, text }]);
    else changes.push({ place, text });
  }
  return prompt.map((message, index) => {
    const changes = byMessage.get(index);
    return changes === undefined ? message : rewriteMessage(message, changes);
  });
}

function rewriteMessage(message: Message, changes: readonly { place: Place; text: string }[]): Message {
  const whole = changes.find(({ place }) => place.part === -1);
  if (typeof message.content === 'string') return whole === undefined ? message : ({ ...message, content: whole.text } as Message);
  const byPart = new Map<number, Map<number, string>>();
  for (const { place, text } of changes)
    byPart.set(place.part, (byPart.get(place.part) ?? new Map<number, string>()).set(place.item, text));
  const content = (message.content as readonly { readonly type: string }[]).map((part, index) => {
    const texts = byPart.get(index);
    if (texts === undefined) return part;
    if (isToolResult(part)) return { ...part, output: rewriteOutput(part.output, texts) };
    return part.type === 'text' ? { ...part, text: texts.get(-1) } : part;
  });
  return { ...message, content } as Message;
}

function isToolResult(part: { readonly type: string }): part is ToolResultPart {
  return part.type === 'tool-result';
}

function placeId({ message, part, item }: Place): string {
  return `${message}.${part}.${item}`;
}

function readPlace(id: string): Place {
  const [message = -1, part = -1, item = -1] = id.split('.').map(Number);
  return { message, part, item };
}
