import { retrieveTool, type PromptToolResult } from '@headroom/core';

/**
 * What the retrieve tool returns in place of the text: it is this that stands in memory, storage and user interfaces.
 *
 * The call beside it says what was asked, and the answer is a function of the original and the question alone, so that it can be had again. Only an answer that is no such
 * function (a refusal, a miss) is kept word for word.
 */
export interface Pointer {
  readonly headroom: 'retrieved';
  readonly text?: string;
}

/** Reads the pointer of a retrieval out of a prompt; undefined where the result is something else. */
export function readPointer({ toolName, output }: PromptToolResult): Pointer | undefined {
  if (toolName !== retrieveTool.name || output.type !== 'json') return undefined;
  const { value } = output;
  if (typeof value !== 'object' || value === null || !('headroom' in value) || value.headroom !== 'retrieved') return undefined;
  return { headroom: 'retrieved', ...('text' in value && typeof value.text === 'string' ? { text: value.text } : {}) };
}
