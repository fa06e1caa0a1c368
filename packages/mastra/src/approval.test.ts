import { Mastra } from '@mastra/core';
import type { Agent } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, handlesIn, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, openStage, prefixBreaks, tools, type AgentOptions, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, lookUp, question } from './__fixtures__/story.ts';
import { openThread, type Thread } from './__fixtures__/thread.ts';

let stage: Stage;
let thread: Thread;
afterEach(async () => {
  await thread.close();
  await stage.close();
});

const askUser = createTool({
  id: 'ask_user',
  description: 'Asks the user.',
  inputSchema: z.object({ question: z.string() }),
  suspendSchema: z.object({ question: z.string() }),
  resumeSchema: z.object({ answer: z.string() }),
  execute: async (input, { agent }) => {
    if (agent?.resumeData !== undefined) return `the user says ${agent.resumeData.answer}`;
    await agent?.suspend({ question: input.question });
    return undefined;
  },
});

/** An agent as a process makes it when it starts, with the snapshots of suspended runs in the thread's file. */
function start({ memory, storage }: Thread, options: AgentOptions = {}): Agent {
  const agent = stage.agent({ memory, tools: { ...tools, ask_user: askUser }, inputProcessors: [newProcessor()], ...options });
  return new Mastra({ agents: { agent }, storage, logger: false }).getAgent('agent');
}

const ask = call('a1', 'ask_user', { question: 'Which of them?' });
const chunks = async (stream: { fullStream: AsyncIterable<{ type: string; payload?: unknown }> }): Promise<string[]> => {
  const seen: string[] = [];
  for await (const { type, payload } of stream.fullStream)
    seen.push(`${type} ${(payload as { toolName?: string } | undefined)?.toolName ?? ''}`);
  return seen;
};

describe('requireToolApproval', () => {
  it('asks for the tools of the agent and not for the retrieve tool', async () => {
    thread = await openThread();
    stage = await openStage(...fullStory.slice(0, 2), answer);
    const agent = start(thread);
    const asked = await agent.stream(question, { ...thread.options, maxSteps: 9, requireToolApproval: true });
    expect((await chunks(asked)).filter((chunk) => chunk.startsWith('tool-call-approval'))).toEqual(['tool-call-approval list_rows']);
    const approved = await agent.approveToolCall({ runId: asked.runId, toolCallId: 'u1' });
    expect((await chunks(approved)).filter((chunk) => chunk.startsWith('tool-call-approval'))).toEqual([]);
    expect(await approved.text).toContain('Row 177');
    expect(prefixBreaks(stage.requests)).toEqual([]);
    expect(thread.markers()).toEqual([]);
  });
});

describe('suspend and resume', () => {
  const steps: Step[] = [
    listRows,
    (request) => [lookUp('h1', request, { path: '$[55]' })],
    () => [ask],
    (request) => [lookUp('h2', request, { path: '$[56]' })],
    answer,
  ];

  it.each(['the same process', 'a new process'])('I3: %s goes on with the bytes that were sent, retrievals included', async (where) => {
    thread = await openThread();
    stage = await openStage(...steps);
    const first = start(thread);
    const suspended = await first.generate(question, { ...thread.options, maxSteps: 9 });
    expect(suspended.finishReason).toBe('suspended');
    expect(stage.requests).toHaveLength(3);
    const second = where === 'a new process' ? start(thread) : first;
    const resumed = await second.resumeGenerate(
      { answer: 'both' },
      { runId: suspended.runId ?? '', toolCallId: 'a1', ...thread.options, maxSteps: 9 },
    );
    expect(resumed.text).toContain('Row 177');
    expect(stage.requests).toHaveLength(5);
    expect(prefixBreaks(stage.requests)).toEqual([]);
    const last = stage.requests.at(-1)?.raw ?? '';
    for (const wanted of [`ticket ${(55 * 104_729) % 99_991}`, `ticket ${(56 * 104_729) % 99_991}`, 'the user says both'])
      expect(last).toContain(wanted);
    expect(thread.markers()).toEqual([]);
  });

  it.each(['the same process', 'a new process'])('%s answers a retrieval that stands beside the suspended call', async (where) => {
    thread = await openThread();
    stage = await openStage(
      listRows,
      (request) => [lookUp('h1', request, { path: '$[55]' }), ask, lookUp('h2', request, { path: '$[56]' })],
      answer,
    );
    const first = start(thread);
    const suspended = await first.generate(question, { ...thread.options, maxSteps: 9 });
    expect(suspended.finishReason).toBe('suspended');
    const second = where === 'a new process' ? start(thread) : first;
    await second.resumeGenerate({ answer: 'both' }, { runId: suspended.runId ?? '', toolCallId: 'a1', ...thread.options, maxSteps: 9 });
    expect(prefixBreaks(stage.requests)).toEqual([]);
    const last = stage.requests.at(-1)?.raw ?? '';
    expect(handlesIn(last)).not.toEqual([]);
    for (const wanted of [55, 56]) expect(last).toContain(`ticket ${(wanted * 104_729) % 99_991}`);
  });
});
