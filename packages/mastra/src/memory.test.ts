import { Agent } from '@mastra/core/agent';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  handlesIn,
  play,
  say,
  startFakeProviderServer,
  type FakeProviderServer,
  type FakeReply,
  type FakeRequest,
} from '../../../test/support/fake-provider-server/index.ts';
import { providers } from './__fixtures__/model.ts';
import { newProcessor, prefixBreaks, tools } from './__fixtures__/stage.ts';
import { answer, fullStory, question } from './__fixtures__/story.ts';
import { openThread, type Thread } from './__fixtures__/thread.ts';

describe.each(Object.entries(providers))('memory in a LibSQL file, %s', (name, model) => {
  let server: FakeProviderServer;
  let first: Thread;
  let script: (request: FakeRequest, before: number) => FakeReply;
  beforeEach(async () => {
    server = await startFakeProviderServer((request, before) => script(request, before));
    first = await openThread();
  });
  afterEach(async () => {
    await first.close();
    await server.close();
  });

  /** An agent as a process makes it when it starts: it knows the thread by its file alone, and its store of originals is empty. */
  function start({ memory }: Thread): Agent {
    const processor = newProcessor();
    return new Agent({
      id: 'agent',
      name: 'agent',
      instructions: 'Be brief.',
      model: model(server.url),
      tools,
      memory,
      inputProcessors: [processor],
      outputProcessors: [processor],
      defaultOptions: {
        maxSteps: 10,
        providerOptions: name === 'anthropic' ? { anthropic: { thinking: { type: 'enabled', budgetTokens: 1024 } } } : {},
      },
    });
  }

  it.each(['generate', 'stream'] as const)(
    'I3: %s: a new process continues the thread, and every request extends the one before it',
    async (delivery) => {
      script = play([...fullStory, () => [say('Goodbye.')], answer]);
      const run = async (thread: Thread, words: string): Promise<string> => {
        if (delivery === 'generate') return (await start(thread).generate(words, thread.options)).text;
        const result = await start(thread).stream(words, thread.options);
        await result.consumeStream();
        return result.text;
      };
      expect(await run(first, question)).toContain('Row 177 failed');
      await first.storage.close();
      const second = await openThread(first.folder);
      expect(await run(second, 'Thanks.')).toBe('Goodbye.');
      await second.close();
      expect(server.requests).toHaveLength(6);
      expect(prefixBreaks(server.requests)).toEqual([]);
      const retrieved = server.requests.at(-1)?.raw ?? '';
      for (const ticket of [55, 56]) expect(retrieved).toContain(`ticket ${(ticket * 104_729) % 99_991}`);
      expect(retrieved).not.toContain('"headroom"');
      expect(handlesIn(retrieved)).toHaveLength(1);
    },
  );

  it('I7: the database holds the original once, pointers in place of what was retrieved, and no marker in any result', async () => {
    script = play(fullStory);
    await start(first).generate(question, first.options);
    const messages = await first.messages();
    const parts = messages.flatMap(({ content }) => content.parts);
    const results = parts.flatMap((part) =>
      part.type === 'tool-invocation' && part.toolInvocation.state === 'result' ? [part.toolInvocation] : [],
    );
    expect(results.map(({ toolName }) => toolName)).toEqual([
      'list_rows',
      ...Array.from({ length: 4 }, () => 'headroom_retrieve'),
      'double',
    ]);
    expect(JSON.stringify(results.filter(({ toolName }) => toolName === 'list_rows')).match(/unreadable sectors/g)).toHaveLength(1);
    for (const { toolName, result } of results) if (toolName === 'headroom_retrieve') expect(result).toEqual({ headroom: 'retrieved' });
    expect(first.markers()).toEqual([]);
  });
});
