import { createAnthropic } from '@ai-sdk/anthropic';
import { createOpenAI } from '@ai-sdk/openai';
import type { MastraModelConfig } from '@mastra/core/llm';

/** OpenAI's chat model behind a server on loopback. Mastra's type of such a model is stricter than the provider's, and its runtime is not. */
export function openAiModel(url: string, modelId = 'gpt-4o'): MastraModelConfig {
  return createOpenAI({ baseURL: url, apiKey: 'none' }).chat(modelId) as unknown as MastraModelConfig;
}

/** Anthropic's model behind a server on loopback. */
function anthropicModel(url: string, modelId = 'claude-sonnet-4-5'): MastraModelConfig {
  return createAnthropic({ baseURL: url, apiKey: 'none' })(modelId) as unknown as MastraModelConfig;
}

/** The models by the name of their provider. */
export const providers = { openai: openAiModel, anthropic: anthropicModel };
