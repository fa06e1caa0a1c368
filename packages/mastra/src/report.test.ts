import { parseMarkers } from '@headroom/core';
import { createTool } from '@mastra/core/tools';
import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, handleIn, type FakeRequest, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, openStage, prefixBreaks, tools, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, question } from './__fixtures__/story.ts';
import type { HeadroomMastraEvent, RunReport } from './index.ts';

let stage: Stage;
afterEach(() => stage.close());

const toolMessages = (request: FakeRequest | undefined): { role: string; content: string }[] =>
  ((request?.messages ?? []) as { role: string; content: string }[]).filter(({ role }) => role === 'tool');

describe('the report of a run', () => {
  it.each(['generate', 'stream'] as const)('I13: has the figures of every request, retrievals taken off: %s', async (delivery) => {
    stage = await openStage(...fullStory);
    const reports: RunReport[] = [];
    const processor = newProcessor({ onReport: (report) => reports.push(report) });
    const agent = stage.agent({ inputProcessors: [processor], outputProcessors: [processor] });
    if (delivery === 'generate') await agent.generate(question, { maxSteps: 9 });
    else await (await agent.stream(question, { maxSteps: 9 })).consumeStream();
    const [report] = reports;
    expect(reports).toHaveLength(1);
    expect(report?.counter).toBe('o200k_base');
    expect(report?.requests).toHaveLength(5);
    const [first, second, third, fourth] = report?.requests ?? [];
    expect(first).toMatchObject({ tokensBefore: 0, retrievedTokens: 0, handles: [] });
    expect(first?.tokensSaved).toBe(-(first?.overheadTokens ?? 0));
    expect(second?.tokensSaved).toBe((second?.tokensBefore ?? 0) - (second?.tokensAfter ?? 0) - (second?.overheadTokens ?? 0));
    expect(second?.tokensSaved).toBeGreaterThan(1000);
    expect(third?.retrievedTokens).toBeGreaterThan(10);
    expect(fourth?.retrievedTokens).toBeGreaterThan(third?.retrievedTokens ?? Infinity);
    expect(third?.tokensSaved).toBe((second?.tokensSaved ?? 0) - (third?.retrievedTokens ?? 0));
    expect(report?.tokensSaved).toBe(report?.requests.reduce((sum, { tokensSaved }) => sum + tokensSaved, 0));
    expect(report?.retrievals.map(({ found }) => found)).toEqual([true, true, true, true]);
    expect(report?.usage.outputTokens).toBe(50);
  });

  it('runs of one agent at the same time have a report each', async () => {
    stage = await openStage(...Array.from({ length: 6 }, () => answer));
    const reports: RunReport[] = [];
    const processor = newProcessor({ onReport: (report) => reports.push(report) });
    const agent = stage.agent({ inputProcessors: [processor], outputProcessors: [processor] });
    await Promise.all([1, 2, 3].map(() => agent.generate(question)));
    expect(reports.map(({ requests }) => requests.length)).toEqual([1, 1, 1]);
  });

  it('I6: a listener that throws harms nothing', async () => {
    stage = await openStage(answer);
    const processor = newProcessor({
      onReport: () => {
        throw new Error('listener');
      },
    });
    expect((await stage.agent({ inputProcessors: [processor], outputProcessors: [processor] }).generate(question)).text).toContain(
      'Row 177',
    );
  });
});

describe('repeats', () => {
  it('the same request is answered twice, then told where it was answered', async () => {
    const look =
      (id: string): Step =>
      (request) => [call(id, 'headroom_retrieve', { hash: handleIn(request.raw), path: '$[55]' })];
    stage = await openStage(listRows, look('h1'), look('h2'), look('h3'), answer);
    await stage.agent({ inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 9 });
    const texts = toolMessages(stage.requests.at(-1)).map(({ content }) => content);
    expect(texts[2]).toBe(texts[1]);
    expect(texts[3]).toContain('answered before');
    expect(prefixBreaks(stage.requests)).toEqual([]);
  });

  it('a handle that nobody stored gets words that end the matter, and they stay in the history', async () => {
    const look: Step = () => [call('h1', 'headroom_retrieve', { hash: '0123456789abcdef01234567' })];
    stage = await openStage(look, answer, answer);
    await stage.agent({ inputProcessors: [newProcessor()] }).generate(question, { maxSteps: 9 });
    const [result] = toolMessages(stage.requests[1]);
    expect(result?.content).toMatch(/never stored|not stored|no original/i);
  });
});

describe('markers in arguments', () => {
  const writes: string[] = [];
  const writeFile = createTool({
    id: 'write_file',
    description: 'Writes a file.',
    inputSchema: z.object({ text: z.string() }),
    execute: async ({ text }) => {
      writes.push(text);
      return 'written';
    },
  });
  const leak: Step = (request) => [call('w1', 'write_file', { text: `rows: <<ccr:${handleIn(request.raw)} 9_rows_offloaded>>` })];
  const write: Step = () => [call('w2', 'write_file', { text: 'row 177' })];
  const foreign: Step = () => [call('w3', 'write_file', { text: '<<ccr:0123456789abcdef01234567 9_rows_offloaded>>' })];
  const start = (markersInArguments: 'warn' | 'refuse', events: HeadroomMastraEvent[]) => {
    writes.length = 0;
    const processor = newProcessor({ markersInArguments, onEvent: (event) => events.push(event) });
    return stage.agent({ tools: { ...tools, write_file: writeFile }, inputProcessors: [processor] });
  };

  it('warn: tells of ours and lets them go; I12: says nothing of a foreign one', async () => {
    stage = await openStage(listRows, foreign, leak, answer);
    const events: HeadroomMastraEvent[] = [];
    await start('warn', events).generate(question, { maxSteps: 9 });
    expect(events.filter(({ type }) => type === 'marker-leaked')).toMatchObject([{ toolName: 'write_file', toolCallId: 'w1' }]);
    expect(writes).toHaveLength(2);
  });

  it('refuse: the tool is not run, and the model writes the call anew', async () => {
    stage = await openStage(listRows, leak, write, answer);
    const events: HeadroomMastraEvent[] = [];
    const result = await start('refuse', events).generate(question, { maxSteps: 9 });
    expect(writes).toEqual(['row 177']);
    expect(result.text).toContain('Row 177');
    expect(stage.requests[2]?.raw).toContain('Retrieve it and write the text out');
    expect(prefixBreaks(stage.requests)).toEqual([]);
    expect(parseMarkers(writes.join('\n'))).toEqual([]);
  });
});
