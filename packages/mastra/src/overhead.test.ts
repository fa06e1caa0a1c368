import { createHeadroom } from '@headroom/core';
import type { ProcessInputStepArgs, ProcessLLMRequestArgs } from '@mastra/core/processors';
import { expect, it } from 'vitest';
import { rows } from './__fixtures__/story.ts';
import { headroomProcessor } from './index.ts';
import type { Message, Prompt } from './prompt/prompt.ts';

const turn = (index: number): Message[] => {
  const toolCallId = `c${index}`;
  const value = JSON.stringify(rows.map((row) => ({ ...row, id: row.id + index * 1000 })));
  return [
    { role: 'user', content: [{ type: 'text', text: `question ${index}` }] },
    { role: 'assistant', content: [{ type: 'tool-call', toolCallId, toolName: 'list_rows', input: { index } }] },
    { role: 'tool', content: [{ type: 'tool-result', toolCallId, toolName: 'list_rows', output: { type: 'text', value } }] },
    { role: 'assistant', content: [{ type: 'text', text: 'Listed.' }] },
  ];
};

it('takes less than a millisecond for a history of 200 messages whose texts are known', { timeout: 60_000 }, async () => {
  const history: Prompt = Array.from({ length: 50 }, (_, index) => turn(index)).flat();
  const processor = headroomProcessor({ headroom: createHeadroom({ offload: 'never' }) });
  const model = { modelId: 'gpt-4o', provider: 'openai' };
  const tools = Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`tool_${index}`, { execute: () => undefined }]));
  const state = {};
  const step = { state, model, tools, messages: [], llmRequestStage: true } as unknown as ProcessInputStepArgs;
  const request = { state, model, prompt: history, stepNumber: 0, steps: [] } as unknown as ProcessLLMRequestArgs;
  const run = async (): Promise<unknown> => {
    processor.processInputStep(step);
    return processor.processLLMRequest(request);
  };
  expect(JSON.stringify(await run())).toContain('rows_offloaded');
  const times: number[] = [];
  for (let repeat = 0; repeat < 60; repeat += 1) {
    const started = performance.now();
    await run();
    times.push(performance.now() - started);
  }
  // The least of many: what the machine does beside it is not ours.
  expect(Math.min(...times)).toBeLessThan(1);
});
