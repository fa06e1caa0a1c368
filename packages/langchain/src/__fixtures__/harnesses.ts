import type { AdapterHarness, HarnessOptions, SentRequest } from '@headroom/conformance';
import { createHeadroom, createMemoryStore } from '@headroom/core';
import {
  HumanMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  type BaseMessage,
  type StoredMessage,
  type ToolMessage,
} from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { createAgent, createMiddleware } from 'langchain';
import { z } from 'zod';
import { startFakeProviderServer, type FakeProviderServer, type FakeRequest } from '../../../../test/support/fake-provider-server/index.ts';
import { HeadroomChatModel } from '../index.ts';
import { headroomMiddleware } from '../middleware/index.ts';
import { askModel } from './agent-loop.ts';
import type { Provider } from './providers.ts';

type Harness = AdapterHarness<BaseMessage[]>;

const sentBy = ({ messages, toolNames }: FakeRequest): SentRequest => ({ messages: messages.map(oneSpelling), tools: toolNames });

/** Anthropic's package by itself spells a streamed text as a list of one block, and an invoked one as a string. */
function oneSpelling(message: unknown): unknown {
  const { content } = message as { content?: unknown };
  const [block] = Array.isArray(content) ? (content as { type?: unknown; text?: unknown }[]) : [];
  const alone = Array.isArray(content) && content.length === 1 && block?.type === 'text';
  return alone ? { ...(message as object), content: block.text } : message;
}

function startServer(options: HarnessOptions): Promise<FakeProviderServer> {
  return startFakeProviderServer((request) => {
    const { text, calls = [] } = options.model(sentBy(request));
    return {
      parts: [...(text === undefined ? [] : [{ type: 'text', text } as const]), ...calls.map((call) => ({ type: 'call', ...call }) as const)],
    };
  });
}

const toolsOf = (options: HarnessOptions) =>
  Object.entries(options.tools).map(([name, run]) =>
    tool((input) => JSON.stringify(run(input as Record<string, unknown>)), { name, description: name, schema: z.looseObject({}) }),
  );

// Worker threads are the engine's own affair; a small share makes sure that something is left out.
const settings = (options: HarnessOptions) =>
  ({ offload: 'never', bias: 0.2, store: createMemoryStore(), mode: options.adapter === 'off' ? 'off' : 'reversible' }) as const;

const wrap = (inner: ReturnType<Provider['create']>, options: HarnessOptions) =>
  options.adapter === 'bare'
    ? inner
    : new HeadroomChatModel(inner, { headroom: createHeadroom(settings(options)), injection: options.adapter === 'toolless' ? 'never' : 'auto' });

/** What is the same for every agent: its history is a list of messages, kept as LangChain's own stores keep it. */
const around = (server: FakeProviderServer, ask: Harness['ask']): Harness => ({
  ask,
  get requests() {
    return server.requests.map(sentBy);
  },
  save: (history) => JSON.stringify(mapChatMessagesToStoredMessages(history)),
  // The second fake server numbers its answers anew, and a graph takes two messages of one id for one: real providers' ids are unique.
  load: (saved) => mapStoredMessagesToChatMessages(JSON.parse(saved.replace(/chatcmpl-(?=\d)/g, 'chatcmpl-saved-')) as StoredMessage[]),
  close: () => server.close(),
});

/** An agent written by hand around the wrapped model: the loop that every LangChain tutorial begins with. */
export async function loopHarness(provider: Provider, options: HarnessOptions): Promise<Harness> {
  const server = await startServer(options);
  const tools = toolsOf(options);
  const model = wrap(provider.create(server.url), options).bindTools(tools);
  return around(server, async (history = [], question) => {
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
  });
}

// A sub-agent that has the middleware and not its tool.
const toolTaken = createMiddleware({
  name: 'ToolTaken',
  wrapModelCall: (request, handler) => handler({ ...request, tools: request.tools.filter(({ name }) => name !== 'headroom_retrieve') }),
});

/** LangChain's own agent, with Headroom as its middleware or around its model. */
export async function agentHarness(provider: Provider, place: 'middleware' | 'wrapped model', options: HarnessOptions): Promise<Harness> {
  const server = await startServer(options);
  const inner = provider.create(server.url);
  const ours = place === 'middleware' && options.adapter !== 'bare' ? [headroomMiddleware(settings(options))] : [];
  const agent = createAgent({
    model: place === 'middleware' ? inner : wrap(inner, options),
    tools: toolsOf(options),
    middleware: options.adapter === 'toolless' ? [toolTaken, ...ours] : ours,
  });
  return around(server, async (history = [], question) => {
    const input = { messages: [...history, new HumanMessage(question)] };
    const shown: unknown[] = [];
    let messages: BaseMessage[] = [];
    if (options.delivery === 'invoke') ({ messages } = (await agent.invoke(input)) as { messages: BaseMessage[] });
    else {
      for await (const [mode, part] of await agent.stream(input, { streamMode: ['messages', 'values'] })) {
        if (mode === 'values') ({ messages } = part as { messages: BaseMessage[] });
        else shown.push((part as unknown as [BaseMessage])[0].content);
      }
    }
    const said = messages.filter(({ type }) => type === 'ai').map(({ content }) => content);
    return { history: messages, text: messages.at(-1)?.text ?? '', shown: [said, shown] };
  });
}
