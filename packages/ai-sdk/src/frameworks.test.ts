import { APICallError } from '@ai-sdk/provider';
import { createHeadroom, type LanguageModelPrompt } from '@headroom/core';
import type { ModelMessage, ToolSet } from 'ai';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { majors } from './__fixtures__/majors.ts';
import { hashIn, rowsPrompt } from './__fixtures__/prompts.ts';
import { asLanguageModel, scriptedModel, text, toolCall, type ModelStep, type ScriptedModel } from './__fixtures__/scripted-model.ts';
import { rows } from '../../../test/support/machine-rows.ts';
import { headroom, headroomPrepareStep, headroomTools } from './index.ts';

const history = rowsPrompt as unknown as ModelMessage[];
const list: ModelStep = () => [toolCall('u1', 'list_rows', {})];
const retrieve: ModelStep = (options) => [text('I look. '), toolCall('h1', 'headroom_retrieve', { ...hashIn(options), path: '$[55]' })];
const answer: ModelStep = () => [text('Row 177.')];
const middleware = () => headroom({ offload: 'never' });

function expectPrefixes(model: ScriptedModel): void {
  const prompts = model.calls.map(({ prompt }) => JSON.stringify(prompt).slice(0, -1));
  for (const [index, prompt] of prompts.entries()) expect(prompt.startsWith(prompts[index - 1] ?? '')).toBe(true);
}

describe.each(majors)('$name', ({ name, ai, steps, uiMessage }) => {
  const version = name === 'ai 6' ? 'v3' : 'v4';
  const scripted = (...script: ModelStep[]) => scriptedModel(script, version);
  const wrap = (model: ScriptedModel) => ai.wrapLanguageModel({ model: asLanguageModel(model), middleware: middleware() });
  const tools: ToolSet = { list_rows: ai.tool({ inputSchema: z.object({}), execute: () => rows }) };

  it('answers in one step where the caller has no tools and allows one step', async () => {
    const model = scripted(retrieve, answer);
    const result = await ai.generateText({ model: wrap(model), messages: history });
    expect(result.text).toContain('Row 177.');
    expect([result.steps.length, result.finishReason, model.calls.length]).toEqual([1, 'stop', 2]);
    expect(result.dynamicToolCalls.map(({ toolName }) => toolName)).toEqual(['headroom_retrieve']);
  });

  it('ToolLoopAgent works as it is, generating and streaming', async () => {
    const models = [scripted(list, retrieve, answer), scripted(list, retrieve, answer)] as const;
    const [generating, streaming] = models.map((model) => new ai.ToolLoopAgent({ model: wrap(model), tools }));
    expect((await generating!.generate({ prompt: 'q' })).text).toContain('Row 177.');
    expect(await (await streaming!.stream({ prompt: 'q' })).text).toContain('Row 177.');
    models.forEach(expectPrefixes);
    const [generated, streamed] = models.map(({ calls }) => JSON.stringify(calls.map((call) => [call.prompt, call.tools])));
    expect(streamed).toBe(generated);
  });

  it('works through wrapProvider and through a provider registry', async () => {
    const [first, second] = [scripted(retrieve, answer), scripted(retrieve, answer)];
    const provider = ai.wrapProvider({
      provider: ai.customProvider({ languageModels: { a: asLanguageModel(first) } }),
      languageModelMiddleware: middleware(),
    });
    expect((await ai.generateText({ model: provider.languageModel('a'), messages: history })).text).toContain('Row 177.');
    const registry = ai.createProviderRegistry(
      { p: ai.customProvider({ languageModels: { a: asLanguageModel(second) } }) },
      { languageModelMiddleware: middleware() },
    );
    expect((await ai.generateText({ model: registry.languageModel('p:a'), messages: history })).text).toContain('Row 177.');
  });

  it('structured output parses, generated and streamed, and the prose comes back as text in the next request', async () => {
    const output = ai.Output.object({ schema: z.object({ row: z.number() }) });
    const json: ModelStep = () => [text('{"row":177}')];
    const shape = { messages: history, tools, output, stopWhen: steps(5) };
    const generated = await ai.generateText({ model: wrap(scripted(retrieve, json)), ...shape });
    expect(generated.output).toEqual({ row: 177 });

    const model = scripted(retrieve, json, answer);
    const wrapped = wrap(model);
    const streamed = ai.streamText({ model: wrapped, ...shape });
    const message = await uiMessage(streamed as never, tools);
    expect(await streamed.output).toEqual({ row: 177 });
    const next = await ai.convertToModelMessages([message], { tools });
    await ai.generateText({ model: wrapped, messages: [...history, ...next, { role: 'user', content: 'thanks' }], tools });
    expectPrefixes(model);
    expect(model.calls[2]?.prompt[3]).toMatchObject({
      role: 'assistant',
      content: [{ type: 'text', text: 'I look. ' }, { type: 'tool-call' }],
    });
  });

  it('generateObject and streamObject work as they are: no tool, nothing left out', async () => {
    const schema = z.object({ row: z.number() });
    const model = scripted(
      () => [text('{"row":1}')],
      () => [text('{"row":2}')],
    );
    expect((await ai.generateObject({ model: wrap(model), schema, messages: history })).object).toEqual({ row: 1 });
    const streamed = ai.streamObject({ model: wrap(model), schema, messages: history });
    const partial: unknown[] = [];
    for await (const object of streamed.partialObjectStream) partial.push(object);
    expect(partial.at(-1)).toEqual({ row: 2 });
    expect(model.calls.map((call) => call.tools)).toEqual([undefined, undefined]);
    expect(JSON.stringify(model.calls)).not.toContain('<<ccr:');
  });

  it.each(['auto', 'none', 'required'] as const)('toolChoice %s is kept, and the tools are the same', async (toolChoice) => {
    const model = scripted(toolChoice === 'none' ? answer : retrieve, toolChoice === 'none' ? answer : list);
    const result = await ai.generateText({ model: wrap(model), messages: history, tools, toolChoice });
    expect(model.calls.map((call) => [call.toolChoice?.type, call.tools?.map((tool) => tool.name)])).toEqual(
      model.calls.map(() => [toolChoice, ['list_rows', 'headroom_retrieve']]),
    );
    expect(result.staticToolCalls.map(({ toolName }) => toolName)).toEqual(toolChoice === 'none' ? [] : ['list_rows']);
  });

  it('toolChoice required ends at the bound where the model only retrieves', async () => {
    const model = scripted(...Array.from({ length: 9 }, () => retrieve));
    const wrapped = ai.wrapLanguageModel({ model: asLanguageModel(model), middleware: headroom({ offload: 'never', maximumRounds: 1 }) });
    const result = await ai.generateText({ model: wrapped, messages: history, tools, toolChoice: 'required' });
    expect([result.steps.length, model.calls.length, result.staticToolCalls.length]).toEqual([1, 3, 0]);
  });

  it('toolChoice of one tool is kept, and the tools are the same', async () => {
    const model = scripted(list);
    await ai.generateText({ model: wrap(model), messages: history, tools, toolChoice: { type: 'tool', toolName: 'list_rows' } });
    expect(model.calls[0]).toMatchObject({
      toolChoice: { type: 'tool', toolName: 'list_rows' },
      tools: [{ name: 'list_rows' }, { name: 'headroom_retrieve' }],
    });
  });

  it('I13: savings and rounds are in the step, at its end, and in UI metadata', async () => {
    const result = await ai.generateText({ model: wrap(scripted(retrieve, answer)), messages: history });
    expect(result.steps[0]?.usage.inputTokens).toBe(300);
    expect(result.providerMetadata).toMatchObject({
      headroom: { rounds: [{ inputTokens: { total: 100 } }, { inputTokens: { total: 200 } }] },
    });
    const streamed = ai.streamText({ model: wrap(scripted(retrieve, answer)), messages: history });
    const message = await uiMessage(streamed as never, {});
    expect(await streamed.providerMetadata).toMatchObject({ headroom: { tokensSaved: expect.any(Number) as number } });
    expect(message.metadata).toMatchObject({ headroom: { tokensSaved: expect.any(Number) as number, rounds: [{}, {}] } });
  });

  it('a later round that stays overloaded costs the first round once', async () => {
    const overloaded = () => new APICallError({ message: 'overloaded', url: '', requestBodyValues: {}, statusCode: 503 });
    const model = scripted(retrieve, ...Array.from({ length: 20 }, () => overloaded));
    const wrapped = ai.wrapLanguageModel({ model: asLanguageModel(model), middleware: headroom({ offload: 'never', retryDelayMs: 1 }) });
    await expect(ai.generateText({ model: wrapped, messages: history })).rejects.toThrow('overloaded');
    expect(model.calls).toHaveLength(4);
  });

  it('tells of a later round that fails through onError', async () => {
    const errors: unknown[] = [];
    const result = ai.streamText({
      model: wrap(scripted(retrieve, () => new Error('round two'))),
      messages: history,
      onError: ({ error }) => void errors.push(error),
    });
    await result.consumeStream();
    expect(errors.map(String)).toEqual(['Error: round two']);
    expect(await result.finishReason).toBe('error');
  });

  it('an abort in a later round is an abort to the caller', async () => {
    const controller = new AbortController();
    const inner = scripted(retrieve);
    const model: ScriptedModel = {
      ...inner,
      doStream: (options) => {
        if (inner.calls.length === 0) return inner.doStream(options);
        controller.abort();
        return new Promise((_resolve, reject) => (options.abortSignal?.aborted === true ? reject(options.abortSignal.reason) : undefined));
      },
    };
    let aborted = 0;
    const result = ai.streamText({
      model: wrap(model),
      messages: history,
      abortSignal: controller.signal,
      onAbort: () => void (aborted += 1),
    });
    await result.consumeStream();
    expect(aborted).toBe(1);
  });

  it('a V3 model works, also under ai 7', async () => {
    const model = scriptedModel([retrieve, answer], 'v3');
    const wrapped = ai.wrapLanguageModel({ model: model as never, middleware: middleware() });
    expect((await ai.generateText({ model: wrapped, messages: history })).text).toContain('Row 177.');
  });

  it('does not fool a repair function, and leaves other middleware alone', async () => {
    let repairs = 0;
    const model = ai.wrapLanguageModel({
      model: asLanguageModel(scripted(retrieve, answer)),
      middleware: [ai.extractReasoningMiddleware({ tagName: 'think' }), middleware()],
    });
    const repair = { experimental_repairToolCall: () => Promise.resolve(((repairs += 1), null)) };
    expect((await ai.generateText({ model, messages: history, tools, ...repair })).text).toContain('Row 177.');
    expect(repairs).toBe(0);
  });

  describe("the tool in the caller's own set", () => {
    const toolText = (prompt: LanguageModelPrompt | undefined): string => JSON.stringify(prompt?.at(-1));

    it('is run by the caller, beside a middleware that shares the engine', async () => {
      const engine = createHeadroom({ offload: 'never' });
      const model = scripted(list, retrieve, answer);
      const wrapped = ai.wrapLanguageModel({ model: asLanguageModel(model), middleware: headroom({ headroom: engine }) });
      const set = { ...tools, ...headroomTools({ headroom: engine }) };
      const result = await ai.generateText({ model: wrapped, prompt: 'q', tools: set, stopWhen: steps(5) });
      expect([result.steps.length, result.text]).toEqual([3, 'Row 177.']);
      expect(toolText(model.calls[2]?.prompt)).toContain('"type":"text"');
      expect(toolText(model.calls[2]?.prompt)).toContain('checked by agent');
      expect(model.calls[0]?.tools?.map((tool) => tool.name)).toEqual(['list_rows', 'headroom_retrieve']);
      expectPrefixes(model);
    });

    it('I2: with prepareStep and one engine, markers go out and are redeemed', async () => {
      const engine = createHeadroom({ offload: 'never' });
      const model = scripted(list, retrieve, answer);
      const set = { ...tools, ...headroomTools({ headroom: engine }) };
      const prepareStep = headroomPrepareStep({ headroom: engine });
      const result = await ai.generateText({ model: asLanguageModel(model), prompt: 'q', tools: set, prepareStep, stopWhen: steps(5) });
      expect(result.text).toBe('Row 177.');
      expect(JSON.stringify(model.calls[1]?.prompt)).toContain('<<ccr:');
      expect(toolText(model.calls[2]?.prompt)).toContain('checked by agent');
      expect(JSON.stringify(result.steps.map(({ content }) => content))).not.toContain('<<ccr:');
      expectPrefixes(model);
    });

    it('I2: prepareStep without the tool of its engine leaves nothing out', async () => {
      const model = scripted(list, answer);
      await ai.generateText({
        model: asLanguageModel(model),
        prompt: 'q',
        tools,
        prepareStep: headroomPrepareStep({ offload: 'never' }),
        stopWhen: steps(5),
      });
      expect(JSON.stringify(model.calls[1]?.prompt)).not.toContain('<<ccr:');
    });

    it('caps repeats of the same request', async () => {
      const engine = createHeadroom({ offload: 'never' });
      const model = scripted(list, retrieve, retrieve, retrieve, answer);
      const wrapped = ai.wrapLanguageModel({ model: asLanguageModel(model), middleware: headroom({ headroom: engine }) });
      await ai.generateText({
        model: wrapped,
        prompt: 'q',
        tools: { ...tools, ...headroomTools({ headroom: engine }) },
        stopWhen: steps(9),
      });
      expect(toolText(model.calls[3]?.prompt)).toContain('checked by agent');
      expect(toolText(model.calls[4]?.prompt)).toContain('answered before');
    });
  });
});
