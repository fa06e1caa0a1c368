import type { LanguageModelV4, LanguageModelV4Middleware, LanguageModelV4Prompt } from '@ai-sdk/provider';
import type { LanguageModelV3, LanguageModelV3Middleware, LanguageModelV3Prompt } from '@ai-sdk/provider-6';
import type { LanguageModelMessage, LanguageModelPrompt } from '@headroom/core';
import { generateText, type LanguageModelMiddleware, type ModelMessage, type PrepareStepFunction, type ToolSet } from 'ai';
import {
  generateText as generateText6,
  type LanguageModelMiddleware as LanguageModelMiddleware6,
  type PrepareStepFunction as PrepareStepFunction6,
  type ToolSet as ToolSet6,
} from 'ai6';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { headroomPrepareStep, headroomTools, type headroom } from '../index.ts';
import type { AnyModel } from './middleware.ts';

// One build, two majors: these assignments are what a user's own compiler checks. They fail in `npm run check`, not at run time.
describe('types', () => {
  it('the middleware is one of ai 7 and one of ai 6', () => {
    expectTypeOf<ReturnType<typeof headroom>>().toExtend<LanguageModelMiddleware>();
    expectTypeOf<ReturnType<typeof headroom>>().toExtend<LanguageModelMiddleware6>();
    expectTypeOf<ReturnType<typeof headroom>>().toExtend<LanguageModelV3Middleware>();
    expectTypeOf<Omit<ReturnType<typeof headroom>, 'specificationVersion'>>().toExtend<
      Omit<LanguageModelV4Middleware, 'specificationVersion'>
    >();
  });

  it('the tool set spreads into the sets of both', () => {
    expectTypeOf<ReturnType<typeof headroomTools>>().toExtend<ToolSet>();
    expectTypeOf<ReturnType<typeof headroomTools>>().toExtend<ToolSet6>();
  });

  it('the step function is one of both', () => {
    expectTypeOf<ReturnType<typeof headroomPrepareStep>>().toExtend<PrepareStepFunction<ToolSet>>();
    expectTypeOf<ReturnType<typeof headroomPrepareStep>>().toExtend<PrepareStepFunction6>();
  });

  it('tools and step function fit into calls of both as users write them', () => {
    const calls = [
      () => generateText({ model: 'm', prompt: 'q', tools: headroomTools(), prepareStep: headroomPrepareStep() }),
      () => generateText6({ model: 'm', prompt: 'q', tools: { ...headroomTools() }, prepareStep: headroomPrepareStep() }),
    ];
    expect(calls).toHaveLength(2);
  });

  it('models of both fit, and their prompts are what the lens reads', () => {
    expectTypeOf<LanguageModelV4>().toExtend<AnyModel>();
    expectTypeOf<LanguageModelV3>().toExtend<AnyModel>();
    expectTypeOf<LanguageModelV4Prompt | LanguageModelV3Prompt | ModelMessage[]>().toExtend<readonly LanguageModelMessage[]>();
    expectTypeOf<Extract<LanguageModelV4Prompt[number], { role: 'system' | 'user' }>>().toExtend<LanguageModelPrompt[number]>();
    expectTypeOf<Extract<LanguageModelV3Prompt[number], { role: 'system' | 'user' }>>().toExtend<LanguageModelPrompt[number]>();
  });
});
