import type { Lens, Segment, SegmentRole } from '../../types/segment.ts';
import { isRecord, rewriteMessages, textsOf, withEdits } from '../message-parts.ts';
import { outputTexts, withOutputTexts } from './tool-output.ts';

/**
 * A message of a language model's prompt in the specification of the AI SDK (V2, V3 or V4), or a model message, as far as the lens needs to know it; every other field passes
 * by reference.
 *
 * Source: `LanguageModelV2Prompt` to `LanguageModelV4Prompt` of `@ai-sdk/provider`, and `ModelMessage` of `ai`.
 */
export interface LanguageModelMessage {
  readonly role: string;
  readonly content: unknown;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

// A map, not an object: a role named after a member of objects is an unknown role.
const roles: ReadonlyMap<unknown, SegmentRole> = new Map<unknown, SegmentRole>([
  ['system', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
]);

/**
 * Reads and writes the prompts of language models of the AI SDK's specification, which Mastra writes as well, and model messages.
 *
 * Tool results stand in messages of the role `tool`, as text, as a value (read as its JSON text) or as items of mixed content; results of tools that the provider ran stand
 * beside what the model said and are left alone, as is every part that is neither a text nor a result. Of a call, the input is found by its id.
 *
 * @example
 * const { messages } = await headroom.compressWith(languageModelLens(), prompt, { redemption: 'none' });
 */
export function languageModelLens<M extends LanguageModelMessage>(): Lens<readonly M[]> {
  return {
    name: 'language-model',
    segments: segmentsOf,
    apply: (messages, edits) =>
      rewriteMessages(messages, edits, (message, place, texts) => {
        const write = message.role === 'tool' ? withResults : withEdits;
        return { ...message, content: write(message.content, place, texts) };
      }),
  };
}

function segmentsOf(messages: readonly LanguageModelMessage[]): readonly Segment[] {
  const segments: Segment[] = [];
  const inputs = new Map<unknown, unknown>();
  let question = '';
  messages.forEach((message, index) => {
    if (!isRecord(message)) return;
    const role = roles.get(message.role);
    if (role === undefined) return;
    if (role === 'tool') {
      addResults(segments, message.content, index, question, inputs);
      return;
    }
    // What people and models said: the engine's `roles` option may open these; by default they are verbatim (I7).
    const spoken = textsOf(message.content);
    for (const [place, text] of spoken) segments.push({ id: `${index}${place}`, text, role, outcome: 'unknown', question });
    if (role === 'user') question = joined(spoken) || question;
    if (role === 'assistant') rememberInputs(message.content, inputs);
  });
  return segments;
}

function addResults(segments: Segment[], content: unknown, message: number, question: string, inputs: ReadonlyMap<unknown, unknown>): void {
  if (!Array.isArray(content)) return;
  content.forEach((part: unknown, index) => {
    if (!isToolResult(part)) return;
    const { toolName, toolCallId } = part;
    for (const { place, text, outcome } of outputTexts(part['output'])) {
      const segment: Mutable<Segment> = { id: `${message}.${index}.output${place}`, text, role: 'tool', outcome, question };
      if (typeof toolName === 'string') segment.toolName = toolName;
      if (typeof toolCallId === 'string') segment.toolCallId = toolCallId;
      if (inputs.has(toolCallId)) segment.toolInput = inputs.get(toolCallId);
      segments.push(segment);
    }
  });
}

// A single text is given back as it is, not copied, so that what is remembered of it is found at once.
function joined(spoken: readonly (readonly [place: string, text: string])[]): string {
  return spoken.length === 1 ? (spoken[0]?.[1] ?? '') : spoken.map(([, text]) => text).join('\n');
}

function rememberInputs(content: unknown, inputs: Map<unknown, unknown>): void {
  if (!Array.isArray(content)) return;
  for (const part of content as readonly unknown[])
    if (isRecord(part) && part['type'] === 'tool-call') inputs.set(part['toolCallId'], part['input']);
}

function withResults(content: unknown, prefix: string, texts: ReadonlyMap<string, string>): unknown {
  if (!Array.isArray(content)) return content;
  return content.map((part: unknown, index) => {
    if (!isToolResult(part)) return part;
    const output = withOutputTexts(part['output'], `${prefix}.${index}.output`, texts);
    return output === part['output'] ? part : { ...part, output };
  });
}

function isToolResult(part: unknown): part is Record<string, unknown> {
  return isRecord(part) && part['type'] === 'tool-result';
}
