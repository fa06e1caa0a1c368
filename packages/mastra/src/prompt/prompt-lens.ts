import type { Edit, Lens, Segment } from '@headroom/core';
import type { Message, Prompt, ToolMessage, ToolResultPart, UserMessage } from './prompt.ts';
import { outputTexts, rewriteOutput, type TextAt } from './tool-output.ts';

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
  const inputs: Inputs = new Map();
  let question = '';
  prompt.forEach((message, index) => {
    if (message.role === 'tool') addResults(segments, message, index, question, inputs);
    else addSpoken(segments, message, index, question);
    if (message.role === 'user') question = spokenText(message) || question;
    if (message.role === 'assistant')
      for (const part of message.content) if (part.type === 'tool-call') inputs.set(part.toolCallId, part.input);
  });
  return segments;
}

/** The inputs of the tool calls that a prompt has shown so far, by their id. */
type Inputs = Map<string, unknown>;

function addResults(segments: Segment[], { content }: ToolMessage, message: number, question: string, inputs: Inputs): void {
  content.forEach((part, partIndex) => {
    if (part.type !== 'tool-result') return;
    const { toolName, toolCallId } = part;
    const known = inputs.has(toolCallId);
    for (const { item, text, outcome } of outputTexts(part.output)) {
      const segment: Segment = { id: placeId(message, partIndex, item), text, role: 'tool', toolName, toolCallId, outcome, question };
      segments.push(known ? { ...segment, toolInput: inputs.get(toolCallId) } : segment);
    }
  });
}

// What people and models said: the engine's `roles` option may open these; by default they are verbatim (I7).
function addSpoken(segments: Segment[], spoken: Exclude<Message, ToolMessage>, message: number, question: string): void {
  const { role, content } = spoken;
  if (typeof content === 'string') {
    segments.push({ id: placeId(message, -1), text: content, role, outcome: 'unknown', question });
    return;
  }
  for (let part = 0; part < content.length; part += 1) {
    const { type, text } = content[part] as { readonly type: string; readonly text: string };
    if (type === 'text') segments.push({ id: placeId(message, part), text, role, outcome: 'unknown', question });
  }
}

function spokenText({ content }: UserMessage): string {
  const [only] = content;
  if (content.length === 1 && only?.type === 'text') return only.text;
  return content.flatMap((part) => (part.type === 'text' ? [part.text] : [])).join('\n');
}

function applyEdits(prompt: Prompt, edits: readonly Edit[]): Prompt {
  if (edits.length === 0) return prompt;
  const texts = new Map<string, string>();
  const changed = new Set<number>();
  for (const { segment, text } of edits) {
    texts.set(segment.id, text);
    changed.add(messageOf(segment.id));
  }
  return prompt.map((message, index) => (changed.has(index) ? rewriteMessage(message, index, texts) : message));
}

function rewriteMessage(message: Message, index: number, texts: ReadonlyMap<string, string>): Message {
  if (message.role === 'system') return { ...message, content: texts.get(placeId(index, -1)) ?? message.content };
  const rewrite = message.role === 'tool' ? rewriteResult : rewriteText;
  const content = (message.content as readonly Part[]).map((part, partIndex) =>
    rewrite(part, (item) => texts.get(placeId(index, partIndex, item))),
  );
  return { ...message, content } as unknown as Message;
}

interface Part {
  readonly type: string;
}

function rewriteResult(part: Part, textAt: TextAt): object {
  if (!isToolResult(part)) return part;
  const output = rewriteOutput(part.output, textAt);
  return output === part.output ? part : { ...part, output };
}

function rewriteText(part: Part, textAt: TextAt): object {
  const text = part.type === 'text' ? textAt(-1) : undefined;
  return text === undefined ? part : { ...part, text };
}

function isToolResult(part: Part): part is ToolResultPart {
  return part.type === 'tool-result';
}

/** Where a text stands: message, part (-1 for the text of a system message), and item within a tool's output (-1 for the whole of it). */
function placeId(message: number, part: number, item = -1): string {
  return `${message}.${part}.${item}`;
}

function messageOf(place: string): number {
  return Number(place.slice(0, place.indexOf('.')));
}
