import { createMemoryStore, retrieveTool } from '@headroom/core';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, handlesIn, say, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, openStage, prefixBreaks, tools, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, lookUp, question, rows } from './__fixtures__/story.ts';
import { openThread } from './__fixtures__/thread.ts';
import { headroomTools } from './index.ts';

let stage: Stage;
afterEach(() => stage.close());

const offered = () => stage.requests.map(({ toolNames }) => toolNames.includes('headroom_retrieve'));
const handles = () => stage.requests.flatMap(({ raw }) => handlesIn(raw));
const toolTexts = () =>
  stage.requests.map(({ messages }) => JSON.stringify(messages.filter((message) => (message as { role: string }).role === 'tool')));

describe('offering the tool', () => {
  it('describes it on the wire as the engine does', async () => {
    stage = await openStage(answer);
    await stage.agent({ inputProcessors: [newProcessor()] }).generate(question);
    const [wire] = (stage.requests[0]?.body.tools ?? []).slice(-1) as { function?: unknown }[];
    const { name, description, parameters } = retrieveTool;
    expect(wire?.function).toMatchObject({ name, description, parameters });
  });

  it('I3: it stands last in the first request already, and not in those of an agent without tools, unless always', async () => {
    stage = await openStage(answer, answer, answer);
    await stage.agent({ inputProcessors: [newProcessor()] }).generate(question);
    await stage.agent({ tools: {}, inputProcessors: [newProcessor()] }).generate(question);
    await stage.agent({ tools: {}, inputProcessors: [newProcessor({ injection: 'always' })] }).generate(question);
    expect(stage.requests.map(({ toolNames }) => toolNames)).toEqual([
      ['list_rows', 'double', 'headroom_retrieve'],
      [],
      ['headroom_retrieve'],
    ]);
  });

  it('activeTools is extended, and only by it', async () => {
    stage = await openStage(...fullStory.slice(0, 2), answer);
    await stage.agent({ inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 5, activeTools: ['list_rows'] });
    expect(stage.requests.map(({ toolNames }) => toolNames)).toEqual(stage.requests.map(() => ['list_rows', 'headroom_retrieve']));
    expect(stage.requests[2]?.raw).not.toContain('"headroom"');
  });

  it('I2: with toolChoice none Mastra sends no tools, and nothing is left out', async () => {
    stage = await openStage(listRows, answer, answer);
    const thread = await openThread();
    const agent = stage.agent({ memory: thread.memory, inputProcessors: [newProcessor()] });
    await agent.generate(question, thread.options);
    await agent.generate('Say it again.', { ...thread.options, toolChoice: 'none' });
    expect(offered()).toEqual([true, true, false]);
    expect(handlesIn(stage.requests[1]?.raw ?? '')).toHaveLength(1);
    expect(handlesIn(stage.requests[2]?.raw ?? '')).toEqual([]);
    await thread.close();
  });

  it('structured output without tools gets none, and nothing is left out', async () => {
    stage = await openStage(() => [say('{"row":177}')]);
    const structuredOutput = { schema: z.object({ row: z.number() }) };
    const result = await stage.agent({ tools: {}, inputProcessors: [newProcessor()] }).generate(question, { structuredOutput });
    expect(result.object).toEqual({ row: 177 });
    expect(offered()).toEqual([false]);
  });

  it('structured output with tools gets it, and the object is read from the answer after a retrieval', async () => {
    const look: Step = (request) => [lookUp('h1', request, { path: '$[177]' })];
    stage = await openStage(listRows, look, () => [say('{"row":177}')]);
    const structuredOutput = { schema: z.object({ row: z.number() }) };
    const result = await stage.agent({ inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 9, structuredOutput });
    expect(result.object).toEqual({ row: 177 });
    expect(offered()).toEqual([true, true, true]);
    expect(prefixBreaks(stage.requests)).toEqual([]);
  });

  it('words before a call spoil structured output as they do without the processor, whichever tool is called', async () => {
    const structuredOutput = { schema: z.object({ row: z.number() }) };
    stage = await openStage(
      () => [say('Let me see. '), call('u1', 'list_rows', {})],
      () => [say('{"row":177}')],
    );
    await expect(stage.agent().generate(question, { maxSteps: 9, structuredOutput })).rejects.toThrow('validation failed');
  });

  it('I2: injection never leaves nothing out, unless the agent has the tool itself', async () => {
    const store = createMemoryStore();
    const inputProcessors = [newProcessor({ injection: 'never', store })];
    stage = await openStage(listRows, answer);
    await stage.agent({ inputProcessors }).generate(question);
    expect([offered(), handles()]).toEqual([[false, false], []]);
    await stage.close();
    stage = await openStage(...fullStory);
    await stage.agent({ inputProcessors, tools: { ...tools, ...headroomTools({ store }) } }).generate(question, { maxSteps: 9 });
    expect(stage.requests.at(-1)?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
    expect(prefixBreaks(stage.requests)).toEqual([]);
  });

  it("takes the place of the agent's own tool, which may read another store", async () => {
    const foreign = headroomTools({ store: createMemoryStore() });
    stage = await openStage(...fullStory);
    await stage.agent({ tools: { ...foreign, ...tools }, inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 9 });
    expect(stage.requests[0]?.toolNames).toEqual(['headroom_retrieve', 'list_rows', 'double']);
    expect(toolTexts().at(-1)).toContain(`ticket ${(55 * 104_729) % 99_991}`);
  });
});

describe('modes', () => {
  it.each(['off', 'audit', 'lossless'] as const)('I9: %s offers no tool and leaves nothing out', async (mode) => {
    stage = await openStage(listRows, answer);
    await stage.agent({ inputProcessors: [newProcessor({ mode })] }).generate(question);
    expect([offered(), handles()]).toEqual([[false, false], []]);
    const original = JSON.stringify(JSON.stringify(rows)).slice(1, -1);
    expect(stage.requests[1]?.raw.includes(original)).toBe(mode !== 'lossless');
  });

  it('off still gives the model what it had retrieved: no provider knows our pointers', async () => {
    const store = createMemoryStore();
    const thread = await openThread();
    const look: Step = (request) => [lookUp('h1', request, { path: '$[55]' })];
    stage = await openStage(listRows, look, answer, answer);
    const start = (mode: 'off' | 'reversible') => stage.agent({ memory: thread.memory, inputProcessors: [newProcessor({ mode, store })] });
    await start('reversible').generate(question, { ...thread.options, maxSteps: 9 });
    await start('off').generate('Thanks.', thread.options);
    expect(toolTexts().at(-1)).toContain(`ticket ${(55 * 104_729) % 99_991}`);
    expect(stage.requests.at(-1)?.raw).not.toContain('"headroom"');
    await thread.close();
  });

  it('I6: a store that fails lets every prompt through as it is', async () => {
    const store = { ...createMemoryStore(), put: () => Promise.reject(new Error('disk full')) };
    stage = await openStage(listRows, answer);
    const result = await stage.agent({ inputProcessors: [newProcessor({ store })] }).generate(question);
    expect(result.text).toContain('Row 177');
    expect(handles()).toEqual([]);
  });

  it('I6: an engine that fails as a whole lets the prompt through, and says so', async () => {
    const processor = newProcessor();
    const events: string[] = [];
    const broken = { ...processor.headroom, compressWith: () => Promise.reject(new Error('broken')) };
    stage = await openStage(listRows, answer);
    const failing = newProcessor({ headroom: broken, onEvent: ({ type }) => events.push(type) });
    expect((await stage.agent({ inputProcessors: [failing] }).generate(question)).text).toContain('Row 177');
    expect(events).toEqual(['prompt-passed', 'prompt-passed']);
  });
});
