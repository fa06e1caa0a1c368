import { createMemoryStore, parseMarkers } from '@headroom/core';
import {
  HumanMessage,
  mapChatMessagesToStoredMessages,
  mapStoredMessagesToChatMessages,
  ToolMessage,
  type AIMessage,
  type BaseMessage,
} from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { call, handleIn, play, say, think, type Step } from '../../../../test/support/fake-provider-server/index.ts';
import { prefixBreak } from '../../../../test/support/wire-prefix.ts';
import { askModel } from '../__fixtures__/agent-loop.ts';
import { callerTools, chunksOf, rowsHistory, runOn, sumOf, type Model } from '../__fixtures__/compare.ts';
import { anthropic, chat, providers } from '../__fixtures__/providers.ts';
import type { HeadroomLangChainEvent, HeadroomLangChainOptions } from '../index.ts';
import { usageOf } from '../messages/message.ts';

const look =
  (id: string, input: object = { path: '$[177]' }): Step =>
  ({ messages }) => [call(id, 'headroom_retrieve', { hash: handleIn(messages), ...input })];
const settings = (): HeadroomLangChainOptions => ({ offload: 'never', bias: 0.3, store: createMemoryStore() });
const bound = (model: Model): Model => model.bindTools(callerTools) as unknown as Model;
const saved = (messages: BaseMessage[]): BaseMessage[] =>
  mapStoredMessagesToChatMessages(JSON.parse(JSON.stringify(mapChatMessagesToStoredMessages(messages))) as never);
const run = (steps: readonly Step[], ask: (model: Model, url: string) => Promise<BaseMessage>, provider = chat, options = settings()) =>
  runOn(provider, 'wrapped', { script: play(steps), options }, ask);
const report = (message: BaseMessage) =>
  message.response_metadata['headroom'] as { rounds: unknown[]; retrievals: unknown[]; tokensSaved: number; markersInArguments?: number };
const deliveries = ['invoke', 'stream'] as const;

describe.each(providers)('within one call of $name', (provider) => {
  const story: readonly Step[] = [
    ({ messages }) => [
      think('Some are left out.'),
      say('Let me look. '),
      call('h1', 'headroom_retrieve', { hash: handleIn(messages), query: 'failed disk' }),
    ],
    ({ messages }) => [
      call('h2', 'headroom_retrieve', { hash: handleIn(messages), lines: '1-2' }),
      call('h3', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177]' }),
    ],
    ({ messages }) => [
      think('And the other.'),
      call('h4', 'headroom_retrieve', { hash: handleIn(messages), path: '$[3]' }),
      call('u2', 'double', { x: 7 }),
    ],
    () => [say('Row 177 failed; twice seven is 14.')],
    () => [say('Bye.')],
  ];
  const fields = provider === anthropic ? { thinking: { type: 'enabled', budget_tokens: 1024 }, maxTokens: 4096 } : {};

  it.each(deliveries)(
    'I3: alone, parallel and mixed retrievals extend the prompt byte for byte, over a checkpoint and a new process (%s)',
    async (delivery) => {
      const setting = { fields, script: play(story) };
      let shown: AIMessage | undefined;
      let history = rowsHistory();
      const first = await runOn(provider, 'wrapped', { ...setting, options: settings() }, async (model) => {
        shown = await askModel(bound(model), history, delivery);
        history = saved([...history, shown, new ToolMessage({ content: '14', tool_call_id: 'u2', name: 'double' })]);
        history = saved([...history, await askModel(bound(model), history, delivery), new HumanMessage('Thanks.')]);
      });
      const second = await runOn(provider, 'wrapped', { fields, script: () => ({ parts: [say('Bye.')] }), options: settings() }, (model) =>
        askModel(bound(model), history, delivery),
      );
      expect(shown?.tool_calls?.map(({ name }) => name)).toEqual(['double']);
      expect(JSON.stringify(shown?.content)).not.toContain('headroom_retrieve');
      const requests = [...first.requests, ...second.requests];
      expect(requests).toHaveLength(5);
      for (const [index, { messages, body }] of requests.entries()) {
        const before = requests[index - 1];
        if (before === undefined) continue;
        expect(prefixBreak(before.messages, messages), `request ${index}`).toBeUndefined();
        expect(JSON.stringify([body.tools, body['system']])).toBe(JSON.stringify([before.body.tools, before.body['system']]));
      }
    },
  );

  it('content block events: the exchange goes with the end of the message, and comes back', async () => {
    const steps: readonly Step[] = [
      (request) => [say('Let me look. '), ...look('h1')(request)],
      () => [say('Row 177.'), call('u1b', 'double', { x: 1 })],
      () => [say('2')],
    ];
    const { requests, result } = await run(
      steps,
      async (model) => {
        const stream = (
          model as unknown as { streamEvents(input: unknown, options: object): { output: PromiseLike<AIMessage> } }
        ).streamEvents(rowsHistory(), { tools: callerTools });
        const answer = await stream.output;
        const [, reloaded] = saved([new HumanMessage('x'), answer]);
        await bound(model).invoke([
          ...rowsHistory(),
          reloaded as BaseMessage,
          new ToolMessage({ content: '2', tool_call_id: 'u1b', name: 'double' }),
        ]);
        return answer;
      },
      provider,
    );
    expect(result.text).toContain('Row 177.');
    expect((result as AIMessage).tool_calls?.map(({ name }) => name)).toEqual(['double']);
    expect(prefixBreak(requests[0]?.messages ?? [], requests[1]?.messages ?? [])).toBeUndefined();
    expect(prefixBreak(requests[1]?.messages ?? [], requests[2]?.messages ?? [])).toBeUndefined();
  });

  it.each(deliveries)('usage is the sum of the rounds, each of which is told; metadata is that of the last (%s)', async (delivery) => {
    const { result, requests } = await run(
      [look('h1'), () => [say('done')]],
      (model) => askModel(bound(model), rowsHistory(), delivery),
      provider,
    );
    const sizes = requests.map(({ raw }) => Math.ceil(raw.length / 4));
    expect(usageOf(result)?.input_tokens).toBe((sizes[0] ?? 0) + (sizes[1] ?? 0));
    expect(report(result).rounds).toMatchObject(sizes.map((input_tokens) => ({ input_tokens })));
    expect(report(result).retrievals).toMatchObject([{ found: true }]);
    const { finish_reason: finish, stop_reason: stop } = { ...result.additional_kwargs, ...result.response_metadata };
    expect([finish, stop].filter((reason) => reason !== undefined && reason !== null)).toEqual(
      provider === anthropic ? ['end_turn'] : finish === undefined ? [] : ['stop'],
    );
  });

  it('callbacks are called once for all rounds, and hear of nothing that is not shown', async () => {
    const heard: string[] = [];
    const callbacks = [
      {
        handleChatModelStart: () => void heard.push('start'),
        handleLLMNewToken: (token: string) => void heard.push(token),
        handleLLMEnd: () => void heard.push('end'),
      },
    ];
    const { result } = await run(
      [(request) => [say('Let me look. '), ...look('h1')(request)], () => [say('done')]],
      async (model) => sumOf(await chunksOf(bound(model), rowsHistory(), { callbacks })),
      provider,
    );
    expect([heard[0], heard.at(-1)]).toEqual(['start', 'end']);
    expect(heard.slice(1, -1).join('')).toBe('Let me look. done');
    expect(result.text.replace('\n', '')).toBe('Let me look. done');
  });
});

describe('within one call', () => {
  it('chunks of all rounds have one id, so that a screen shows one message', async () => {
    const chunks: { id?: string | undefined }[] = [];
    await run([look('h1'), () => [say('done')]], async (model) => {
      for await (const chunk of await bound(model).stream(rowsHistory())) chunks.push(chunk);
      return new HumanMessage('');
    });
    expect(new Set(chunks.map(({ id }) => id).filter((id) => id !== undefined)).size).toBe(1);
  });

  it.each(deliveries)('thoughts of several rounds stay apart, each with its signature (%s)', async (delivery) => {
    const steps: readonly Step[] = [(request) => [think('first'), ...look('h1')(request)], () => [think('second'), say('done')]];
    const fields = { thinking: { type: 'enabled', budget_tokens: 1024 }, maxTokens: 4096 };
    const setting = { fields, script: play(steps), options: settings() };
    const { result } = await runOn(anthropic, 'wrapped', setting, (model) => askModel(bound(model), rowsHistory(), delivery));
    expect(result.content).toMatchObject([
      { type: 'thinking', thinking: 'first', signature: 'signature-1-0' },
      { type: 'thinking', thinking: 'second', signature: 'signature-2-0' },
      { type: 'text', text: 'done' },
    ]);
  });

  it('a retrieval is told by one event', async () => {
    const events: HeadroomLangChainEvent[] = [];
    const options = { ...settings(), onEvent: (event: HeadroomLangChainEvent) => void events.push(event) };
    await run([look('h1'), () => [say('done')]], (model) => bound(model).invoke(rowsHistory()), chat, options);
    expect(events.filter(({ type }) => type === 'original-retrieved')).toMatchObject([{ outcome: 'found' }]);
  });

  it('a broken call gets an answer that says so, and stays as it was read', async () => {
    const { requests } = await run([() => [call('h1', 'headroom_retrieve', 'cut o')], () => [say('done')]], (model) =>
      bound(model).invoke(rowsHistory()),
    );
    expect(requests).toHaveLength(2);
    expect(JSON.stringify(requests[1]?.messages.at(-1))).toContain('h1');
  });

  it.each(deliveries)('the bound is told to the model, and is the end (%s)', async (delivery) => {
    const steps = Array.from({ length: 9 }, (_, index) => look(`h${index}`, { lines: `${index + 1}` }));
    const { requests, result } = await run(steps, (model) => askModel(bound(model), rowsHistory(), delivery), chat, {
      ...settings(),
      maximumRounds: 2,
    });
    expect(requests).toHaveLength(4);
    expect(JSON.stringify(requests[3]?.messages.at(-1))).toContain('No more retrievals');
    expect((result as AIMessage).tool_calls).toEqual([]);
  });

  it('the same request is answered twice in full, then pointed to', async () => {
    const { requests } = await run([look('h1'), look('h2'), look('h3'), () => [say('done')]], (model) =>
      bound(model).invoke(rowsHistory()),
    );
    const answers = ((requests[3]?.messages ?? []) as { role: string; content: string }[]).filter(({ role }) => role === 'tool').slice(1);
    expect(answers.map(({ content }) => content.startsWith('This exact request'))).toEqual([false, false, true]);
  });

  it('a call that a person has changed goes on as changed', async () => {
    const steps: readonly Step[] = [(request) => [...look('h1')(request), call('u2', 'double', { x: 7 })], () => [say('done')]];
    const { requests } = await run(steps, async (model) => {
      const answer = await bound(model).invoke(rowsHistory());
      const [only] = answer.tool_calls ?? [];
      if (only !== undefined) only.args = { x: 8 };
      return bound(model).invoke([...rowsHistory(), answer, new ToolMessage({ content: '16', tool_call_id: 'u2', name: 'double' })]);
    });
    const assistant = ((requests[1]?.messages ?? []) as { tool_calls?: { function: { name: string; arguments: string } }[] }[])[3];
    expect(assistant?.tool_calls?.map(({ function: { name, arguments: input } }) => [name, input.includes('8')])).toEqual([
      ['headroom_retrieve', expect.anything()],
      ['double', true],
    ]);
  });

  it('a failure of a later round fails the call', async () => {
    const script = (request: Parameters<Step>[0], before: number) =>
      before === 0 ? { parts: look('h1')(request) } : { status: 400, message: 'too late' };
    const failed = await runOn(chat, 'wrapped', { script, options: settings() }, (model) =>
      bound(model)
        .invoke(rowsHistory())
        .catch((error: Error) => error.message),
    );
    expect(failed.result).toContain('too late');
  });

  it('leaving a stream early asks for no further round', async () => {
    const { requests } = await run([(request) => [say('Let me look. '), ...look('h1')(request)], () => [say('done')]], async (model) => {
      for await (const _chunk of await bound(model).stream(rowsHistory())) break;
      return new HumanMessage('');
    });
    expect(requests).toHaveLength(1);
  });

  it('I7: the message of a mixed turn holds nothing of ours that a bare model would send', async () => {
    for (const provider of providers) {
      const steps: readonly Step[] = [
        (request) => [say('Both. '), ...look('h1')(request), call('u2', 'double', { x: 7 })],
        () => [say('done')],
      ];
      const { result } = await run(steps, (model) => bound(model).invoke(rowsHistory()), provider);
      const { headroom: _record, ...kwargs } = result.additional_kwargs;
      const { headroom: _report, ...metadata } = result.response_metadata;
      const bare = await runOn(provider, 'bare', { script: () => ({ parts: [say('ok')] }) }, (model) =>
        bound(model).invoke([...rowsHistory(), result, new ToolMessage({ content: '14', tool_call_id: 'u2' })]),
      );
      expect(JSON.stringify([kwargs['tool_calls'], metadata['output'], bare.requests[0]?.messages])).not.toContain('headroom_retrieve');
    }
  });

  it('I2: a tool of the caller is left to the caller, under whatever prefix', async () => {
    const named = {
      type: 'function',
      function: { name: 'mcp__x__headroom_retrieve', description: 'd', parameters: { type: 'object', properties: {} } },
    };
    const { requests, result } = await run(
      [({ messages }) => [call('h1', 'mcp__x__headroom_retrieve', { hash: handleIn(messages) })]],
      (model) => model.bindTools([named]).invoke(rowsHistory()),
    );
    expect(requests[0]?.toolNames).toEqual(['mcp__x__headroom_retrieve']);
    expect((result as AIMessage).tool_calls).toHaveLength(1);
  });

  it.each(deliveries)('markers in arguments are told by event, or the call is refused and asked for again (%s)', async (delivery) => {
    const leak: Step = ({ messages }) => [call('w1', 'double', { x: `<<ccr:${handleIn(messages)} 9_rows_offloaded>>` })];
    const outcome = async (markersInArguments: 'warn' | 'refuse') => {
      const events: HeadroomLangChainEvent[] = [];
      const options = { ...settings(), markersInArguments, onEvent: (event: HeadroomLangChainEvent) => void events.push(event) };
      const { result, requests } = await run(
        [leak, () => [say('sorry')]],
        (model) => askModel(bound(model), rowsHistory(), delivery),
        chat,
        options,
      );
      return [
        (result as AIMessage).tool_calls?.length,
        requests.length,
        report(result).markersInArguments,
        events.filter(({ type }) => type === 'marker-leaked').length,
      ];
    };
    expect(await outcome('warn')).toEqual([1, 1, 1, 1]);
    expect(await outcome('refuse')).toEqual([0, 2, 1, 1]);
  });

  it('I12: the scope of a call keeps tenants apart and does not reach the provider', async () => {
    const handles: string[] = [];
    const options = settings();
    for (const scope of ['one', 'two']) {
      const { requests } = await run(
        [() => [say('x')], () => [say('y')]],
        async (model) => {
          await bound(model).invoke(rowsHistory(), { headroom: { scope } } as never);
          return bound(model).invoke(rowsHistory(), { configurable: { headroom_scope: scope } } as never);
        },
        chat,
        options,
      );
      handles.push(...requests.map(({ messages }) => handleIn(messages)));
      expect(requests.every(({ body }) => !('headroom' in body))).toBe(true);
    }
    expect(handles[0]).toBe(handles[1]);
    expect(handles[2]).toBe(handles[3]);
    expect(handles[0]).not.toBe(handles[2]);
  });

  it.each(['off', 'audit', 'lossless'] as const)('I9: %s leaves nothing out and adds no tool', async (mode) => {
    const { requests, result } = await run([() => [say('x')]], (model) => bound(model).invoke(rowsHistory()), chat, {
      ...settings(),
      mode,
    });
    expect(requests[0]?.toolNames).toEqual(['list_rows', 'double']);
    expect(parseMarkers(JSON.stringify(requests[0]?.messages))).toEqual([]);
    expect('headroom' in result.response_metadata).toBe(mode !== 'off');
  });

  it('I6: an engine that throws lets the messages through as they are, and says so', async () => {
    const { createHeadroom } = await import('@headroom/core');
    const events: string[] = [];
    const headroom = { ...createHeadroom({ offload: 'never' }), compressWith: () => Promise.reject(new Error('broken')) };
    const { requests, result } = await run([() => [say('x')]], (model) => bound(model).invoke(rowsHistory()), chat, {
      headroom,
      onEvent: ({ type }) => void events.push(type),
    });
    expect(result.text).toBe('x');
    expect(events).toEqual(['prompt-passed']);
    expect(parseMarkers(JSON.stringify(requests[0]?.messages))).toEqual([]);
  });
});
