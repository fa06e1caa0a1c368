import { TokenLimiterProcessor, ToolCallFilter, type InputProcessor } from '@mastra/core/processors';
import { afterEach, describe, expect, it } from 'vitest';
import { handlesIn, say, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, openStage, prefixBreaks, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, lookUp, question, rows } from './__fixtures__/story.ts';
import { openThread } from './__fixtures__/thread.ts';

let stage: Stage;
// Fewer tokens than the rows have, and more than all that is sent of them and retrieved.
const limit = Math.ceil(JSON.stringify(rows).length / 5);
afterEach(() => stage.close());

const orders: [string, (others: InputProcessor[]) => InputProcessor[]][] = [
  ['before', (others) => [newProcessor(), ...others]],
  ['after', (others) => [...others, newProcessor()]],
];

describe('beside other processors of Mastra', () => {
  it('the token limiter counts what is sent, so that a run whose originals are past the limit keeps its own call and result', async () => {
    stage = await openStage(...fullStory);
    const inputProcessors = [newProcessor(), new TokenLimiterProcessor({ limit })];
    expect((await stage.agent({ inputProcessors }).generate(question, { maxSteps: 10 })).text).toContain('Row 177');
    expect(prefixBreaks(stage.requests)).toEqual([]);
    expect(stage.requests.at(-1)?.messages).toHaveLength(12);
  });

  it('the same limit without compression drops the result that the model has just asked for', async () => {
    stage = await openStage(listRows, answer);
    await stage.agent({ inputProcessors: [new TokenLimiterProcessor({ limit })] }).generate(question, { maxSteps: 10 });
    expect(stage.requests[1]?.raw).not.toContain('"role":"tool"');
  });

  it.each(orders)(
    '%s the tool call filter: a later turn sends no calls of earlier ones, and its own retrieval is answered',
    async (_order, chain) => {
      const thread = await openThread();
      const look: Step = (request) => [lookUp('h9', request, { path: '$[57]' })];
      stage = await openStage(...fullStory, listAgain, look, answer);
      const agent = stage.agent({ memory: thread.memory, inputProcessors: chain([new ToolCallFilter()]) });
      const options = { ...thread.options, maxSteps: 10 };
      await agent.generate(question, options);
      expect((await agent.generate('And row 57?', options)).text).toContain('Row 177');
      const [, , , , , turn, listed, looked] = stage.requests;
      expect(turn?.raw).not.toContain('"role":"tool"');
      expect(handlesIn(listed?.raw ?? '')).toHaveLength(1);
      expect(looked?.raw).toContain(`ticket ${(57 * 104_729) % 99_991}`);
      expect(thread.markers()).toEqual([]);
      await thread.close();
    },
  );

  it.each(orders)(
    '%s a filter of the rows alone: retrievals of earlier turns are still answered, for the store knows their originals',
    async (_order, chain) => {
      const thread = await openThread();
      stage = await openStage(...fullStory, () => [say('Goodbye.')]);
      const agent = stage.agent({ memory: thread.memory, inputProcessors: chain([new ToolCallFilter({ exclude: ['list_rows'] })]) });
      const options = { ...thread.options, maxSteps: 10 };
      await agent.generate(question, options);
      await agent.generate('Thanks.', options);
      expect(stage.requests.at(-1)?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
      expect(
        handlesIn(JSON.stringify(stage.requests.at(-1)?.messages.filter((message) => (message as { role: string }).role === 'tool'))),
      ).toEqual([]);
      await thread.close();
    },
  );

  it('I2: a prepareStep that takes the tool away is told of, once', async () => {
    stage = await openStage(listRows, listAgain, answer, ...fullStory);
    const events: string[] = [];
    const agent = stage.agent({ inputProcessors: [newProcessor({ onEvent: ({ type }) => events.push(type) })] });
    await agent.generate(question, { maxSteps: 9, prepareStep: () => ({ activeTools: ['list_rows'] }) });
    expect(events.filter((type) => type === 'tool-missing')).toHaveLength(1);
    events.length = 0;
    await agent.generate(question, { maxSteps: 9 });
    expect(events).not.toContain('tool-missing');
  });

  it('two processors of this package are one', async () => {
    stage = await openStage(...fullStory);
    const processor = newProcessor();
    await stage.agent({ inputProcessors: [processor, processor] }).generate(question, { maxSteps: 10 });
    expect(stage.requests[0]?.toolNames).toEqual(['list_rows', 'double', 'headroom_retrieve']);
    expect(prefixBreaks(stage.requests)).toEqual([]);
  });
});

const listAgain: Step = () => [{ type: 'call', id: 'u9', name: 'list_rows', input: {} }];
