import { createOpenAI } from '@ai-sdk/openai';
import { headroom } from '@headroom/ai-sdk';
import { createHeadroom, type Headroom } from '@headroom/core';
import { HeadroomChatModel } from '@headroom/langchain';
import { headroomProcessor } from '@headroom/mastra';
import { tool as langChainTool } from '@langchain/core/tools';
import { ChatOpenAI } from '@langchain/openai';
import { Agent } from '@mastra/core/agent';
import type { MastraModelConfig } from '@mastra/core/llm';
import { createTool } from '@mastra/core/tools';
import { generateText, isStepCount, tool, wrapLanguageModel } from 'ai';
import { createAgent } from 'langchain';
import { z } from 'zod';
import { headroomMiddleware } from '../../packages/langchain/src/middleware/index.ts';
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
  'LangChain, agent middleware': async (url, engine) => {
    const middleware = [headroomMiddleware({ headroom: engine })];
    const agent = createAgent({ model: chatModel(url), tools: langChainTools(), systemPrompt: instructions, middleware });
    return lastText(await agent.invoke({ messages: [{ role: 'user', content: task }] }, { recursionLimit: 80 }));
  },
  'LangChain, wrapped model': async (url, engine) => {
    const model = new HeadroomChatModel(chatModel(url), { headroom: engine });
    const agent = createAgent({ model, tools: langChainTools(), systemPrompt: instructions });
    return lastText(await agent.invoke({ messages: [{ role: 'user', content: task }] }, { recursionLimit: 80 }));
  },
};

const chatModel = (url: string) => new ChatOpenAI({ model: 'gpt-4o', apiKey: 'none', configuration: { baseURL: url }, maxRetries: 0 });

// A tool of LangChain gives text to its model: a value is spelled as the other frameworks spell it on the wire.
const langChainTools = () =>
  Object.entries(sources).map(([name, run]) =>
    langChainTool(
      () => {
        const value = run();
        return typeof value === 'string' ? value : JSON.stringify(value);
      },
      { name, description: name, schema: z.object({}) },
    ),
  );

const lastText = ({ messages }: { readonly messages: readonly { readonly text: string }[] }): string => messages.at(-1)?.text ?? '';

/** An engine with a store of its own, as each process has one. */
export function newEngine(): Headroom {
  return createHeadroom({ offload: 'never' });
}
