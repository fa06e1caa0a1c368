import type { Edit, Lens, Segment, SegmentRole } from '@headroom/core';
import type { AssistantMessage, Message, Prompt, ToolMessage, ToolResultPart, UserMessage } from './prompt.ts';
import { outputTexts, rewriteOutput } from './tool-output.ts';

/** New texts of one message: by part, and within a tool's output by item; -1 stands for the whole. */
type Changes = Map<number, Map<number, string>>;

/**
 * The lens over the prompts that Mastra hands to `processLLMRequest`, whatever specification the model has.
 *
 * @example const { messages } = await engine.compressWith(promptLens, prompt, { redemption: 'none' });
 */
export const promptLens: Lens<Prompt> = { name: 'mastra', segments: segmentsOf, apply: applyEdits };

/** The same lens for results alone: what was said is verbatim, whatever the engine's `roles` say. */
export const resultLens: Lens<Prompt> = { ...promptLens, segments: (prompt) => segmentsOf(prompt).filter(({ role }) => role === 'tool') };

function segmentsOf(prompt: Prompt): readonly Segment[] {
  const segments: Segment[] = [];
  const inputs = new Map<string, unknown>();
  let question = '';
  for (const [index, message] of prompt.entries()) {
    if (message.role === 'tool') segments.push(...resultSegments(message, index, question, inputs));
    else segments.push(...spokenSegments(message, index, question));
    if (message.role === 'user') question = spokenText(message) || question;
    if (message.role === 'assistant')
      for (const part of message.content) if (part.type === 'tool-call') inputs.set(part.toolCallId, part.input);
  }
  return segments;
}

function resultSegments(message: ToolMessage, index: number, question: string, inputs: ReadonlyMap<string, unknown>): Segment[] {
  return message.content.flatMap((part, partIndex) => {
    if (part.type !== 'tool-result') return [];
    const { toolName, toolCallId } = part;
    const input = inputs.has(toolCallId) ? { toolInput: inputs.get(toolCallId) } : {};
    return outputTexts(part.output).map(({ item, text, outcome }): Segment => {
      return { id: `${index}.${partIndex}.${item}`, text, role: 'tool', toolName, toolCallId, ...input, outcome, question };
    });
  });
}

// What people and models said: the engine's `roles` option may open these; by default they are verbatim (I7).
function spokenSegments(message: Exclude<Message, ToolMessage>, index: number, question: string): Segment[] {
  const segment = (part: number, text: string, role: SegmentRole): Segment => {
    return { id: `${index}.${part}.-1`, text, role, outcome: 'unknown', question };
  };
  if (message.role === 'system') return [segment(-1, message.content, 'system')];
  const parts: (UserMessage | AssistantMessage)['content'] = message.content;
  return parts.flatMap((part, partIndex) => (part.type === 'text' ? [segment(partIndex, part.text, message.role)] : []));
}

function spokenText({ content }: UserMessage): string {
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function applyEdits(prompt: Prompt, edits: readonly Edit[]): Prompt {
  if (edits.length === 0) return prompt;
  const byMessage = new Map<number, Changes>();
  for (const { segment, text } of edits) {
    const [message = -1, part = -1, item = -1] = segment.id.split('.').map(Number);
    const changes: Changes = byMessage.get(message) ?? new Map<number, Map<number, string>>();
    byMessage.set(message, changes.set(part, (changes.get(part) ?? new Map<number, string>()).set(item, text)));
  }
  return prompt.map((message, index) => {
    const changes = byMessage.get(index);
    return changes === undefined ? message : rewriteMessage(message, changes);
  });
}

function rewriteMessage(message: Message, changes: Changes): Message {
  if (message.role === 'system') return { ...message, content: changes.get(-1)?.get(-1) ?? message.content };
  const content = (message.content as readonly { readonly type: string }[]).map((part, index) => {
    const texts = changes.get(index);
    if (texts === undefined) return part;
    return isToolResult(part) ? { ...part, output: rewriteOutput(part.output, texts) } : { ...part, text: texts.get(-1) };
  });
  return { ...message, content } as Message;
}

function isToolResult(part: { readonly type: string }): part is ToolResultPart {
  return part.type === 'tool-result';
}
