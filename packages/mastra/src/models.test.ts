import type { LanguageModelPrompt } from '@headroom/core';
import { MastraLanguageModelV2Mock } from '@mastra/core/test-utils/llm-mock';
import { Agent } from '@mastra/core/agent';
import { convertArrayToReadableStream, MockLanguageModelV3, MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { handlesIn } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, tools } from './__fixtures__/stage.ts';
import { question } from './__fixtures__/story.ts';

interface Call {
  readonly prompt: LanguageModelPrompt;
  readonly tools?: readonly { readonly name: string }[];
}
type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'tool-call'; readonly toolCallId: string; readonly toolName: string; readonly input: string };

const call = (toolCallId: string, toolName: string, input: unknown): Part => ({
  type: 'tool-call',
  toolCallId,
  toolName,
  input: JSON.stringify(input),
});
const script: ((call: Call) => Part)[] = [
  () => call('u1', 'list_rows', {}),
  ({ prompt }) => call('h1', 'headroom_retrieve', { hash: handlesIn(JSON.stringify(prompt))[0], path: '$[55]' }),
  () => ({ type: 'text', text: 'Row 177 failed.' }),
];

/** A model of any specification that plays the script; the specifications differ in how they report usage and why they ended. */
function scripted(version: 'v2' | 'v3' | 'v4'): { model: Agent['model']; calls: Call[] } {
  const calls: Call[] = [];
  const next = (options: Call): { part: Part; finishReason: unknown; usage: unknown } => {
    calls.push(options);
    const part = script[calls.length - 1]?.(options) ?? { type: 'text', text: 'no step' };
    const unified = part.type === 'text' ? 'stop' : 'tool-calls';
    const tokens = { total: 10, noCache: 10, cacheRead: 0, cacheWrite: 0, text: 10, reasoning: 0 };
    if (version === 'v2') return { part, finishReason: unified, usage: { inputTokens: 10, outputTokens: 10, totalTokens: 20 } };
    return { part, finishReason: { unified, raw: unified }, usage: { inputTokens: tokens, outputTokens: tokens } };
  };
  const behaviour = {
    doGenerate: async (options: Call) => {
      const { part, ...rest } = next(options);
      return { content: [part], warnings: [], ...rest };
    },
    doStream: async (options: Call) => {
      const { part, ...rest } = next(options);
      const parts =
        part.type === 'text'
          ? [
              { type: 'text-start', id: '1' },
              { type: 'text-delta', id: '1', delta: part.text },
              { type: 'text-end', id: '1' },
            ]
          : [part];
      return {
        stream: convertArrayToReadableStream<unknown>([{ type: 'stream-start', warnings: [] }, ...parts, { type: 'finish', ...rest }]),
      };
    },
  } as never;
  const make = { v2: MastraLanguageModelV2Mock, v3: MockLanguageModelV3, v4: MockLanguageModelV4 }[version];
  return { model: new make(behaviour) as unknown as Agent['model'], calls };
}

const agentOf = (model: Agent['model'], processor = newProcessor()): Agent =>
  new Agent({
    id: 'agent',
    name: 'agent',
    instructions: 'Be brief.',
    model,
    tools,
    inputProcessors: [processor],
    outputProcessors: [processor],
  });

describe.each(['v2', 'v3', 'v4'] as const)('a model of specification %s', (version) => {
  it.each(['generate', 'stream'] as const)('is compressed for, and answered: %s', async (delivery) => {
    const { model, calls } = scripted(version);
    const agent = agentOf(model);
    const text =
      delivery === 'generate'
        ? (await agent.generate(question, { maxSteps: 5 })).text
        : await (
            await agent.stream(question, { maxSteps: 5 })
          ).text;
    expect(text).toBe('Row 177 failed.');
    expect(calls.map(({ tools: offered = [] }) => offered.map(({ name }) => name))).toEqual(
      calls.map(() => ['list_rows', 'double', 'headroom_retrieve']),
    );
    for (const [index, { prompt }] of calls.entries())
      expect(JSON.stringify(prompt).startsWith(JSON.stringify(calls[index - 1]?.prompt ?? []).slice(0, -1))).toBe(true);
    const outputs = calls.at(-1)?.prompt.flatMap((message) => (message.role === 'tool' ? message.content : [])) ?? [];
    expect(outputs.map((part) => part.type === 'tool-result' && part.output.type)).toEqual(['text', 'text']);
    expect(JSON.stringify(outputs[1])).toContain(`ticket ${(55 * 104_729) % 99_991}`);
  });
});
