import type { LanguageModelPrompt, PromptMessage, PromptToolResult } from '@headroom/core';
import { readPointer } from './pointer.ts';

/** Answers a retrieve call of the history again. */
export type Resolve = (input: unknown) => Promise<string>;

/** A prompt whose pointers are answers again, and these answers. */
export interface RestoredPrompt {
  readonly prompt: LanguageModelPrompt;
  readonly answers: readonly string[];
}

/** Puts the answers where the pointers stand, byte for byte as the model had them (I3). A prompt without pointers comes back as the same reference. */
export async function restoreAnswers(prompt: LanguageModelPrompt, resolve: Resolve): Promise<RestoredPrompt> {
  const inputs = new Map<string, unknown>();
  const answers: string[] = [];
  const restored: PromptMessage[] = [];
  for (const message of prompt) {
    if (message.role === 'assistant' && typeof message.content !== 'string')
      for (const part of message.content) if (part.type === 'tool-call') inputs.set(part.toolCallId, part.input);
    if (message.role !== 'tool' || !message.content.some((part) => part.type === 'tool-result' && readPointer(part) !== undefined)) {
      restored.push(message);
      continue;
    }
    const content = [];
    for (const part of message.content) {
      const pointer = part.type === 'tool-result' ? readPointer(part) : undefined;
      if (part.type !== 'tool-result' || pointer === undefined) {
        content.push(part);
        continue;
      }
      const text = pointer.text ?? (await resolve(inputs.get(part.toolCallId)));
      answers.push(text);
      content.push(answered(part, text));
    }
    restored.push({ ...message, content });
  }
  return { prompt: answers.length === 0 ? prompt : restored, answers };
}

// Provider options of the output, cache marks among them, stay.
function answered(part: PromptToolResult, text: string): PromptToolResult {
  return { ...part, output: { ...part.output, type: 'text', value: text } };
}
