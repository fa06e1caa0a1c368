import { HumanMessage, trimMessages } from '@langchain/core/messages';
import { FakeListChatModel, FakeStreamingChatModel } from '@langchain/core/utils/testing';
import { initChatModel } from 'langchain';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { callerTools, chunksOf, rowsHistory, runOn, sumOf } from '../__fixtures__/compare.ts';
import { anthropic, chat, providers, responses } from '../__fixtures__/providers.ts';
import { createMemoryStore } from '@headroom/core';
import { call, handleIn, say, startFakeProviderServer } from '../../../../test/support/fake-provider-server/index.ts';
import { HeadroomChatModel } from '../index.ts';
import { usageOf } from '../messages/message.ts';

afterEach(() => vi.restoreAllMocks());

/** Every address that is asked for while a test runs. */
function watchFetch(): string[] {
  const seen: string[] = [];
  const original = globalThis.fetch;
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    seen.push(String(input instanceof Request ? input.url : input));
    return original(input, init);
  });
  return seen;
}

const settings = () => ({ offload: 'never', bias: 0.3, store: createMemoryStore() }) as const;

describe.each(providers)('$name with streaming: true', (provider) => {
  it('invoke streams, and asks nobody but the provider', async () => {
    const asked = watchFetch();
    const steps = [
      (messages: unknown) => [say('Let me look. '), call('h1', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177]' })],
      () => [say('Row 177.')],
    ];
    const setting = {
      fields: { streaming: true },
      script: ({ messages }: { messages: readonly unknown[] }, before: number) => ({ parts: steps[before]?.(messages) ?? [] }),
    };
    const { result, requests } = await runOn(provider, 'wrapped', setting, (model) => model.bindTools(callerTools).invoke(rowsHistory()));
    expect(result.text).toContain('Row 177.');
    expect(requests.map(({ body }) => body.stream)).toEqual([true, true]);
    // Two rounds of ten; the fake Anthropic tells them at the start of a message and at its end.
    expect(usageOf(result)?.output_tokens).toBe(provider === anthropic ? 40 : 20);
    expect(asked.filter((url) => !url.includes('127.0.0.1'))).toEqual([]);
  });
});

describe('counting tokens', () => {
  it.each([chat, anthropic])('is our own, for trimming too ($name)', async (provider) => {
    const asked = watchFetch();
    const model = new HeadroomChatModel(provider.create('http://127.0.0.1:9/v1'), settings());
    expect(await model.getNumTokens('hello world')).toBe(2);
    const kept = await trimMessages([new HumanMessage('one two three'), new HumanMessage('four')], {
      maxTokens: 2,
      tokenCounter: model,
      strategy: 'last',
    });
    expect(kept.map(({ content }) => content)).toEqual(['four']);
    expect(asked).toEqual([]);
  });

  it('trimming keeps what happened within an answer together', async () => {
    const steps = [
      (messages: unknown) => [call('h1', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177].state' })],
      () => [say('failed')],
      () => [say('again')],
    ];
    const script = ({ messages }: { messages: readonly unknown[] }, before: number) => ({ parts: steps[before]?.(messages) ?? [] });
    const { requests } = await runOn(chat, 'wrapped', { script }, async (model) => {
      const answer = await model.bindTools(callerTools).invoke(rowsHistory());
      const trimmed = await trimMessages([...rowsHistory(), answer, new HumanMessage('Again?')], {
        maxTokens: 2,
        tokenCounter: (messages) => messages.length,
        strategy: 'last',
      });
      return model.bindTools(callerTools).invoke(trimmed);
    });
    const roles = ((requests[2]?.messages ?? []) as { role: string }[]).map(({ role }) => role);
    expect(roles).toEqual(['assistant', 'tool', 'assistant', 'user']);
  });
});

describe('other models', () => {
  it('of the fakes: whole answers, and streams as the bare one gives them', async () => {
    const model = new HeadroomChatModel(new FakeListChatModel({ responses: ['one', 'two'] }));
    expect((await model.invoke('x')).content).toBe('one');
    expect((await chunksOf(model as never, 'x')).map(({ content }) => content).join('')).toBe('two');
    expect(sumOf(await chunksOf(new HeadroomChatModel(new FakeStreamingChatModel({ responses: [] })) as never, 'hello')).text).toBe(
      'hello',
    );
  });

  it('I2: that take no tools get nothing left out', async () => {
    const inner = new FakeListChatModel({ responses: ['done'] });
    Object.defineProperty(inner, 'bindTools', { value: undefined });
    const sent: string[] = [];
    const generate = inner._generate.bind(inner);
    inner._generate = (messages, ...rest) => {
      sent.push(String(messages.at(-1)?.content));
      return generate(messages, ...rest);
    };
    const model = new HeadroomChatModel(inner, settings());
    expect(model.bindTools).toBeUndefined();
    await model.invoke(rowsHistory());
    expect(sent[0]).not.toContain('<<ccr:');
  });

  it('that are configured with the call (initChatModel) are resolved, tools and all', async () => {
    const server = await startFakeProviderServer(() => ({ parts: [say('hi')] }));
    const configurable = await initChatModel('gpt-4o', {
      modelProvider: 'openai',
      apiKey: 'none',
      configuration: { baseURL: server.url },
      maxRetries: 0,
    });
    const model = new HeadroomChatModel(configurable as never, settings());
    await model.invoke(rowsHistory(), { configurable: { model: 'gpt-4o-mini' } } as never);
    await (model.bindTools(callerTools) as unknown as typeof model).invoke(rowsHistory());
    const [first, second] = server.requests;
    await server.close();
    expect([first?.body.model, second?.body.model]).toEqual(['gpt-4o-mini', 'gpt-4o']);
    expect(second?.toolNames).toEqual(['list_rows', 'double', 'headroom_retrieve']);
    expect(JSON.stringify(first?.messages)).toContain('<<ccr:');
  });

  it('that are no models are an error that says what to do', () => {
    const bound = anthropic.create('http://127.0.0.1:9/v1').bindTools(callerTools);
    expect(() => new HeadroomChatModel(bound as never)).toThrow('wrap the model first');
    expect(() => new HeadroomChatModel({} as never)).toThrow('wraps a chat model');
  });

  it('with several answers to one prompt get no tool (n: 2)', async () => {
    const { requests } = await runOn(chat, 'wrapped', { fields: { n: 2 }, script: () => ({ parts: [say('x')] }) }, (model) =>
      model.invoke(rowsHistory()),
    );
    expect(requests[0]?.toolNames).toEqual([]);
    expect(JSON.stringify(requests[0]?.messages)).not.toContain('<<ccr:');
  });

  it('of the responses API get a tool beside the built-in ones', async () => {
    const { requests } = await runOn(responses, 'wrapped', { script: () => ({ parts: [say('x')] }) }, (model) =>
      model.bindTools([{ type: 'web_search' }]).invoke(rowsHistory()),
    );
    expect(((requests[0]?.body.tools ?? []) as { type: string }[]).map(({ type }) => type)).toEqual(['web_search', 'function']);
  });
});
