import { Agent } from '@mastra/core/agent';
import { createDurableAgent } from '@mastra/core/agent/durable';
import { ProcessorStepSchema, type InputProcessorOrWorkflow } from '@mastra/core/processors';
import { createMockModel } from '@mastra/core/test-utils/llm-mock';
import { createStep, createWorkflow } from '@mastra/core/workflows';
import { afterEach, describe, expect, it } from 'vitest';
import { newProcessor, openStage, prefixBreaks, tools, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, question, rows } from './__fixtures__/story.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

describe('where Mastra does not show its prompts', () => {
  it('the legacy path, for models of specification v1, changes nothing', async () => {
    const seen: { prompt?: unknown; mode?: { tools?: { name: string }[] } }[] = [];
    for (const inputProcessors of [[], [newProcessor()]]) {
      const model = createMockModel({
        mockText: 'Hello.',
        version: 'v1',
        spyGenerate: (request: (typeof seen)[number]) => void seen.push(request),
      }) as unknown as Agent['model'];
      const agent = new Agent({ id: 'agent', name: 'agent', instructions: 'Be brief.', model, tools, inputProcessors });
      expect((await agent.generateLegacy(question)).text).toBe('Hello.');
    }
    const [bare, processed] = seen.map(({ prompt, mode }) => JSON.stringify([prompt, mode?.tools]));
    expect(processed).toBe(bare);
    expect(processed).toContain('list_rows');
  });

  it('a processor inside a workflow of the caller changes nothing', async () => {
    stage = await openStage(listRows, answer);
    const schemas = { inputSchema: ProcessorStepSchema, outputSchema: ProcessorStepSchema };
    const workflow = createWorkflow({ id: 'chain', ...schemas })
      .then(createStep(newProcessor()))
      .commit();
    await stage.agent({ inputProcessors: [workflow as unknown as InputProcessorOrWorkflow] }).generate(question);
    expect(stage.requests.map(({ toolNames }) => toolNames)).toEqual([Object.keys(tools), Object.keys(tools)]);
    const original = JSON.stringify(JSON.stringify(rows)).slice(1, -1);
    expect(stage.requests[1]?.raw).toContain(original);
  });
});

describe('a durable agent', () => {
  it('I3: is compressed for and answered as any other', async () => {
    stage = await openStage(...fullStory);
    const agent = createDurableAgent({ agent: stage.agent({ inputProcessors: [newProcessor()] }) });
    const { output, cleanup } = await agent.stream(question, { maxSteps: 9 });
    expect(await output.text).toContain('Row 177');
    cleanup();
    expect(prefixBreaks(stage.requests)).toEqual([]);
    expect(stage.requests.at(-1)?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
  });
});
