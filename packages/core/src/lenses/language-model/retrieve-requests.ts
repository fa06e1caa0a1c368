import { retrieveTool } from '../../retrieve/retrieve-tool.ts';
import type { LanguageModelPrompt } from './prompt.ts';

/** The arguments of all calls of the retrieve tool that stand in a prompt of a language model, in their order. */
export function retrieveRequestsIn(prompt: LanguageModelPrompt): unknown[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'assistant' || typeof message.content === 'string') return [];
    return message.content.flatMap((part) => (part.type === 'tool-call' && part.toolName === retrieveTool.name ? [part.input] : []));
  });
}
