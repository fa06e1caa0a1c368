import { createMemoryStore } from '@headroom/core';
import { Agent } from '@mastra/core/agent';
import { afterEach, describe, expect, it } from 'vitest';
import { call, handlesIn, say, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { openAiModel } from './__fixtures__/model.ts';
import { newProcessor, openStage, prefixBreaks, tools, type Stage } from './__fixtures__/stage.ts';
import { answer, listRows, lookUp, question, rows } from './__fixtures__/story.ts';
import { openThread } from './__fixtures__/thread.ts';

let stage: Stage;
afterEach(() => stage.close());

const delegate: Step = () => [
  say('I ask the helper. '),
  call('s1', 'agent-helper', { prompt: 'Say which row failed, from what you see.' }),
];

/** An agent that another one may ask; with options for a processor it has one, and the tool whose results are large. */
const newHelper = (options?: Parameters<typeof newProcessor>[0]): Agent =>
  new Agent({
    id: 'helper',
    name: 'helper',
    description: 'Helps.',
    instructions: 'You are the helper.',
    model: openAiModel(stage.server.url),
    ...(options === undefined ? {} : { tools: { list_rows: tools.list_rows }, inputProcessors: [newProcessor(options)] }),
  });

/** Requests of the helper, told apart by its instructions. */
const ofHelper = () => stage.requests.filter(({ raw }) => raw.includes('You are the helper.'));
const ofAgent = () => stage.requests.filter(({ raw }) => !raw.includes('You are the helper.'));

describe('sub-agents', () => {
  it('I2: one without the processor sees no marker of the conversation that it is called from', async () => {
    stage = await openStage(listRows, delegate, () => [say('Row 177, I guess.')], answer);
    const helper = newHelper();
    const thread = await openThread();
    const agent = stage.agent({ agents: { helper }, memory: thread.memory, inputProcessors: [newProcessor()] });
    await agent.generate(question, { ...thread.options, maxSteps: 9 });
    expect(ofHelper()).toHaveLength(1);
    expect(ofHelper().flatMap(({ raw }) => handlesIn(raw))).toEqual([]);
    expect(handlesIn(ofAgent().at(-1)?.raw ?? '')).toHaveLength(1);
    expect(prefixBreaks(ofAgent())).toEqual([]);
    expect(thread.markers()).toEqual([]);
    await thread.close();
  });

  it('I2: what users said is verbatim where sub-agents see it, whatever the roles say', async () => {
    const words = `${question} ${JSON.stringify(rows)}`;
    const sent: number[] = [];
    for (const delegates of [true, false]) {
      stage = await openStage(...(delegates ? [delegate, () => [say('Row 177, I guess.')]] : []), answer);
      const helper = new Agent({
        id: 'helper',
        name: 'helper',
        description: 'Helps.',
        instructions: 'You are the helper.',
        model: openAiModel(stage.server.url),
      });
      const options = delegates ? { agents: { helper } } : {};
      await stage.agent({ ...options, inputProcessors: [newProcessor({ roles: { user: 'compress' } })] }).generate(words, { maxSteps: 9 });
      sent.push(stage.requests.flatMap(({ raw }) => handlesIn(raw)).length);
      if (delegates) await stage.close();
    }
    expect(sent).toEqual([0, 1]);
  });

  it('one whose processor never adds the tool gets lossless rewrites only', async () => {
    stage = await openStage(
      () => [call('s1', 'agent-helper', { prompt: 'List.' })],
      listRows,
      () => [say('Row 177.')],
      answer,
    );
    const helper = newHelper({ injection: 'never' });
    await stage.agent({ agents: { helper }, inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 9 });
    const last = ofHelper().at(-1);
    expect(last?.raw).toContain('unreadable sectors');
    expect([last?.toolNames, handlesIn(last?.raw ?? '')]).toEqual([['list_rows'], []]);
  });

  it('one with a processor and the store of the agent reads the same originals', async () => {
    const store = createMemoryStore();
    const look: Step = (request) => [lookUp('h1', request, { path: '$[55]' })];
    stage = await openStage(
      () => [call('s1', 'agent-helper', { prompt: 'List.' })],
      listRows,
      look,
      () => [say('Row 177.')],
      answer,
    );
    const helper = newHelper({ store });
    const result = await stage
      .agent({ agents: { helper }, inputProcessors: [newProcessor({ store })] })
      .generate(question, { maxSteps: 9 });
    expect(result.text).toContain('Row 177');
    expect(ofHelper().at(-1)?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
    expect(prefixBreaks(ofHelper())).toEqual([]);
  });
});
