import { createMemoryStore } from '@headroom/core';
import { Agent, type AgentConfig } from '@mastra/core/agent';
import { createTool } from '@mastra/core/tools';
import { z } from 'zod';
import { play, startFakeProviderServer, type FakeProviderServer, type FakeRequest, type Step } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';
import { headroomProcessor, type HeadroomMastraOptions, type HeadroomProcessor } from '../index.ts';
import { openAiModel } from './model.ts';
import { rows } from './story.ts';

/** The tools of the story. */
export const tools = {
  list_rows: createTool({ id: 'list_rows', description: 'Lists the rows.', inputSchema: z.object({}), execute: async () => rows }),
  double: createTool({
    id: 'double',
    description: 'Doubles a number.',
    inputSchema: z.object({ x: z.number() }),
    execute: async ({ x }) => `twice ${x} is ${2 * x}`,
  }),
};

/** A processor with a store of its own, as a new process has one. It presses hard, so that the rows leave some out whatever the engine makes of them. */
export function newProcessor(options: HeadroomMastraOptions = {}): HeadroomProcessor {
  if (options.headroom !== undefined) return headroomProcessor(options);
  return headroomProcessor({ offload: 'never', store: createMemoryStore(), bias: 0.3, ...options });
}

/** What an agent of a test is made with, besides its model. */
export type AgentOptions = Partial<Omit<AgentConfig, 'model'>>;

/** A server that plays the model, and agents whose model it is. */
export interface Stage {
  readonly server: FakeProviderServer;
  readonly requests: readonly FakeRequest[];
  agent(options?: AgentOptions): Agent;
  close(): Promise<void>;
}

/** Starts a server with a script. */
export async function openStage(...steps: readonly Step[]): Promise<Stage> {
  const server = await startFakeProviderServer(play(steps));
  return {
    server,
    get requests() {
      return server.requests;
    },
    agent: (options = {}) =>
      new Agent({ id: 'agent', name: 'agent', instructions: 'Be brief.', model: openAiModel(server.url), tools, maxRetries: 0, ...options }),
    close: () => server.close(),
  };
}

/** The places where a request does not begin with the bytes of the one before it: messages, tools and system prompt. */
export function prefixBreaks(requests: readonly FakeRequest[]): string[] {
  return requests.flatMap((request, index) => {
    const before = requests[index - 1];
    if (before === undefined) return [];
    const broken = prefixBreak(before.messages, request.messages);
    const fixed = ({ body }: FakeRequest): string => JSON.stringify([body['tools'], body['system']]);
    return [...(broken === undefined ? [] : [`request ${index}: ${broken}`]), ...(fixed(request) === fixed(before) ? [] : [`request ${index}: tools differ`])];
  });
}
