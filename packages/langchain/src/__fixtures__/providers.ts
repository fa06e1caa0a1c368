import { ChatAnthropic } from '@langchain/anthropic';
import type { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { ChatOpenAI } from '@langchain/openai';

/** A provider's package, pointed at the fake server. */
export interface Provider {
  readonly name: string;
  create(url: string, fields?: Record<string, unknown>): BaseChatModel & { bindTools: NonNullable<BaseChatModel['bindTools']> };
}

const openAi = (url: string, fields: Record<string, unknown>) => new ChatOpenAI({ apiKey: 'none', configuration: { baseURL: url }, maxRetries: 0, ...fields });

export const chat: Provider = {
  name: 'ChatOpenAI (chat completions)',
  create: (url, fields = {}) => openAi(url, { model: 'gpt-4o', ...fields }) as unknown as ReturnType<Provider['create']>,
};

export const responses: Provider = {
  name: 'ChatOpenAI (responses)',
  create: (url, fields = {}) =>
    openAi(url, { model: 'gpt-5', useResponsesApi: true, zdrEnabled: true, ...fields }) as unknown as ReturnType<Provider['create']>,
};

export const anthropic: Provider = {
  name: 'ChatAnthropic',
  create: (url, fields = {}) =>
    new ChatAnthropic({ model: 'claude-sonnet-4-5', apiKey: 'none', anthropicApiUrl: url.replace(/\/v1$/, ''), maxRetries: 0, ...fields }) as unknown as ReturnType<
      Provider['create']
    >,
};

export const providers: readonly Provider[] = [chat, responses, anthropic];
