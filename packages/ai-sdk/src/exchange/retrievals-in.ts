import { isRetrieveToolName, retrieveTool } from '@headroom/core';
import type { Prompt } from '../specification/prompt.ts';

/** The arguments of all calls of our retrieve tool that stand in a prompt, in their order. */
export function requestsIn(prompt: Prompt): unknown[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'assistant' || typeof message.content === 'string') return [];
    return message.content.flatMap((part) => (part.type === 'tool-call' && part.toolName === retrieveTool.name ? [part.input] : []));
  });
}

/** The answers of the retrieve tool that stand in a prompt, under whatever prefix a host gave its name. */
export function answersIn(prompt: Prompt): string[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'tool') return [];
    return message.content.flatMap((part) =>
      part.type === 'tool-result' && isRetrieveToolName(part.toolName) && part.output.type === 'text' ? [part.output.value] : [],
    );
  });
}
