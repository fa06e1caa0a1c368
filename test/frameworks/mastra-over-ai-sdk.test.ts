// The middleware of the AI SDK under a Mastra agent: retrieval costs no step, and Mastra's memory gives back what is needed to go on.
import { createOpenAI } from '@ai-sdk/openai';
import { headroom } from '@headroom/ai-sdk';
import { createMemoryStore } from '@headroom/core';
import { Agent } from '@mastra/core/agent';
import type { MastraModelConfig } from '@mastra/core/llm';
import { createTool } from '@mastra/core/tools';
import { LibSQLStore } from '@mastra/libsql';
import { Memory } from '@mastra/memory';
import { wrapLanguageModel } from 'ai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { z } from 'zod';
import { shapes } from '../payloads/shapes.ts';
import {
  startFakeProviderServer,
  type FakePart,
  type FakeProviderServer,
  type FakeRequest,
} from '../support/fake-provider-server/index.ts';
import { prefixBreak } from '../support/wire-prefix.ts';

const rows = JSON.parse(shapes['search results']?.(1).text ?? '') as unknown;
const options = { memory: { thread: 'thread-1', resource: 'resource-1' }, maxSteps: 3 };
const folder = mkdtempSync(join(tmpdir(), 'headroom-frameworks-'));
let server: FakeProviderServer;
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const hashIn = ({ raw }: FakeRequest): string => /<<ccr:([0-9a-f]{24})/.exec(raw)?.[1] ?? '';
const steps: ((request: FakeRequest) => FakePart[])[] = [
  () => [{ type: 'call', id: 'u1', name: 'search', input: {} }],
  (request) => [
    { type: 'text', text: 'Let me look. ' },
    { type: 'call', id: 'h1', name: 'headroom_retrieve', input: { hash: hashIn(request), lines: '1-2' } },
  ],
  () => [{ type: 'text', text: 'Found it.' }],
  () => [{ type: 'text', text: 'Goodbye.' }],
];

/** An agent as a process makes it when it starts. */
function start(): { agent: Agent; memory: Memory; storage: LibSQLStore } {
  const storage = new LibSQLStore({ id: 'storage', url: `file:${join(folder, 'memory.db')}` });
  const memory = new Memory({ storage, options: { lastMessages: 50 } });
  const model = wrapLanguageModel({
    model: createOpenAI({ baseURL: server.url, apiKey: 'none' }).chat('gpt-4o'),
    middleware: headroom({ offload: 'never', store: createMemoryStore(), bias: 0.3 }),
  }) as unknown as MastraModelConfig;
  const search = createTool({ id: 'search', description: 'Searches.', inputSchema: z.object({}), execute: () => Promise.resolve(rows) });
  return { agent: new Agent({ id: 'agent', name: 'agent', instructions: 'Be brief.', model, tools: { search }, memory }), memory, storage };
}

it('I3: answers within two steps, and a new process continues the thread from the bytes that were sent', async () => {
  server = await startFakeProviderServer((request, before) => ({ parts: steps[before]?.(request) ?? [] }));
  const first = start();
  const result = await first.agent.generate('Who wrote the longest article?', options);
  expect(result.text).toContain('Found it.');
  expect(result.steps).toHaveLength(2);
  const { messages } = await first.memory.recall({ threadId: 'thread-1', resourceId: 'resource-1', perPage: false });
  expect(JSON.stringify(messages)).not.toContain('<<ccr:');
  await first.storage.close();

  const second = start();
  expect((await second.agent.generate('Thanks.', options)).text).toBe('Goodbye.');
  await second.storage.close();
  expect(server.requests).toHaveLength(4);
  const breaks = server.requests.flatMap(
    (request, index) => prefixBreak(server.requests[index - 1]?.messages ?? [], request.messages) ?? [],
  );
  expect(breaks).toEqual([]);
});
