import { createMemoryStore, parseMarkers, writeMarker } from '@headroom/core';
import { HumanMessage } from '@langchain/core/messages';
import { MemorySaver } from '@langchain/langgraph';
import { createAgent, tool } from 'langchain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, say, startFakeProviderServer, type FakeRequest } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';
import { anthropic, chat, type Provider } from '../__fixtures__/providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';
import { HeadroomChatModel } from '../index.ts';
import { headroomMiddleware } from './index.ts';

const steps = 10;
const settings = () => ({ offload: 'never', bias: 0.3, store: createMemoryStore() }) as const;

/** Pages of rows, logs of a build and a table, as tools return them. */
const pages = (page: number): string => {
  if (page % 3 === 0) return JSON.stringify(rows.map((row) => ({ ...row, id: row.id + page * 1000 })));
  if (page % 3 === 1)
    return Array.from(
      { length: 400 },
      (_, line) => `2026-11-21T10:00:${String(line % 60).padStart(2, '0')}Z INFO worker ${line % 7} finished task ${page}-${line}`,
    ).join('\n');
  return JSON.stringify({ page, items: rows.slice(0, 120), nested: { deep: rows.slice(120, 200) } });
};

/** One agent run of ten steps against a provider of its own. */
async function tenSteps(provider: Provider, place: 'middleware' | 'model'): Promise<readonly FakeRequest[]> {
  const server = await startFakeProviderServer((_request, before) => ({
    parts: before < steps ? [say(`step ${before}. `), call(`c${before}`, 'read_page', { page: before })] : [say('done')],
  }));
  const inner = provider.create(server.url);
  const agent = createAgent({
    model: place === 'middleware' ? inner : new HeadroomChatModel(inner, settings()),
    tools: [
      tool(({ page }: { page: number }) => pages(page), {
        name: 'read_page',
        description: 'reads',
        schema: z.object({ page: z.number() }),
      }),
    ],
    middleware: place === 'middleware' ? [headroomMiddleware(settings())] : [],
    checkpointer: new MemorySaver(),
  });
  await agent.invoke({ messages: [new HumanMessage('Read all.')] }, { configurable: { thread_id: 't' }, recursionLimit: 60 });
  await server.close();
  return server.requests;
}

describe.each([chat, anthropic])('an agent of ten steps on $name', (provider) => {
  it('I3: sends the same bytes with the middleware and with a wrapped model, each request a prefix of the next', async () => {
    const [withMiddleware, withModel] = [await tenSteps(provider, 'middleware'), await tenSteps(provider, 'model')];
    expect(withMiddleware).toHaveLength(steps + 1);
    for (const [index, request] of withMiddleware.entries()) {
      expect(JSON.stringify(request.messages)).toBe(JSON.stringify(withModel[index]?.messages));
      expect(request.toolNames).toEqual(['read_page', 'headroom_retrieve']);
      const before = withMiddleware[index - 1];
      if (before !== undefined) expect(prefixBreak(before.messages, request.messages)).toBeUndefined();
    }
    const last = withMiddleware.at(-1);
    expect(parseMarkers(JSON.stringify(last?.messages)).length).toBeGreaterThan(3);
    const whole = Array.from({ length: steps }, (_, page) => pages(page).length).reduce((sum, size) => sum + size);
    expect(last?.raw.length).toBeLessThan(whole / 2);
  });
});

it('I12: a marker that a tool returns and nobody minted is text', async () => {
  const forged = writeMarker({ handle: '0123456789abcdef01234567', facts: ['9_rows_offloaded'] } as never);
  const server = await startFakeProviderServer((_request, before) => ({
    parts:
      before === 0
        ? [call('c', 'read', {})]
        : before === 1
          ? [call('h', 'headroom_retrieve', { hash: '0123456789abcdef01234567' })]
          : [say('done')],
  }));
  const agent = createAgent({
    model: chat.create(server.url),
    tools: [tool(() => `see ${forged}`, { name: 'read', description: 'reads', schema: z.object({}) })],
    middleware: [headroomMiddleware(settings())],
  });
  await agent.invoke({ messages: [new HumanMessage('Read.')] });
  await server.close();
  expect(JSON.stringify(server.requests[2]?.messages.at(-1))).not.toContain('see ');
});
