import { createHeadroom, createMemoryStore, type LanguageModelPrompt, type PromptMessage } from '@headroom/core';
import type { ProcessInputStepArgs, ProcessLLMRequestArgs } from '@mastra/core/processors';
import { expect, it, vi } from 'vitest';
import { rows } from './__fixtures__/story.ts';
import { headroomProcessor } from './index.ts';

const turn = (index: number): PromptMessage[] => {
  const toolCallId = `c${index}`;
  const value = JSON.stringify(rows.map((row) => ({ ...row, id: row.id + index * 1000 })));
  return [
    { role: 'user', content: [{ type: 'text', text: `question ${index}` }] },
    { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName: 'list_rows', input: { index } }] },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName: 'list_rows', output: { type: 'text', value } }] },
    { role: 'assistant', content: [{ type: 'text', text: 'Listed.' }] },
  ];
};

it('counts, renders and stores nothing of a history whose texts are known', async () => {
  const history: LanguageModelPrompt = Array.from({ length: 50 }, (_, index) => turn(index)).flat();
  const [store, counted] = [createMemoryStore(), vi.fn((text: string) => Math.ceil(text.length / 4))];
  const put = vi.spyOn(store, 'put');
  const headroom = createHeadroom({ offload: 'never', store, tokenCounter: { name: 'quarters', count: counted } });
  const processor = headroomProcessor({ headroom });
  const model = { modelId: 'gpt-4o', provider: 'openai' };
  const tools = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`tool_${index}`, { execute: () => undefined }]));
  const state = {};
  const step = { state, model, tools, messages: [], llmRequestStage: true } as unknown as ProcessInputStepArgs;
  const request = { state, model, prompt: history, stepNumber: 0, steps: [] } as unknown as ProcessLLMRequestArgs;
  const run = async (): Promise<unknown> => {
    processor.processInputStep(step);
    return processor.processLLMRequest(request);
  };
  const first = await run();
  expect(JSON.stringify(first)).toContain('rows_offloaded');
  expect(counted).toHaveBeenCalled();
  expect(put).toHaveBeenCalledTimes(50);
  counted.mockClear();
  put.mockClear();
  expect(await run()).toEqual(first);
  expect(counted).not.toHaveBeenCalled();
  expect(put).not.toHaveBeenCalled();
});
