import { createHeadroom, createMemoryStore, parseMarkers, type Receipt } from '@headroom/core';
import { generateText, Output, wrapLanguageModel } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deepFreeze } from './__fixtures__/freeze.ts';
import { hashIn, rowsPrompt, wrapped } from './__fixtures__/prompts.ts';
import { asLanguageModel, partsIn, scriptedModel, text, toolCall } from './__fixtures__/scripted-model.ts';
import { headroom, headroomTools, type HeadroomAiSdkEvent } from './index.ts';
import type { CallOptions, Model, ToolDefinition } from './specification/model.ts';

const answer = () => [text('done')];
const tool = (name: string): ToolDefinition => ({ type: 'function', name, inputSchema: {} });
const toolNames = ({ tools }: CallOptions): string[] => (tools ?? []).map(({ name }) => name);
const model = (provider = 'scripted'): Model => ({ ...scriptedModel([]), provider });
const transform = (params: CallOptions, options: Parameters<typeof headroom>[0] = {}, inner = model()): Promise<CallOptions> =>
  headroom(options.headroom === undefined ? { offload: 'never', store: createMemoryStore(), ...options } : options).transformParams({
    type: 'generate',
    params,
    model: inner,
  });
const markersIn = (params: CallOptions): number => parseMarkers(JSON.stringify(params.prompt)).length;

describe('modes', () => {
  it('I9: off returns the same params, and the answer of the model untouched', async () => {
    const params: CallOptions = deepFreeze({ prompt: rowsPrompt, tools: [tool('mine')] });
    expect(await transform(params, { mode: 'off' })).toBe(params);
    const inner = scriptedModel([answer, answer]);
    expect((await wrapped(inner, { mode: 'off' }).generate()).providerMetadata).toEqual({ scripted: { number: 1 } });
    expect((await partsIn((await wrapped(inner, { mode: 'off' }).stream()).stream)).at(-1)).toMatchObject({
      providerMetadata: { scripted: { number: 2 } },
    });
  });

  it('off puts retrievals of earlier turns back as ordinary exchanges, since no provider knows them otherwise', async () => {
    const pointer = { type: 'json', value: { headroom: 'retrieved', round: 0, after: 0, text: 'the answer' } } as const;
    const shown = { toolCallId: 'h', toolName: 'headroom_retrieve' };
    const content = [
      { type: 'tool-call', ...shown, input: {}, providerExecuted: true } as const,
      { type: 'tool-result', ...shown, output: pointer } as const,
    ];
    const sent = await transform({ prompt: [...rowsPrompt, { role: 'assistant', content }] }, { mode: 'off' });
    expect(sent.prompt.slice(0, 3).every((message, index) => message === rowsPrompt[index])).toBe(true);
    expect(sent.prompt.slice(3)).toEqual([
      { role: 'assistant', content: [{ type: 'tool-call', ...shown, input: {} }] },
      { role: 'tool', content: [{ type: 'tool-result', ...shown, output: { type: 'text', value: 'the answer' } }] },
    ]);
    expect(sent.tools).toBeUndefined();
  });

  it('I9: audit changes nothing, stores nothing, and reports what it would have done', async () => {
    const params: CallOptions = deepFreeze({ prompt: rowsPrompt, tools: [tool('mine')] });
    const store = createMemoryStore();
    expect(await transform(params, { mode: 'audit', store })).toBe(params);
    expect((await store.stats()).entries).toBe(0);
    const result = await wrapped(scriptedModel([answer]), { mode: 'audit' }).generate();
    const wouldSave = await wrapped(scriptedModel([answer])).generate();
    const { mode: _mode, ...figures } = wouldSave.providerMetadata?.['headroom'] ?? {};
    expect(result.providerMetadata?.['headroom']).toEqual({ ...figures, mode: 'audit', handles: expect.any(Array) as unknown });
  });

  it('I9: lossless leaves nothing out and offers no tool', async () => {
    const sent = await transform({ prompt: rowsPrompt, tools: [tool('mine')] }, { mode: 'lossless' });
    expect(markersIn(sent)).toBe(0);
    expect(toolNames(sent)).toEqual(['mine']);
  });

  it("I7: reversible touches no object of the caller's", async () => {
    const params: CallOptions = deepFreeze({ prompt: rowsPrompt, tools: [tool('mine')] });
    const sent = await transform(params);
    expect(markersIn(sent)).toBe(1);
    expect(sent.prompt.slice(0, 2).every((message, index) => message === rowsPrompt[index])).toBe(true);
  });
});

describe('the retrieve tool', () => {
  it('I3: stands last from the first request on, whether anything is compressed or not', async () => {
    expect(toolNames(await transform({ prompt: [rowsPrompt[0]!], tools: [tool('mine')] }))).toEqual(['mine', 'headroom_retrieve']);
    expect(toolNames(await transform({ prompt: rowsPrompt }))).toEqual(['headroom_retrieve']);
  });

  it.each([{ type: 'none' }, { type: 'required' }, { type: 'tool', toolName: 'mine' }] as const)(
    'I3: stays with toolChoice $type, so that the tools keep their bytes',
    async (toolChoice) => {
      const sent = await transform({ prompt: rowsPrompt, tools: [tool('mine')], toolChoice });
      expect(toolNames(sent)).toEqual(['mine', 'headroom_retrieve']);
      expect(sent.toolChoice).toBe(toolChoice);
    },
  );

  it('I2: a bare request for JSON gets no tool, hence no marker', async () => {
    const sent = await transform({ prompt: rowsPrompt, responseFormat: { type: 'json' } });
    expect(toolNames(sent)).toEqual([]);
    expect(markersIn(sent)).toBe(0);
  });

  it('I3: a bare request for JSON keeps the tool where the history has used it', async () => {
    const exchange = wrapped(scriptedModel([(options) => [toolCall('h1', 'headroom_retrieve', hashIn(options))], answer]));
    const { content } = await exchange.generate();
    const shown = content.map((part) =>
      part.type === 'tool-call'
        ? { ...part, input: JSON.parse(part.input) as unknown }
        : part.type === 'tool-result'
          ? { ...part, output: { type: 'json', value: part.result } }
          : part,
    );
    const sent = await transform({
      prompt: [...rowsPrompt, { role: 'assistant', content: shown as never }],
      responseFormat: { type: 'json' },
    });
    expect(toolNames(sent)).toEqual(['headroom_retrieve']);
    expect(markersIn(sent)).toBe(1);
  });

  it('I2: a sub-agent without the tool gets no marker', async () => {
    const sent = await transform({ prompt: rowsPrompt, tools: [tool('mine')] }, { injection: 'never' });
    expect(toolNames(sent)).toEqual(['mine']);
    expect(markersIn(sent)).toBe(0);
  });

  it("is not added to a set that has it, under whatever prefix, and is then the caller's to run", async () => {
    const inner = scriptedModel([(options) => [toolCall('h1', 'mcp__x__headroom_retrieve', hashIn(options))]]);
    const { content } = await wrapped(inner).generate({ tools: [tool('mcp__x__headroom_retrieve'), tool('mine')] });
    expect(toolNames(inner.calls[0]!)).toEqual(['mcp__x__headroom_retrieve', 'mine']);
    expect(markersIn(inner.calls[0]!)).toBe(1);
    expect(content).toMatchObject([{ type: 'tool-call', toolCallId: 'h1' }]);
    expect(content[0]).not.toHaveProperty('providerExecuted');
  });

  it('of a headroomTools() redeems what a headroom() beside it left out, though neither was given an option', async () => {
    const middleware = headroom();
    const { headroom_retrieve: retrieve } = headroomTools();
    const request: CallOptions = { prompt: rowsPrompt, tools: [tool('headroom_retrieve')] };
    const sent = await middleware.transformParams({ type: 'generate', params: request, model: model() });
    expect(await retrieve.execute({ ...hashIn(sent), path: '$[55]' }, { messages: [] })).toContain('checked by agent');
    await middleware.headroom.close();
    expect(await retrieve.execute({ ...hashIn(sent), path: '$[56]' }, { messages: [] })).toContain('checked by agent');
  });

  it('I2: of another store redeems nothing here, so that nothing is left out', async () => {
    const request: CallOptions = { prompt: rowsPrompt, tools: [tool('headroom_retrieve')] };
    const engine = createHeadroom({ offload: 'never' });
    headroomTools({ headroom: engine });
    expect(markersIn(await transform(request))).toBe(0);
    expect(markersIn(await transform(request, { headroom: engine }))).toBe(1);
  });

  it("I2: is not offered beside Google's own tools, which exclude functions", async () => {
    const params: CallOptions = { prompt: rowsPrompt, tools: [{ type: 'provider', name: 'google_search' }] };
    const sent = await transform(params, {}, model('google.generative-ai'));
    expect(toolNames(sent)).toEqual(['google_search']);
    expect(markersIn(sent)).toBe(0);
    const gemini3: Model = { ...model('google.generative-ai'), modelId: 'gemini-3-pro' };
    expect(toolNames(await transform(params, {}, gemini3))).toEqual(['google_search', 'headroom_retrieve']);
    expect(toolNames(await transform(params, {}, model('anthropic.messages')))).toEqual(['google_search', 'headroom_retrieve']);
  });
});

describe('structured output', () => {
  it.each(['generate', 'bare'] as const)('parses although the model talked before it looked (%s)', async (kind) => {
    const steps = [
      (options: CallOptions) => [text('Let me look. '), toolCall('h1', 'headroom_retrieve', hashIn(options))],
      () => [text('{"row":177}')],
    ];
    const inner = scriptedModel(kind === 'bare' ? steps.slice(1) : steps);
    const { output } = await generateText({
      model: wrapLanguageModel({ model: asLanguageModel(inner), middleware: headroom({ offload: 'never' }) }),
      messages: rowsPrompt as never,
      output: Output.object({ schema: z.object({ row: z.number() }) }),
      ...(kind === 'bare' ? {} : { tools: { mine: { inputSchema: z.object({}), execute: () => 'x' } } }),
    });
    expect(output).toEqual({ row: 177 });
  });
});

describe('failures and figures', () => {
  it('I6: an engine that throws lets the prompt through as it is, and says so', async () => {
    const events: HeadroomAiSdkEvent[] = [];
    const broken = { ...createHeadroom(), compressWith: () => Promise.reject(new Error('broken')) };
    const sent = await transform({ prompt: rowsPrompt }, { headroom: broken, onEvent: (event) => events.push(event) });
    expect(sent.prompt).toBe(rowsPrompt);
    expect(events).toMatchObject([{ type: 'prompt-passed' }]);
  });

  it('I6: a prompt of a shape that nobody makes goes to the model as it is', async () => {
    const inner = scriptedModel([answer, answer]);
    const events: HeadroomAiSdkEvent[] = [];
    const odd = { prompt: [{ role: 'assistant' }, { role: 'tool', content: [{ type: 'tool-result' }] }] as never };
    const agent = wrapped(inner, { onEvent: (event) => events.push(event) });
    expect((await agent.generate(odd)).content).toEqual([text('done')]);
    expect((await partsIn((await agent.stream(odd)).stream)).at(-1)).toMatchObject({ type: 'finish' });
    expect(events).toMatchObject([{ type: 'prompt-passed' }, { type: 'prompt-passed' }]);
  });

  it('I6: a listener that throws does not end the model call', async () => {
    const fail = () => {
      throw new Error('listener');
    };
    const broken = { ...createHeadroom(), compressWith: () => Promise.reject(new Error('broken')) };
    const { content } = await wrapped(scriptedModel([answer]), { headroom: broken, onEvent: fail }).generate();
    expect(content).toEqual([text('done')]);
  });

  it('I13: the receipt of the prompt is reported with the answer, generated and streamed, and to onReceipt', async () => {
    const seen: number[] = [];
    const middleware = wrapped(scriptedModel([answer, answer]), { onReceipt: ({ tokensSaved }) => seen.push(tokensSaved) });
    const generated = (await middleware.generate()).providerMetadata?.['headroom'];
    const [finish] = (await partsIn((await middleware.stream()).stream)).slice(-1);
    expect(generated).toMatchObject({
      mode: 'reversible',
      tokensSaved: seen[0],
      handles: [expect.stringMatching(/^[0-9a-f]{24}$/)],
      rounds: [{ inputTokens: { total: 100 } }],
    });
    expect(finish).toMatchObject({ providerMetadata: { scripted: { number: 2 }, headroom: { tokensSaved: seen[1] } } });
    expect(JSON.parse(JSON.stringify(generated))).toEqual(generated);
  });

  it('the scope does not reach the provider', async () => {
    const sent = await transform({ prompt: rowsPrompt, providerOptions: { headroom: { scope: 's' }, openai: { store: false } } });
    expect(sent.providerOptions).toEqual({ openai: { store: false } });
  });

  it('I12: originals belong to the scope that the call names', async () => {
    const engine = createHeadroom({ offload: 'never' });
    const scoped = (scope: string): CallOptions => ({ prompt: rowsPrompt, providerOptions: { headroom: { scope } } });
    const [first, second] = [
      await transform(scoped('tenant-1'), { headroom: engine }),
      await transform(scoped('tenant-2'), { headroom: engine }),
    ];
    const [mine, theirs] = [hashIn(first), hashIn(second)];
    expect(mine).not.toEqual(theirs);
    expect((await engine.retrieve(mine, { scope: 'tenant-1' })).found).toBe(true);
    expect((await engine.retrieve(mine, { scope: 'tenant-2' })).found).toBe(false);
  });

  it('beside a shared engine, scope and onReceipt count, and options of the engine are an error', async () => {
    const engine = createHeadroom({ offload: 'never' });
    const receipts: Receipt[] = [];
    const first = await transform(
      { prompt: rowsPrompt },
      { headroom: engine, scope: 'tenant-1', onReceipt: (receipt) => receipts.push(receipt) },
    );
    expect((await engine.retrieve(hashIn(first), { scope: 'tenant-1' })).found).toBe(true);
    expect(receipts).toHaveLength(1);
    expect(() => headroom({ headroom: engine, mode: 'off', minimumTokens: 5 })).toThrow('mode, minimumTokens');
  });

  it.each([{ maximumRounds: 0 }, { injection: 'sometimes' }, { markersInArguments: 'hide' }, { maximumRetries: -1 }])(
    'says which option is wrong: %o',
    (options) => {
      expect(() => headroom(options as never)).toThrow(Object.keys(options)[0]);
    },
  );
});

describe('markers in arguments', () => {
  const write = (options: CallOptions) => [
    toolCall('w', 'write_file', { content: `all of <<ccr:${hashIn(options).hash} 9_rows_offloaded>>` }),
  ];
  const tools = [tool('write_file')];

  it.each(['generate', 'stream'] as const)('are told by event and counted (%s)', async (delivery) => {
    const events: HeadroomAiSdkEvent[] = [];
    const middleware = wrapped(scriptedModel([write]), { onEvent: (event) => events.push(event) });
    const metadata =
      delivery === 'generate'
        ? (await middleware.generate({ tools })).providerMetadata
        : (await partsIn((await middleware.stream({ tools })).stream)).flatMap((part) =>
            part.type === 'finish' ? [part.providerMetadata] : [],
          )[0];
    expect(events.filter(({ type }) => type === 'marker-leaked')).toMatchObject([{ toolName: 'write_file', toolCallId: 'w' }]);
    expect(metadata).toMatchObject({ headroom: { markersInArguments: 1 } });
  });

  it('can be refused: the tool is not run, and the model is told', async () => {
    let ran = 0;
    const inner = scriptedModel([write, answer]);
    await generateText({
      model: wrapLanguageModel({ model: asLanguageModel(inner), middleware: headroom({ offload: 'never', markersInArguments: 'refuse' }) }),
      messages: rowsPrompt as never,
      tools: { write_file: { inputSchema: z.object({ content: z.string() }), execute: () => (ran += 1) } },
      stopWhen: ({ steps }) => steps.length === 2,
    });
    expect(ran).toBe(0);
    expect(JSON.stringify(inner.calls[1]?.prompt.at(-1))).toContain('hold a marker of offloaded text');
  });

  it('I12: foreign markers are text like any other', async () => {
    const events: HeadroomAiSdkEvent[] = [];
    const foreign = () => [toolCall('w', 'write_file', { content: '<<ccr:0123456789abcdef01234567 9_rows_offloaded>>' })];
    await wrapped(scriptedModel([foreign]), { onEvent: (event) => events.push(event) }).generate({ tools });
    expect(events.some(({ type }) => type === 'marker-leaked')).toBe(false);
  });
});
