import { adapterSuite, type AdapterHarness, type HarnessOptions, type SentRequest } from '@headroom/conformance';
import { createMemoryStore } from '@headroom/core';
import { Agent, type MastraDBMessage, type ToolsInput } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startFakeProviderServer, type FakeRequest } from '../../../test/support/fake-provider-server/index.ts';
import { openAiModel } from './__fixtures__/model.ts';
import { openThread } from './__fixtures__/thread.ts';
import { headroomProcessor } from './index.ts';

const sentBy = ({ messages, toolNames }: FakeRequest): SentRequest => ({ messages, tools: toolNames });

async function createHarness(options: HarnessOptions): Promise<AdapterHarness<MastraDBMessage[]>> {
  const server = await startFakeProviderServer((request) => {
    const { text, calls = [] } = options.model(sentBy(request));
    return {
      parts: [
        ...(text === undefined ? [] : [{ type: 'text', text } as const]),
        ...calls.map((call) => ({ type: 'call', ...call }) as const),
      ],
    };
  });
  const thread = await openThread();
  const processor = headroomProcessor({
    offload: 'never',
    store: createMemoryStore(),
    // Few rows are kept, so that the suite's results leave some out whatever the engine makes of them.
    bias: 0.3,
    mode: options.adapter === 'off' ? 'off' : 'reversible',
    injection: options.adapter === 'toolless' ? 'never' : 'auto',
  });
  const tools: ToolsInput = Object.fromEntries(
    Object.entries(options.tools).map(([name, run]) => [
      name,
      createTool({ id: name, description: name, inputSchema: z.looseObject({}), execute: (input) => Promise.resolve(run(input)) }),
    ]),
  );
  const agent = new Agent({
    id: 'agent',
    name: 'agent',
    instructions: 'Be brief.',
    model: openAiModel(server.url),
    tools,
    memory: thread.memory,
    ...(options.adapter === 'bare' ? {} : { inputProcessors: [processor], outputProcessors: [processor] }),
  });

  return {
    get requests() {
      return server.requests.map(sentBy);
    },
    save: (history) => JSON.stringify(history),
    load: (saved) => (JSON.parse(saved) as MastraDBMessage[]).map((message) => ({ ...message, createdAt: new Date(message.createdAt) })),
    close: async () => {
      await thread.close();
      await server.close();
    },
    async ask(history = [], question) {
      await thread.seed(history);
      const run = { ...thread.options, maxSteps: 10 };
      if (options.delivery === 'invoke') {
        const result = await agent.generate(question, run);
        return { history: await thread.messages(), text: result.text, shown: [result.text, result.steps.map(({ text }) => text)] };
      }
      const result = await agent.stream(question, run);
      const shown: unknown[] = [];
      for await (const { type, payload } of result.fullStream as AsyncIterable<{ type: string; payload: unknown }>)
        if (!['step-start', 'step-finish', 'finish'].includes(type)) shown.push(payload);
      return { history: await thread.messages(), text: await result.text, shown };
    },
  };
}

adapterSuite({ test: { describe, it, expect }, createHarness });
