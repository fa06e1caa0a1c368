import type { ChatModelStream } from '@langchain/core/language_models/stream';
import { AIMessage, HumanMessage, SystemMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { ChatPromptTemplate } from '@langchain/core/prompts';
import { StringOutputParser } from '@langchain/core/output_parsers';
import { describe, expect, it } from 'vitest';
import { call, say, think } from '../../../../test/support/fake-provider-server/index.ts';
import { callerTools, chunksOf, essence, piecesOf, rowsHistory, runBoth, sumOf, type Model } from '../__fixtures__/compare.ts';
import { freezeMessages } from '../__fixtures__/freeze.ts';
import { anthropic, chat, providers } from '../__fixtures__/providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';
import { usageOf } from '../messages/message.ts';

/** LangChain's documented contract, case by case: the wrapped model against the bare one, each with a provider of its own that says the same. */
const answers = (...parts: Parameters<typeof say>) => ({ script: () => ({ parts: [say(...parts)] }) });
const hello = answers('Hello there, how can I help?');
const calling = { script: () => ({ parts: [say('Both. '), call('c1', 'list_rows', {}), call('c2', 'double', { x: 7 })] }) };
const bound = (model: Model, options?: object): Model => model.bindTools(callerTools, options as never) as unknown as Model;
const ask = [new HumanMessage('Hello?')];
const names = (tools: unknown) =>
  (tools as { name?: string; function?: { name: string } }[] | undefined)?.map(({ name, function: body }) => name ?? body?.name);

describe.each(providers)('$name wrapped behaves as bare', (provider) => {
  it('invoke: text', async () => {
    const { bare, wrapped } = await runBoth(provider, hello, (model) => model.invoke(ask));
    expect(essence(wrapped.result)).toEqual(essence(bare.result));
    expect(usageOf(wrapped.result)?.output_tokens).toBe(usageOf(bare.result)?.output_tokens);
  });

  it('invoke: calls beside text', async () => {
    const { bare, wrapped } = await runBoth(provider, calling, (model) => bound(model).invoke(ask));
    expect(essence(wrapped.result)).toEqual(essence(bare.result));
    expect(wrapped.result.tool_calls).toHaveLength(2);
  });

  it('invoke: a string, a prompt and a chain with a parser', async () => {
    const run = async (model: Model) => [
      (await model.invoke('Hello?')).text,
      await ChatPromptTemplate.fromMessages([
        ['system', 'Be {mood}.'],
        ['human', 'Hello?'],
      ])
        .pipe(model)
        .pipe(new StringOutputParser())
        .invoke({ mood: 'kind' }),
    ];
    const { bare, wrapped } = await runBoth(provider, hello, run);
    expect(wrapped.result).toEqual(bare.result);
    expect(wrapped.requests.map(({ messages }) => messages)).toEqual(bare.requests.map(({ messages }) => messages));
  });

  it('stream: text, chunk for chunk', async () => {
    const { bare, wrapped } = await runBoth(provider, hello, (model) => chunksOf(model, ask));
    expect(piecesOf(wrapped.result)).toEqual(piecesOf(bare.result));
    expect(essence(sumOf(wrapped.result))).toEqual(essence(sumOf(bare.result)));
    expect(usageOf(sumOf(wrapped.result))?.output_tokens).toBe(usageOf(sumOf(bare.result))?.output_tokens);
  });

  it('stream: calls, chunk for chunk', async () => {
    const { bare, wrapped } = await runBoth(provider, calling, (model) => chunksOf(bound(model), ask));
    expect(piecesOf(wrapped.result)).toEqual(piecesOf(bare.result));
    expect(sumOf(wrapped.result).tool_calls).toEqual(sumOf(bare.result).tool_calls);
    expect(essence(sumOf(wrapped.result))).toEqual(essence(sumOf(bare.result)));
  });

  it('batch: results in order, each asked once', async () => {
    const script = ({ messages }: { messages: readonly unknown[] }) => ({
      parts: [say(`to ${JSON.stringify(messages).includes('first') ? 1 : 2}`)],
    });
    const { bare, wrapped } = await runBoth(provider, { script }, (model) =>
      model.batch(['the first', 'the second'], { maxConcurrency: 1 }),
    );
    expect(wrapped.result.map(({ text }) => text)).toEqual(['to 1', 'to 2']);
    expect(wrapped.requests).toHaveLength(bare.requests.length);
  });

  it('streamEvents v2: the same events', async () => {
    const events = async (model: Model) => {
      const seen: unknown[] = [];
      for await (const { event, name, tags } of bound(model).streamEvents(ask, { version: 'v2', tags: ['mine'] }))
        seen.push([event, name, tags]);
      return seen;
    };
    const { bare, wrapped } = await runBoth(provider, calling, events);
    const distinct = (seen: unknown[]) => [...new Set(seen.map((event) => JSON.stringify(event)))];
    expect(distinct(wrapped.result)).toEqual(distinct(bare.result));
  });

  it('streamEvents by content blocks: the same blocks and deltas, and the same message', async () => {
    const events = async (model: Model) => {
      const stream = (model as unknown as { streamEvents(input: unknown, options: object): ChatModelStream }).streamEvents(ask, {
        tools: callerTools,
      });
      const seen: { event: string }[] = [];
      for await (const event of stream)
        if (!['provider', 'usage', 'message-start', 'message-finish'].includes(event.event)) seen.push(event);
      const { content, tool_calls } = await stream.output;
      return { seen, content, tool_calls };
    };
    const { bare, wrapped } = await runBoth(provider, calling, events);
    expect(wrapped.result).toEqual(bare.result);
    expect(wrapped.result.tool_calls).toHaveLength(2);
  });

  it("bindTools: the caller's tools keep their bytes and their place, ours comes last", async () => {
    const { bare, wrapped } = await runBoth(provider, hello, (model) => bound(model).invoke(ask));
    const [sent, alone] = [wrapped.requests[0]?.body.tools ?? [], bare.requests[0]?.body.tools ?? []];
    expect(JSON.stringify(sent.slice(0, 2))).toBe(JSON.stringify(alone));
    expect(names(sent)).toEqual(['list_rows', 'double', 'headroom_retrieve']);
  });

  it('bindTools: a tool choice goes out as it is', async () => {
    const { bare, wrapped } = await runBoth(provider, calling, (model) => bound(model, { tool_choice: 'any' }).invoke(ask));
    expect(wrapped.requests[0]?.body['tool_choice']).toEqual(bare.requests[0]?.body['tool_choice']);
  });

  it('tools of one call alone', async () => {
    const tools = (model: Model) =>
      (model as unknown as { invoke(input: unknown, options: object): Promise<AIMessage> }).invoke(ask, { tools: callerTools });
    const { bare, wrapped } = await runBoth(provider, calling, tools);
    expect(wrapped.result.tool_calls).toEqual(bare.result.tool_calls);
    expect(names(wrapped.requests[0]?.body.tools)).toEqual(['list_rows', 'double', 'headroom_retrieve']);
  });

  it('withConfig: options and tags arrive', async () => {
    const run = async (model: Model) => {
      const tags: unknown[] = [];
      const callbacks = [{ handleChatModelStart: (...given: unknown[]) => void tags.push(given[5]) }];
      await model.withConfig({ stop: ['END'], tags: ['mine'] } as never).invoke(ask, { callbacks });
      return tags;
    };
    const { bare, wrapped } = await runBoth(provider, hello, run);
    expect(wrapped.result).toEqual(bare.result);
    expect(wrapped.requests[0]?.body['stop'] ?? wrapped.requests[0]?.body['stop_sequences']).toEqual(
      bare.requests[0]?.body['stop'] ?? bare.requests[0]?.body['stop_sequences'],
    );
  });

  it('callbacks: start and end once, the tokens of the stream, the same parameters', async () => {
    const run = async (model: Model) => {
      const seen: unknown[] = [];
      const callbacks = [
        {
          handleChatModelStart: (
            _model: unknown,
            messages: BaseMessage[][],
            _run: unknown,
            _parent: unknown,
            extra: Record<string, unknown> | undefined,
          ) => void seen.push(['start', messages[0]?.length, extra?.['invocation_params']]),
          handleLLMNewToken: (token: string) => void (token === '' ? undefined : seen.push(token)),
          handleLLMEnd: () => void seen.push('end'),
        },
      ];
      await model.invoke(ask, { callbacks });
      seen.push('--');
      await chunksOf(model, ask, { callbacks });
      return seen;
    };
    const { bare, wrapped } = await runBoth(provider, hello, run);
    expect(wrapped.result).toEqual(bare.result);
    expect(wrapped.result.filter((event) => event === 'end')).toHaveLength(2);
  });

  it('callbacks of the constructor, too', async () => {
    let starts = 0;
    const fields = { callbacks: [{ handleChatModelStart: () => void (starts += 1) }] };
    const { bare, wrapped } = await runBoth(provider, { ...hello, fields }, (model) => model.invoke(ask));
    expect([starts, wrapped.result.text]).toEqual([2, bare.result.text]);
  });

  it('failures: the same error, told to the callbacks', async () => {
    const run = async (model: Model) => {
      const told: unknown[] = [];
      const callbacks = [{ handleLLMError: (error: Error) => void told.push(error.name) }];
      const error = await model.invoke(ask, { callbacks }).catch((reason: Error & { status?: number }) => reason);
      return [(error as Error).name, (error as { status?: number }).status, told];
    };
    const { bare, wrapped } = await runBoth(provider, { script: () => ({ status: 400, message: 'no' }) }, run);
    expect(wrapped.result).toEqual(bare.result);
  });

  it('aborts: before the call and during it', async () => {
    const run = async (model: Model) => {
      const controller = new AbortController();
      controller.abort();
      const early = await model.invoke(ask, { signal: controller.signal }).catch((error: Error) => error.name);
      const during = new AbortController();
      const late = await (async () => {
        for await (const _chunk of await model.stream(ask, { signal: during.signal })) during.abort();
        return 'ended';
      })().catch((error: Error) => error.name);
      return [early, late];
    };
    const { bare, wrapped } = await runBoth(provider, hello, run);
    expect(wrapped.result).toEqual(bare.result);
  });

  it('who it is: name, type, profile, parameters', async () => {
    const identity = async (model: Model) => {
      const inner = model as unknown as Record<string, (...args: unknown[]) => unknown>;
      return [
        model.getName(),
        inner['_llmType']?.(),
        inner['_modelType']?.(),
        model.profile,
        model.callKeys,
        model.lc_namespace,
        model.invocationParams({} as never),
        inner['getLsParams']?.({}),
      ];
    };
    const { bare, wrapped } = await runBoth(provider, hello, identity);
    expect(JSON.stringify(wrapped.result)).toBe(JSON.stringify(bare.result));
  });

  it('caching: the second answer comes from the cache', async () => {
    const twice = async (model: Model) => [(await model.invoke(ask)).text, (await model.invoke(ask)).text];
    const { bare, wrapped } = await runBoth(provider, { ...hello, fields: { cache: true } }, twice);
    expect(wrapped.result).toEqual(bare.result);
    expect([bare.requests.length, wrapped.requests.length]).toEqual([1, 1]);
  });

  it('outputVersion v1: the same blocks', async () => {
    const { bare, wrapped } = await runBoth(provider, { ...calling, fields: { outputVersion: 'v1' } }, (model) => bound(model).invoke(ask));
    expect(wrapped.result.content).toEqual(bare.result.content);
    expect(wrapped.result.response_metadata['output_version']).toBe('v1');
  });

  it('disableStreaming: one chunk', async () => {
    const { bare, wrapped } = await runBoth(provider, { ...hello, fields: { disableStreaming: true } }, (model) => chunksOf(model, ask));
    // A package that streams all the same gets a last chunk with our report, which says nothing.
    expect(piecesOf(wrapped.result)).toEqual(piecesOf(bare.result));
    expect(wrapped.requests[0]?.body.stream).toBe(bare.requests[0]?.body.stream);
  });

  it('withRetry, withFallbacks and pipe', async () => {
    const run = async (model: Model, url: string) => [
      (await model.withRetry().invoke(ask)).text,
      (await model.withFallbacks([provider.create(url)]).invoke(ask)).text,
      await model.pipe((message: AIMessage) => message.text).invoke(ask),
    ];
    const { bare, wrapped } = await runBoth(provider, hello, run);
    expect(wrapped.result).toEqual(bare.result);
  });

  it('thoughts: in the answer as the provider gave them, signatures included', async () => {
    const fields = provider === anthropic ? { thinking: { type: 'enabled', budget_tokens: 1024 }, maxTokens: 4096 } : {};
    const script = () => ({ parts: [think('Let me think about it.'), say('Done.'), call('c1', 'double', { x: 1 })] });
    const run = async (model: Model) => [essence(await bound(model).invoke(ask)), essence(sumOf(await chunksOf(bound(model), ask)))];
    const { bare, wrapped } = await runBoth(provider, { script, fields }, run);
    expect(wrapped.result).toEqual(bare.result);
  });

  it('I7: all but the texts of results goes out as the bare model sends it', async () => {
    const history: BaseMessage[] = [
      new SystemMessage('You help.'),
      new HumanMessage({ content: 'Hello', name: 'ann' }),
      new AIMessage({
        content:
          provider === anthropic
            ? [
                { type: 'thinking', thinking: 'hm', signature: 'sig' },
                { type: 'text', text: 'Reading.' },
              ]
            : 'Reading.',
        tool_calls: [
          { id: 'a', name: 'read', args: { path: 'a', deep: [1, { b: null }] }, type: 'tool_call' },
          { id: 'b', name: 'read', args: { path: 'b' }, type: 'tool_call' },
        ],
        ...(provider === chat ? { name: 'agent' } : {}),
      }),
      new ToolMessage({
        content: `error: ${JSON.stringify(rows)}`,
        tool_call_id: 'a',
        name: 'read',
        status: 'error',
        id: 'r1',
        artifact: { kept: 1 },
      }),
      new ToolMessage({ content: 'short', tool_call_id: 'b', name: 'read' }),
      new HumanMessage({
        content: [
          { type: 'text', text: 'and this?' },
          { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
        ],
      }),
    ];
    const { bare, wrapped } = await runBoth(provider, hello, (model) => bound(model).invoke(history));
    expect(JSON.stringify(wrapped.requests[0]?.messages)).toBe(JSON.stringify(bare.requests[0]?.messages));
    expect(JSON.stringify(wrapped.requests[0]?.body['system'])).toBe(JSON.stringify(bare.requests[0]?.body['system']));
  });

  it('I7: blocks of results keep their marks and their neighbours; messages are not written to', async () => {
    const blocks = [
      { type: 'text', text: JSON.stringify(rows), cache_control: { type: 'ephemeral' } },
      { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0KGgo=' } },
    ];
    const history = freezeMessages(rowsHistory({ content: blocks, artifact: { kept: true }, id: 'r' }));
    const { bare, wrapped } = await runBoth(provider, hello, (model) => bound(model).invoke([...history]));
    const [sent, whole] = [wrapped, bare].map(({ requests }) => JSON.stringify(requests[0]?.messages.at(-1)));
    expect(sent?.length).toBeLessThan((whole?.length ?? 0) / 2);
    for (const part of ['cache_control', 'iVBORw0KGgo=']) expect([part, sent?.includes(part)]).toEqual([part, whole?.includes(part)]);
    expect(sent).toContain('<<ccr:');
    expect(history[2]).toMatchObject({ content: blocks, artifact: { kept: true }, id: 'r' });
  });
});
