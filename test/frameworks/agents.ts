import { createOpenAI } from '@ai-sdk/openai';
import { headroom } from '@headroom/ai-sdk';
import { createHeadroom, type Headroom } from '@headroom/core';
import { headroomProcessor } from '@headroom/mastra';
import { Agent } from '@mastra/core/agent';
import type { MastraModelConfig } from '@mastra/core/llm';
import { createTool } from '@mastra/core/tools';
import { generateText, isStepCount, tool, wrapLanguageModel } from 'ai';
import { z } from 'zod';
import { instructions, sources, task } from './task.ts';

const model = (url: string) => createOpenAI({ baseURL: url, apiKey: 'none' }).chat('gpt-4o');
const maxSteps = 20;

const mastraTools = () =>
  Object.fromEntries(
    Object.entries(sources).map(([id, run]) => [
      id,
      createTool({ id, description: id, inputSchema: z.object({}), execute: () => Promise.resolve(run()) }),
    ]),
  );

/** The same agent in each framework; each resolves to what the model said in the end. */
export const agents: Readonly<Record<string, (url: string, engine: Headroom) => Promise<string>>> = {
  'the AI SDK': async (url, engine) => {
    const tools = Object.fromEntries(
      Object.entries(sources).map(([name, run]) => [
        name,
        tool({ description: name, inputSchema: z.object({}), execute: () => Promise.resolve(run()) }),
      ]),
    );
    const wrapped = wrapLanguageModel({ model: model(url), middleware: headroom({ headroom: engine }) });
    const { text } = await generateText({ model: wrapped, system: instructions, prompt: task, tools, stopWhen: isStepCount(maxSteps) });
    return text;
  },
  Mastra: async (url, engine) => {
    const agent = new Agent({
      id: 'agent',
      name: 'agent',
      instructions,
      model: model(url) as unknown as MastraModelConfig,
      tools: mastraTools(),
      inputProcessors: [headroomProcessor({ headroom: engine })],
    });
    return (await agent.generate(task, { maxSteps })).text;
  },
  'Mastra over the AI SDK middleware': async (url, engine) => {
    const wrapped = wrapLanguageModel({ model: model(url), middleware: headroom({ headroom: engine }) });
    const agent = new Agent({
      id: 'agent',
      name: 'agent',
      instructions,
      model: wrapped as unknown as MastraModelConfig,
      tools: mastraTools(),
    });
    return (await agent.generate(task, { maxSteps })).text;
  },
};

/** An engine with a store of its own, as each process has one. */
export function newEngine(): Headroom {
  return createHeadroom({ offload: 'never' });
}
