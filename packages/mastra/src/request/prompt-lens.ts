import { languageModelLens, type LanguageModelPrompt, type Lens } from '@headroom/core';

/**
 * The lens over the prompts that Mastra hands to `processLLMRequest`, whatever specification the model has.
 *
 * @example const { messages } = await engine.compressWith(promptLens, prompt, { redemption: 'none' });
 */
export const promptLens: Lens<LanguageModelPrompt> = languageModelLens();

/** The same lens for results alone: what was said is verbatim, whatever the engine's `roles` say. */
export const resultLens: Lens<LanguageModelPrompt> = {
  ...promptLens,
  segments: (prompt) => promptLens.segments(prompt).filter(({ role }) => role === 'tool'),
};
