import { adapterSuite, lensSuite, type AdapterHarness, type HarnessOptions, type SentRequest } from '@headroom/conformance';
import { AIMessage, HumanMessage, mapChatMessagesToStoredMessages, mapStoredMessagesToChatMessages, SystemMessage, ToolMessage, type BaseMessage, type StoredMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { startFakeProviderServer, type FakeRequest } from '../../../test/support/fake-provider-server/index.ts';
import { askModel } from './__fixtures__/agent-loop.ts';
import { providers, type Provider } from './__fixtures__/providers.ts';
import { HeadroomChatModel, messageLens } from './index.ts';
import { createHeadroom } from '@headroom/core';
import type { Messages } from './messages/message-lens.ts';

const sentBy = ({ messages, toolNames }: FakeRequest): SentRequest => ({ messages: messages.map(oneSpelling), tools: toolNames });

/** Anthropic's package by itself spells a streamed text as a list of one block, and an invoked one as a string. */
function oneSpelling(message: unknown): unknown {
  const { content } = message as { content?: unknown };
  const [block] = Array.isArray(content) ? (content as { type?: unknown; text?: unknown }[]) : [];
  const alone = Array.isArray(content) && content.length === 1 && block?.type === 'text';
  return alone ? { ...(message as object), content: block.text } : message;
}

/** An agent written by hand around the wrapped model: the loop that every LangChain tutorial begins with. */
async function createHarness(provider: Provider, options: HarnessOptions): Promise<AdapterHarness<BaseMessage[]>> {
  const server = await startFakeProviderServer((request) => {
    const { text, calls = [] } = options.model(sentBy(request));
    return { parts: [...(text === undefined ? [] : [{ type: 'text', text } as const]), ...calls.map((call) => ({ type: 'call', ...call }) as const)] };
  });
  const inner = provider.create(server.url);
  const headroom = createHeadroom({ offload: 'never', bias: 0.2, mode: options.adapter === 'off' ? 'off' : 'reversible' });
  const wrapper = new HeadroomChatModel(inner, { headroom, injection: options.adapter === 'toolless' ? 'never' : 'auto' });
  const tools = Object.entries(options.tools).map(([name, run]) =>
    tool((input) => JSON.stringify(run(input as Record<string, unknown>)), { name, description: name, schema: z.looseObject({}) }),
  );
  const model = (options.adapter === 'bare' ? inner : wrapper).bindTools(tools);

  return {
    get requests() {
      return server.requests.map(sentBy);
    },
    save: (history) => JSON.stringify(mapChatMessagesToStoredMessages(history)),
    load: (saved) => mapStoredMessagesToChatMessages(JSON.parse(saved) as StoredMessage[]),
    close: () => server.close(),
    async ask(history = [], question) {
      const messages: BaseMessage[] = [...history, new HumanMessage(question)];
      const shown: unknown[] = [];
      for (;;) {
        const answer = await askModel(model, messages, options.delivery, shown);
        messages.push(answer);
        if (answer.tool_calls?.length === 0) return { history: messages, text: answer.text, shown };
        for (const call of answer.tool_calls ?? []) {
          const run = tools.find(({ name }) => name === call.name);
          messages.push((await run?.invoke({ ...call, type: 'tool_call' })) as ToolMessage);
        }
      }
    },
  };
}

for (const provider of providers) {
  describe(provider.name, () => {
    adapterSuite({ test: { describe, it, expect }, createHarness: (options) => createHarness(provider, options) });
  });
}

const parallel: Messages = [
  new SystemMessage({ content: [{ type: 'text', text: 'You help.', cache_control: { type: 'ephemeral' } }] }),
  new HumanMessage({ content: [{ type: 'text', text: 'Read both.' }, { type: 'image_url', image_url: { url: 'data:image/png;base64,AAAA' } }] }),
  new AIMessage({
    content: [{ type: 'thinking', thinking: 'hm', signature: 's' }, { type: 'text', text: 'Reading.' }],
    tool_calls: [{ id: 'a', name: 'read', args: { path: 'a' } }, { id: 'b', name: 'read', args: { path: 'b' } }],
  }),
  new ToolMessage({ content: 'no such file', tool_call_id: 'a', name: 'read', status: 'error' }),
  new ToolMessage({
    content: [{ type: 'text', text: 'one', cache_control: { type: 'ephemeral' } }, { type: 'image_url', image_url: 'data:' }, { type: 'text', text: 'two' }],
    tool_call_id: 'b',
    artifact: { raw: [1] },
    id: 'result-b',
  }),
  new ToolMessage({ content: 'data:image/png;base64,AAAA', tool_call_id: 'c', additional_kwargs: { type: 'computer_call_output' } }),
  new AIMessage('Both are read.'),
];

// As plain objects, into which the suite can see; the classes have their own test.
const plain = (messages: Messages): Messages => messages.map((message) => ({ ...message }) as BaseMessage);

lensSuite<Messages>({
  test: { describe, it, expect },
  createLens: () => messageLens,
  histories: { 'parallel results': plain(parallel), 'a question': plain([new HumanMessage('Which row failed?')]) },
});
