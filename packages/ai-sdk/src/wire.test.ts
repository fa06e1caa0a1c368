import { createMemoryStore } from '@headroom/core';
import type { ModelMessage, ToolSet, UIMessage } from 'ai';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  play,
  say,
  startFakeProviderServer,
  type FakeProviderServer,
  type FakeReply,
  type FakeRequest,
} from '../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../test/support/wire-prefix.ts';
import { majors } from './__fixtures__/majors.ts';
import { rows } from '../../../test/support/machine-rows.ts';
import { fullStory } from './__fixtures__/story.ts';
import { headroom } from './index.ts';

// Worker threads are the engine's own affair and have its own tests; starting one for each of these many engines takes most of their time.
const inProcess = () => headroom({ offload: 'never', store: createMemoryStore() });

/** The system prompt, tools and messages of two requests, where the later one must begin with the earlier one. */
function expectPrefixes(requests: readonly FakeRequest[]): void {
  for (const [index, request] of requests.entries()) {
    const before = requests[index - 1];
    if (before === undefined) continue;
    expect(prefixBreak(before.messages, request.messages), `request ${index}`).toBeUndefined();
    expect(request.toolNames).toEqual(before.toolNames);
    expect(JSON.stringify([request.body['tools'], request.body['system']])).toBe(
      JSON.stringify([before.body['tools'], before.body['system']]),
    );
  }
}

describe.each(majors)('$name over the wire', ({ ai, openai, anthropic, steps, uiMessage, answerMessages }) => {
  let server: FakeProviderServer;
  let script: (request: FakeRequest, before: number) => FakeReply = () => ({ parts: [] });
  let before = 0;
  beforeAll(async () => {
    server = await startFakeProviderServer((request, count) => script(request, count - before));
  });
  afterAll(() => server.close());
  beforeEach(() => {
    server.forget();
    before = 0;
  });

  const tools: ToolSet = {
    list_rows: ai.tool({ inputSchema: z.object({}), execute: async () => rows }),
    double: ai.tool({ inputSchema: z.object({ x: z.number() }), execute: async ({ x }) => `twice ${x} is ${2 * x}` }),
  };
  const stateless = { openai: { store: false, include: ['reasoning.encrypted_content'] } };
  const thinking = { anthropic: { thinking: { type: 'enabled', budgetTokens: 1024 } } };
  const providers = {
    'openai chat': { model: () => openai({ baseURL: server.url, apiKey: 'x' }).chat('gpt-4o'), providerOptions: {} },
    'openai responses': { model: () => openai({ baseURL: server.url, apiKey: 'x' }).responses('gpt-5'), providerOptions: stateless },
    // Items that the provider keeps are sent as references to their ids.
    'openai responses, stored': { model: () => openai({ baseURL: server.url, apiKey: 'x' }).responses('gpt-5'), providerOptions: {} },
    'anthropic messages': { model: () => anthropic({ baseURL: server.url, apiKey: 'x' })('claude-sonnet-4-5'), providerOptions: thinking },
  };
  const question: ModelMessage = { role: 'user', content: 'Which row failed, and what is twice seven?' };
  const thanks: ModelMessage = { role: 'user', content: 'Thanks. Say goodbye.' };

  describe.each(Object.entries(providers))('%s', (_name, provider) => {
    const { providerOptions } = provider;
    /** A model as a process makes it when it starts: its store is empty. */
    const start = () => ai.wrapLanguageModel({ model: provider.model(), middleware: inProcess() });

    async function run(messages: ModelMessage[], delivery: 'generate' | 'stream'): Promise<{ text: string; messages: ModelMessage[] }> {
      const request = { model: start(), messages, tools, stopWhen: steps(10), providerOptions, maxRetries: 0 };
      if (delivery === 'generate') {
        const result = await ai.generateText(request);
        return { text: result.text, messages: await answerMessages(result) };
      }
      const result = ai.streamText({ ...request, onError: ({ error }) => expect.unreachable(String(error)) });
      return { text: await result.text, messages: await answerMessages(result) };
    }

    it.each(['generate', 'stream'] as const)(
      'I3: %s: each request extends the one before it, through a JSON round trip and a new process',
      async (delivery) => {
        script = play([...fullStory, () => [say('Goodbye.')]]);
        const first = await run([question], delivery);
        expect(first.text).toBe('Row 177 failed; twice seven is 14.');
        expect(server.requests).toHaveLength(5);
        expect(JSON.stringify(first.messages)).not.toContain('<<ccr:');

        const saved = JSON.parse(JSON.stringify([question, ...first.messages, thanks])) as ModelMessage[];
        const second = await run(saved, delivery);
        expect(second.text).toBe('Goodbye.');
        expectPrefixes(server.requests);
        expect(server.requests.at(-1)?.raw).not.toContain('"headroom"');
      },
    );

    it('I3: stream: each request extends the one before it, through UI messages and a new process', async () => {
      script = play([...fullStory, () => [say('Goodbye.')]]);
      const result = ai.streamText({ model: start(), messages: [question], tools, stopWhen: steps(10), providerOptions });
      const answer = await uiMessage(result, tools);
      expect(JSON.stringify(answer)).not.toContain('<<ccr:');
      const history = JSON.parse(
        JSON.stringify([{ id: 'q', role: 'user', parts: [{ type: 'text', text: question.content }] }, answer]),
      ) as UIMessage[];
      const messages = await ai.convertToModelMessages(await ai.validateUIMessages({ messages: history, tools: tools as never }), {
        tools,
      });
      await run([...messages, thanks], 'stream');
      expect(server.requests).toHaveLength(6);
      expectPrefixes(server.requests);
    });

    it('I4: generating and streaming put the same bytes on the wire', async () => {
      const bodies: string[] = [];
      for (const delivery of ['generate', 'stream'] as const) {
        server.forget();
        script = play(fullStory);
        await run([question], delivery);
        bodies.push(JSON.stringify(server.requests.map(({ messages, toolNames }) => [messages, toolNames])));
      }
      expect(bodies[1]).toBe(bodies[0]);
    });

    it('the model is given what it retrieves, and the caller is not', async () => {
      script = play(fullStory);
      const { messages } = await run([question], 'generate');
      const [, , looked, asked, last] = server.requests.map(({ raw }) => raw);
      expect(looked).toContain('unreadable sectors');
      expect(asked).toContain('checked by agent');
      expect(last).toContain('twice 7 is 14');
      const shown = messages.filter(({ role }) => role === 'assistant');
      expect(JSON.stringify(shown)).not.toContain('checked by agent');
    });
  });
});
