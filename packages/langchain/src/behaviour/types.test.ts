import { ChatAnthropic } from '@langchain/anthropic';
import type { AIMessageChunk } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { ChatOpenAI, type ChatOpenAICallOptions } from '@langchain/openai';
import { createAgent } from 'langchain';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { z } from 'zod';
import { HeadroomChatModel, headroomTools } from '../index.ts';
import { headroomMiddleware } from '../middleware/index.ts';

/** What users write compiles without a cast. */
describe('types', () => {
  const double = tool(({ x }) => `${2 * x}`, { name: 'double', description: 'doubles', schema: z.object({ x: z.number() }) });
  const openai = new HeadroomChatModel(new ChatOpenAI({ model: 'gpt-5', apiKey: 'none' }), { mode: 'off' });
  const anthropic = new HeadroomChatModel(new ChatAnthropic({ model: 'claude-sonnet-4-5', apiKey: 'none' }));

  it('a wrapped model is a model of LangChain, with the options of the one inside', () => {
    expectTypeOf(openai).toExtend<HeadroomChatModel<ChatOpenAICallOptions>>();
    const bound = openai.bindTools([double, ...headroomTools()], { tool_choice: 'auto', parallel_tool_calls: false });
    expectTypeOf(bound.invoke).returns.resolves.toExtend<AIMessageChunk>();
    expect(anthropic.withConfig({ stop: ['END'] })).toBeDefined();
  });

  it('structured output has the type of its schema', () => {
    const extract = openai.withStructuredOutput(z.object({ row: z.number() }), { method: 'jsonSchema' });
    expectTypeOf(extract.invoke).returns.resolves.toEqualTypeOf<{ row: number }>();
    const withRaw = anthropic.withStructuredOutput(z.object({ row: z.number() }), { includeRaw: true });
    expectTypeOf(withRaw.invoke).returns.resolves.toHaveProperty('parsed');
  });

  it('agents take it as their model, the middleware among theirs, the tools in their set', () => {
    expect(createAgent({ model: openai, tools: [double] })).toBeDefined();
    expect(createAgent({ model: openai, tools: [double, ...headroomTools()], middleware: [headroomMiddleware()] as const })).toBeDefined();
  });
});
