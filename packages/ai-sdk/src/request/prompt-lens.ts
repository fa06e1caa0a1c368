import { languageModelLens, type LanguageModelPrompt, type Lens } from '@headroom/core';

/**
 * The lens over prompts of AI SDK language models (V3 and V4) and over model messages.
 *
 * @example const { messages } = await engine.compressWith(promptLens, prompt, { redemption: 'none' });
 */
export const promptLens: Lens<LanguageModelPrompt> = languageModelLens();
