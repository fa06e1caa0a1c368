import { adapterSuite, type AdapterHarness, type HarnessOptions, type SentRequest } from '@headroom/conformance';
import { createMemoryStore } from '@headroom/core';
import type { ModelMessage, ToolSet } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startFakeProviderServer, type FakeRequest } from '../../../test/support/fake-provider-server/index.ts';
import { majors, type Major } from './__fixtures__/majors.ts';
import { headroom } from './index.ts';

const sentBy = ({ messages, toolNames }: FakeRequest): SentRequest => ({ messages, tools: toolNames });

async function createHarness(
  { ai, openai, steps, answerMessages }: Major,
  options: HarnessOptions,
): Promise<AdapterHarness<ModelMessage[]>> {
  const server = await startFakeProviderServer((request) => {
    const { text, calls = [] } = options.model(sentBy(request));
    return {
      parts: [
        ...(text === undefined ? [] : [{ type: 'text', text } as const]),
        ...calls.map((call) => ({ type: 'call', ...call }) as const),
      ],
    };
  });
  const inner = openai({ baseURL: server.url, apiKey: 'none' }).chat('gpt-4o');
  const middleware = headroom({
    offload: 'never',
    store: createMemoryStore(),
    mode: options.adapter === 'off' ? 'off' : 'reversible',
    injection: options.adapter === 'toolless' ? 'never' : 'auto',
  });
  const model = options.adapter === 'bare' ? inner : ai.wrapLanguageModel({ model: inner, middleware });
  const tools: ToolSet = Object.fromEntries(
    Object.entries(options.tools).map(([name, run]) => [
      name,
      ai.tool({ inputSchema: z.looseObject({}), execute: (input) => Promise.resolve(run(input)) }),
    ]),
  );

  return {
    get requests() {
      return server.requests.map(sentBy);
    },
    save: (history) => JSON.stringify(history),
    load: (saved) => JSON.parse(saved) as ModelMessage[],
    close: () => server.close(),
    async ask(history = [], question) {
      const messages: ModelMessage[] = [...history, { role: 'user', content: question }];
      const request = { model, messages, tools, stopWhen: steps(10), maxRetries: 0 };
      if (options.delivery === 'invoke') {
        const result = await ai.generateText(request);
        return { history: [...messages, ...(await answerMessages(result))], text: result.text, shown: result.content };
      }
      const result = ai.streamText(request);
      const shown: unknown[] = [];
      for await (const part of result.fullStream) if (part.type !== 'start-step' && part.type !== 'finish-step') shown.push(part);
      return { history: [...messages, ...(await answerMessages(result))], text: await result.text, shown };
    },
  };
}

for (const major of majors) {
  describe(major.name, () => {
    adapterSuite({ test: { describe, it, expect }, createHarness: (options) => createHarness(major, options) });
  });
}
