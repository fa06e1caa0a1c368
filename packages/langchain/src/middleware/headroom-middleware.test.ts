import { createMemoryStore, parseMarkers } from '@headroom/core';
import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { MemorySaver } from '@langchain/langgraph';
import { createAgent, createMiddleware, fakeModel, tool, toolStrategy } from 'langchain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { handleIn } from '../../../../test/support/fake-provider-server/index.ts';
import { freezeMessages } from '../__fixtures__/freeze.ts';
import { rows } from '../../../../test/support/machine-rows.ts';
import { HeadroomChatModel, type HeadroomLangChainEvent } from '../index.ts';
import { headroomMiddleware } from './index.ts';

const listRows = tool(() => JSON.stringify(rows), { name: 'list_rows', description: 'rows', schema: z.object({}) });
const ask = { messages: [new HumanMessage('Which row failed?')] };
const thread = { configurable: { thread_id: 't' } };
const results = (messages: readonly BaseMessage[]) => messages.filter((message) => ToolMessage.isInstance(message));
const text = (message: BaseMessage | undefined) => String(message?.content);
const markersIn = (value: unknown) => parseMarkers(JSON.stringify(value)).length;
const calls = (name: string, args: Record<string, unknown>, id: string) =>
  new AIMessage({ content: '', tool_calls: [{ name, args, id, type: 'tool_call' }] });
const retrieve =
  (id: string, args: Record<string, unknown> = { path: '$[177]' }) =>
  (messages: BaseMessage[]) =>
    calls('headroom_retrieve', { hash: handleIn(messages.map(({ content }) => content)), ...args }, id);
const middleware = (options: Parameters<typeof headroomMiddleware>[0] = {}) =>
  headroomMiddleware({ offload: 'never', bias: 0.3, ...options });

const looking = () =>
  fakeModel()
    .respond(calls('list_rows', {}, 'u1'))
    .respond(retrieve('h1'))
    .respond(new AIMessage('row 177 failed'));

describe('headroomMiddleware', () => {
  it('I7: compresses the request alone; state and checkpoint keep the original, and a pointer for what was retrieved', async () => {
    const model = looking();
    const agent = createAgent({ model, tools: [listRows], middleware: [middleware()], checkpointer: new MemorySaver() });
    const { messages } = await agent.invoke(ask, thread);
    expect(text(messages.at(-1))).toBe('row 177 failed');
    expect(results(messages).map(text)).toEqual([JSON.stringify(rows), '{"headroom":"retrieved"}']);
    expect(markersIn(messages)).toBe(0);
    const [first, second, third] = model.calls.map(({ messages: sent }) => results(sent));
    expect(first).toEqual([]);
    expect(markersIn(second)).toBe(1);
    expect(text(third?.[1])).toContain('failed: disk 3');
    const { values } = await agent.graph.getState(thread);
    expect(markersIn((values as { messages: unknown }).messages)).toBe(0);
  });

  it('I3: every request begins with the one before it, over a checkpoint and a new agent with an empty store', async () => {
    const checkpointer = new MemorySaver();
    const model = looking()
      .respond(retrieve('h2', { lines: '1-2' }))
      .respond(new AIMessage('the first rows are fine'));
    const agent = () => createAgent({ model, tools: [listRows], middleware: [middleware({ store: createMemoryStore() })], checkpointer });
    await agent().invoke(ask, thread);
    await agent().invoke({ messages: [new HumanMessage('And the first?')] }, thread);
    const sent = model.calls.map(({ messages }) =>
      messages.map((message) => JSON.stringify([message.type, message.content, (message as AIMessage).tool_calls])),
    );
    expect(sent).toHaveLength(5);
    for (const [index, messages] of sent.entries())
      if (index > 0) expect(messages.slice(0, sent[index - 1]?.length)).toEqual(sent[index - 1]);
  });

  it('I3: the tool is among the tools of an agent whose results may be cut, and of no other, unless always', async () => {
    const readFile = tool(() => 'text', { name: 'read_file', description: 'a file', schema: z.object({}) });
    const sent = async (tools: (typeof listRows)[], options: Parameters<typeof middleware>[0] = {}) => {
      const names: unknown[] = [];
      const watch = createMiddleware({
        name: 'watch',
        wrapModelCall: (request, handler) => (names.push(...request.tools.map(({ name }) => name)), handler(request)),
      });
      const model = fakeModel().respond(new AIMessage('done'));
      await createAgent({ model, tools, middleware: [middleware(options), watch] }).invoke(ask);
      return names;
    };
    expect(await sent([listRows])).toEqual(['list_rows', 'headroom_retrieve']);
    expect(await sent([readFile as never])).toEqual(['read_file']);
    expect(await sent([])).toEqual([]);
    expect(await sent([], { injection: 'always' })).toEqual(['headroom_retrieve']);
    expect(await sent([listRows], { injection: 'never' })).toEqual(['list_rows']);
  });

  it('I2: nothing is left out of a request from which the tool was taken away', async () => {
    const model = fakeModel()
      .respond(calls('list_rows', {}, 'u1'))
      .respond(new AIMessage('done'));
    const without = createMiddleware({
      name: 'without',
      wrapModelCall: (request, handler) => handler({ ...request, tools: request.tools.filter((one) => one.name !== 'headroom_retrieve') }),
    });
    await createAgent({ model, tools: [listRows], middleware: [without, middleware()] }).invoke(ask);
    expect(model.calls.map(({ messages }) => markersIn(messages))).toEqual([0, 0]);
  });

  it.each(['off', 'audit', 'lossless'] as const)('I9: %s leaves nothing out and adds no tool', async (mode) => {
    const model = fakeModel()
      .respond(calls('list_rows', {}, 'u1'))
      .respond(new AIMessage('done'));
    const own = middleware({ mode });
    await createAgent({ model, tools: [listRows], middleware: [own] }).invoke(ask);
    expect(own.tools).toEqual([]);
    expect(markersIn(model.calls[1]?.messages)).toBe(0);
    if (mode !== 'lossless') expect(text(results(model.calls[1]?.messages ?? [])[0])).toBe(JSON.stringify(rows));
  });

  it("I7: touches no message of the caller's", async () => {
    const history = freezeMessages([
      // With ids: the graph writes those that are missing.
      new HumanMessage({ content: 'Which row failed?', id: 'q' }),
      new AIMessage({ content: '', id: 'a', tool_calls: [{ name: 'list_rows', args: {}, id: 'u1', type: 'tool_call' }] }),
      new ToolMessage({ content: JSON.stringify(rows), tool_call_id: 'u1', name: 'list_rows', id: 'r', artifact: { kept: true } }),
    ]);
    const model = fakeModel().respond(new AIMessage('done'));
    await createAgent({ model, tools: [listRows], middleware: [middleware()] }).invoke({ messages: [...history] });
    const sent = model.calls[0]?.messages ?? [];
    expect(markersIn(sent)).toBe(1);
    expect(results(sent)[0]?.artifact).toEqual({ kept: true });
    expect(text(history[2])).toBe(JSON.stringify(rows));
  });

  it('reports on the message of the answer', async () => {
    const { messages } = await createAgent({ model: looking(), tools: [listRows], middleware: [middleware()] }).invoke(ask);
    const report = messages.at(-1)?.response_metadata['headroom'] as { handles: unknown[]; retrievedTokens: number; tokensSaved: number };
    expect(report.handles).toHaveLength(1);
    expect(report.retrievedTokens).toBeGreaterThan(0);
    expect(report.tokensSaved).toBeGreaterThan(100);
  });

  it('answers a request that was answered twice with a pointer to the answer', async () => {
    const model = fakeModel()
      .respond(calls('list_rows', {}, 'u1'))
      .respond(retrieve('h1'))
      .respond(retrieve('h2'))
      .respond(retrieve('h3'))
      .respond(new AIMessage('done'));
    const { messages } = await createAgent({ model, tools: [listRows], middleware: [middleware()] }).invoke(ask);
    expect(
      results(messages)
        .slice(1)
        .map((message) => text(message).slice(0, 18)),
    ).toEqual(['{"headroom":"retri', '{"headroom":"retri', 'This exact request']);
  });

  it('takes over from a wrapped model, so that nothing is compressed twice', async () => {
    const model = looking();
    const wrapped = new HeadroomChatModel(model as never, { offload: 'never', bias: 0.3 });
    const { messages } = await createAgent({ model: wrapped, tools: [listRows], middleware: [middleware()] }).invoke(ask);
    expect(text(messages.at(-1))).toBe('row 177 failed');
    expect(results(messages)).toHaveLength(2);
    expect(model.calls.map(({ messages: sent }) => markersIn(sent))).toEqual([0, 1, 1]);
  });

  it('gives back structured answers as the agent made them', async () => {
    const model = fakeModel()
      .respond(calls('list_rows', {}, 'u1'))
      .respond(calls('answer', { row: 177 }, 's1'));
    const responseFormat = toolStrategy({ title: 'answer', type: 'object', properties: { row: { type: 'number' } }, required: ['row'] });
    const { structuredResponse } = await createAgent({ model, tools: [listRows], middleware: [middleware()], responseFormat }).invoke(ask);
    expect(structuredResponse).toEqual({ row: 177 });
  });

  it('I12: originals belong to the scope that the run names', async () => {
    const model = () =>
      fakeModel()
        .respond(calls('list_rows', {}, 'u1'))
        .respond(retrieve('h1'))
        .respond(new AIMessage('done'));
    const shared = middleware();
    const run = async (scope: string): Promise<string> => {
      const played = model();
      await createAgent({ model: played, tools: [listRows], middleware: [shared] }).invoke(ask, {
        configurable: { headroom_scope: scope },
      });
      expect(text(results(played.calls[2]?.messages ?? [])[1])).toContain('failed: disk 3');
      return handleIn(played.calls[1]?.messages.map(({ content }) => content));
    };
    const [mine, theirs] = [await run('one'), await run('two')];
    expect(mine).not.toBe(theirs);
    expect((await shared.headroom.retrieve({ hash: mine }, { scope: 'two' })).found).toBe(false);
  });

  it('tells of markers in arguments, or refuses the call and asks again', async () => {
    let wrote = 0;
    const write = tool(() => `written ${(wrote += 1)}`, {
      name: 'write',
      description: 'writes',
      schema: z.object({ content: z.string() }),
    });
    const leak = (messages: BaseMessage[]) =>
      calls('write', { content: `<<ccr:${handleIn(messages.map(({ content }) => content))} 9_rows_offloaded>>` }, 'w1');
    const run = async (markersInArguments: 'warn' | 'refuse') => {
      const events: HeadroomLangChainEvent[] = [];
      const model = fakeModel()
        .respond(calls('list_rows', {}, 'u1'))
        .respond(leak)
        .respond(new AIMessage('done'));
      const own = middleware({ markersInArguments, onEvent: (event) => events.push(event) });
      const { messages } = await createAgent({ model, tools: [listRows, write], middleware: [own] }).invoke(ask);
      return { messages, model, leaks: events.filter(({ type }) => type === 'marker-leaked').length };
    };
    expect((await run('warn')).leaks).toBe(1);
    expect(wrote).toBe(1);
    const refused = await run('refuse');
    expect([wrote, refused.leaks, results(refused.messages).length]).toEqual([1, 1, 1]);
    expect(text(refused.model.calls[2]?.messages.at(-1))).toContain('hold a marker of offloaded text');
  });
});
