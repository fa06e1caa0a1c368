import { createMemoryStore } from '@headroom/core';
import { HumanMessage } from '@langchain/core/messages';
import { Command, MemorySaver } from '@langchain/langgraph';
import { createAgent, humanInTheLoopMiddleware, tool, type AgentMiddleware } from 'langchain';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { call, handleIn, play, say, startFakeProviderServer, type Step } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';
import { chat } from '../__fixtures__/providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';
import { HeadroomChatModel } from '../index.ts';
import { headroomMiddleware } from './index.ts';

const steps: readonly Step[] = [
  () => [call('u1', 'list_rows', {})],
  ({ messages }) => [call('h1', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177]' }), call('u2', 'double', { x: 7 })],
  () => [say('It is 16.')],
];

it.each(['middleware', 'model'])('a call beside a retrieval waits for a person, is changed, and goes on (%s)', async (place) => {
  const server = await startFakeProviderServer(play(steps));
  const settings = { offload: 'never', bias: 0.3, store: createMemoryStore() } as const;
  const inner = chat.create(server.url);
  const approval: AgentMiddleware = humanInTheLoopMiddleware({ interruptOn: { double: { allowedDecisions: ['edit'] } } } as never);
  const agent = createAgent({
    model: place === 'model' ? new HeadroomChatModel(inner, settings) : inner,
    tools: [
      tool(() => JSON.stringify(rows), { name: 'list_rows', description: 'rows', schema: z.object({}) }),
      tool(({ x }: { x: number }) => `twice ${x} is ${2 * x}`, {
        name: 'double',
        description: 'doubles',
        schema: z.object({ x: z.number() }),
      }),
    ],
    middleware: place === 'model' ? [approval] : [approval, headroomMiddleware(settings)],
    checkpointer: new MemorySaver(),
  });
  const thread = { configurable: { thread_id: 't' } };
  await agent.invoke({ messages: [new HumanMessage('Which row failed? And double it.')] }, thread);
  expect(server.requests).toHaveLength(2);
  const decision = { type: 'edit', editedAction: { name: 'double', args: { x: 8 } } };
  const { messages } = await agent.invoke(new Command({ resume: { decisions: [decision] } }) as never, thread);
  await server.close();
  expect(messages.at(-1)?.text).toBe('It is 16.');
  const last = JSON.stringify(server.requests[2]?.messages);
  for (const part of ['headroom_retrieve', 'failed: disk 3', 'twice 8 is 16']) expect([part, last.includes(part)]).toEqual([part, true]);
  expect(prefixBreak(server.requests[0]?.messages ?? [], server.requests[1]?.messages ?? [])).toBeUndefined();
});
