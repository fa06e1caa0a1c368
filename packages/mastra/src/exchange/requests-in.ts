import { retrieveTool } from '@headroom/core';
import type { Prompt } from '../prompt/prompt.ts';

/** The arguments of all calls of the retrieve tool that stand in a prompt, in their order. */
export function requestsIn(prompt: Prompt): unknown[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'assistant') return [];
    return message.content.flatMap((part) => (part.type === 'tool-call' && part.toolName === retrieveTool.name ? [part.input] : []));
  });
}
