import { createHeadroom } from '@headroom/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planStep, type Step } from './step-plan.ts';

const step: Step = { llmRequestStage: true, messages: [] };
const engine = createHeadroom({ offload: 'never' });
const auto = { injection: 'auto', mode: 'reversible', engine } as const;
const retrieval = { content: { parts: [{ type: 'tool-invocation', toolInvocation: { toolName: 'headroom_retrieve' } }] } };
const result = { content: { parts: [{ type: 'tool-invocation', toolInvocation: { toolName: 'list_rows' } }] } };
const bareJson: Step = { ...step, structuredOutput: {} };
const provided = { google_search: { type: 'provider-defined' } };

describe('planStep', () => {
  it.each<[string, Step, 'added' | 'left', 'tool' | 'none']>([
    ['an agent without tools', step, 'left', 'none'],
    ['one that had tools before', { ...step, messages: [result] }, 'added', 'tool'],
    ['one whose tools give results that stay whole', { ...step, tools: { read_file: {} } }, 'left', 'none'],
    ['a step whose prompt is not shown', { messages: [] }, 'left', 'none'],
    ['no tools at all', { ...step, toolChoice: 'none' }, 'left', 'none'],
    ['a tool required', { ...step, toolChoice: 'required', tools: { a: {} } }, 'added', 'tool'],
    ['a bare request for JSON', bareJson, 'left', 'none'],
    [
      'one whose only active tool is ours',
      { ...bareJson, tools: { a: {}, headroom_retrieve: {} }, activeTools: ['headroom_retrieve'] },
      'left',
      'none',
    ],
    ['one with a tool', { ...bareJson, tools: { a: {} } }, 'added', 'tool'],
    ['one whose history has used the tool', { ...bareJson, messages: [retrieval] }, 'added', 'tool'],
    ['one that another model structures', { ...step, tools: { a: {} }, structuredOutput: { model: 'openai/gpt-5' } }, 'added', 'tool'],
    [
      'Gemini 2 with a tool of Google',
      { ...step, tools: provided, model: { provider: 'google.generative-ai', modelId: 'gemini-2.5-pro' } },
      'left',
      'none',
    ],
    [
      'Gemini 3 with a tool of Google',
      { ...step, tools: provided, model: { provider: 'google.generative-ai', modelId: 'gemini-3-pro' } },
      'added',
      'tool',
    ],
    [
      'another model with a tool of its provider',
      { ...step, tools: provided, model: { provider: 'openai', modelId: 'gpt-5' } },
      'added',
      'tool',
    ],
  ])('%s', (_name, given, tool, redemption) => {
    expect(planStep(given, auto)).toMatchObject({ tool, redemption });
  });

  it.each(['off', 'lossless'] as const)('mode %s offers nothing', (mode) => {
    expect(planStep({ ...step, tools: { a: {} } }, { injection: 'auto', mode, engine })).toMatchObject({
      tool: 'left',
      redemption: 'none',
    });
  });

  it("injection never relies on the agent's own tool, under whatever prefix, as long as it is active", () => {
    const never = { injection: 'never', mode: 'reversible', engine } as const;
    const tools = { mcp__x__headroom_retrieve: {} };
    expect(planStep({ ...step, tools }, never)).toMatchObject({ tool: 'left', redemption: 'tool' });
    expect(planStep({ ...step, tools, activeTools: [] }, never)).toMatchObject({ redemption: 'none' });
    expect(planStep(step, never)).toMatchObject({ redemption: 'none' });
  });

  it('I3: the length of the history decides nothing, once the first request is made with tools', () => {
    const message = fc.record({ content: fc.record({ parts: fc.array(fc.constantFrom({ type: 'text' }, retrieval.content.parts[0])) }) });
    fc.assert(
      fc.property(fc.array(message), fc.boolean(), (messages, json) => {
        const given: Step = { ...step, tools: { a: {} }, ...(json ? { structuredOutput: {} } : {}) };
        expect(planStep({ ...given, messages }, auto)).toEqual(planStep(given, auto));
      }),
    );
  });
});
