import { isRetrieveToolName, type LanguageModelPrompt } from '@headroom/core';

/** The answers of the retrieve tool that stand in a prompt, under whatever prefix a host gave its name. */
export function answersIn(prompt: LanguageModelPrompt): string[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'tool') return [];
    return message.content.flatMap((part) =>
      part.type === 'tool-result' && isRetrieveToolName(part.toolName) && part.output.type === 'text' ? [part.output.value] : [],
    );
  });
}
