import { createHeadroom, createMemoryStore } from '@headroom/core';
import { RequestContext } from '@mastra/core/request-context';
import { afterEach, describe, expect, it } from 'vitest';
import { call, handleIn, handlesIn, type Step } from '../../../test/support/fake-provider-server/index.ts';
import { newProcessor, openStage, tools, type Stage } from './__fixtures__/stage.ts';
import { answer, fullStory, listRows, lookUp, question } from './__fixtures__/story.ts';
import { headroomProcessor, headroomTools } from './index.ts';

let stage: Stage | undefined;
afterEach(async () => {
  await stage?.close();
  stage = undefined;
});

const contextOf = (scope: string): RequestContext => new RequestContext([['headroom', { scope }]]);

describe('scope', () => {
  it('I12: named with the request, it reads its own originals and no other ones', async () => {
    let stolen = '';
    const steal: Step = () => [call('h1', 'headroom_retrieve', { hash: stolen })];
    const look: Step = (request) => [lookUp('h2', request, { path: '$[55]' })];
    stage = await openStage(listRows, look, answer, steal, answer);
    const agent = stage.agent({ inputProcessors: [newProcessor()] });
    await agent.generate(question, { maxSteps: 9, requestContext: contextOf('tenant-1') });
    stolen = handleIn(stage.requests[1]?.raw);
    expect(stage.requests[2]?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
    await agent.generate(question, { maxSteps: 9, requestContext: contextOf('tenant-2') });
    expect(stage.requests.at(-1)?.raw).not.toContain('ticket');
  });

  it('I12: the same result has another handle in another scope', async () => {
    stage = await openStage(listRows, answer, listRows, answer);
    const agent = stage.agent({ inputProcessors: [newProcessor({ scope: 'tenant-1' })] });
    await agent.generate(question);
    await agent.generate(question, { requestContext: contextOf('tenant-2') });
    const handles = stage.requests.flatMap(({ raw }) => handlesIn(raw));
    expect(new Set(handles).size).toBe(2);
  });
});

describe('headroomTools', () => {
  it('answers with the text itself, in the scope of the request', async () => {
    const store = createMemoryStore();
    const engine = createHeadroom({ store, offload: 'never', scope: 'tenant-1' });
    const hash = await store.put({ text: 'one\ntwo\nthree', scope: 'tenant-2' });
    const { headroom_retrieve: tool } = headroomTools({ headroom: engine });
    const run = (requestContext?: RequestContext) => tool.execute?.({ hash, lines: '2' }, { requestContext } as never);
    expect(await run(contextOf('tenant-2'))).toContain('two');
    expect(await run()).not.toContain('two');
  });

  it('and a processor that were given no store read the same one', async () => {
    stage = await openStage(...fullStory);
    const processor = headroomProcessor({ offload: 'never', bias: 0.3, injection: 'never' });
    await stage.agent({ tools: { ...tools, ...headroomTools() }, inputProcessors: [processor] }).generate(question, { maxSteps: 9 });
    expect(stage.requests.at(-1)?.raw).toContain(`ticket ${(55 * 104_729) % 99_991}`);
  });
});
