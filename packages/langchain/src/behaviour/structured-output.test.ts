import { HumanMessage, type AIMessage } from '@langchain/core/messages';
import { RunnableLambda, RunnableSequence } from '@langchain/core/runnables';
import { FakeListChatModel } from '@langchain/core/utils/testing';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { call, handleIn, say, type FakeRequest } from '../../../../test/support/fake-provider-server/index.ts';
import { callerTools, chunksOf, rowsHistory, runBoth, runOn, sumOf, type Model } from '../__fixtures__/compare.ts';
import { anthropic, chat, responses } from '../__fixtures__/providers.ts';
import { HeadroomChatModel } from '../index.ts';

const schema = z.object({ row: z.number() });
const json = { script: () => ({ parts: [say('{"row":177}')] }) };
const form = { script: () => ({ parts: [call('f1', 'extract', { row: 177 })] }) };
const tools = (request: { toolNames: readonly string[] } | undefined) => request?.toolNames;
type Schema = Parameters<Model['withStructuredOutput']>[0];

const methods = [
  [chat, 'jsonSchema', json],
  [chat, 'functionCalling', form],
  [chat, 'jsonMode', json],
  [responses, 'jsonSchema', json],
  [responses, 'functionCalling', form],
  [anthropic, 'jsonSchema', json],
  [anthropic, 'functionCalling', form],
] as const;

describe.each(methods)('withStructuredOutput of $name', (provider, method, setting) => {
  const ask = (model: Model, includeRaw: boolean, jsonSchema = false) =>
    model
      .withStructuredOutput((jsonSchema ? z.toJSONSchema(schema) : schema) as Schema, { method, name: 'extract', includeRaw } as never)
      .invoke([new HumanMessage('Which row?')]);

  it(`${method}: the same value, from the same request`, async () => {
    const { bare, wrapped } = await runBoth(provider, setting, (model) => ask(model, false));
    expect(wrapped.result).toEqual({ row: 177 });
    expect(wrapped.result).toEqual(bare.result);
    expect(wrapped.requests[0]?.body).toEqual(bare.requests[0]?.body);
  });

  it(`${method}: by a JSON schema, with the message beside the value`, async () => {
    const { bare, wrapped } = await runBoth(provider, setting, (model) => ask(model, true, true));
    expect((wrapped.result as { parsed: unknown }).parsed).toEqual((bare.result as { parsed: unknown }).parsed);
    expect((wrapped.result as unknown as { raw: { content: unknown } }).raw.content).toEqual(
      (bare.result as unknown as { raw: { content: unknown } }).raw.content,
    );
  });

  it(`${method}: I2: no tool is added, hence nothing is left out`, async () => {
    const history = rowsHistory();
    const extracted = { ...setting };
    const { wrapped } = await runBoth(provider, extracted, (model) =>
      model.withStructuredOutput(schema as Schema, { method, name: 'extract' } as never).invoke(history),
    );
    expect(tools(wrapped.requests[0])).not.toContain('headroom_retrieve');
    expect(JSON.stringify(wrapped.requests[0]?.messages)).not.toContain('<<ccr:');
  });
});

describe('JSON answers of an agent that has tools', () => {
  const format = { type: 'json_schema', json_schema: { name: 'answer', schema: z.toJSONSchema(schema) } };
  const steps = [
    // OpenAI's own package refuses such words in a whole answer; in a stream they come.
    ({ body, messages }: FakeRequest) => [
      ...(body.stream === true ? [say('Let me look. ')] : []),
      call('h1', 'headroom_retrieve', { hash: handleIn(messages), path: '$[177]' }),
    ],
    () => [say('{"row":177}')],
  ];
  const script = (request: FakeRequest, before: number) => ({ parts: steps[before % 2]?.(request) ?? [] });
  const bound = (model: Model) => model.bindTools(callerTools, { response_format: format } as never) as unknown as Model;

  it.each(['invoke', 'stream'] as const)('parse although the model talked before it looked (%s)', async (delivery) => {
    const { result } = await runOn(chat, 'wrapped', { script }, async (model) =>
      delivery === 'invoke' ? await bound(model).invoke(rowsHistory()) : sumOf(await chunksOf(bound(model), rowsHistory())),
    );
    expect(result.content).toBe('{"row":177}');
  });

  it('parse from content block events, too', async () => {
    const { result } = await runOn(chat, 'wrapped', { script }, async (model) => {
      const events = model as unknown as { streamEvents(input: unknown, options: object): { output: PromiseLike<AIMessage> } };
      return (await events.streamEvents(rowsHistory(), { tools: callerTools, response_format: format }).output).text;
    });
    expect(result).toBe('{"row":177}');
  });

  it('take our tool in the form that OpenAI demands where all tools are strict', async () => {
    const { requests } = await runOn(chat, 'wrapped', { script }, (model) => bound(model).invoke(rowsHistory()));
    const ours = requests[0]?.body.tools?.at(-1) as unknown as {
      function: { strict: boolean; parameters: { required: string[]; properties: object; additionalProperties: boolean } };
    };
    expect(ours.function.strict).toBe(true);
    expect(ours.function.parameters.additionalProperties).toBe(false);
    expect(ours.function.parameters.required).toEqual(Object.keys(ours.function.parameters.properties));
  });
});

describe('models of other classes', () => {
  class Guarded extends FakeListChatModel {
    readonly #secret = 'kept';
    override bindTools = (tools: unknown[]) => this.withConfig({ tools } as never) as never;
    override withStructuredOutput = function (this: Guarded) {
      const secret = this.#secret;
      return RunnableLambda.from(() => secret);
    } as never;
  }

  it('with private fields get structured output by the general way', () => {
    const model = new HeadroomChatModel(new Guarded({ responses: ['x'] }));
    expect(model.withStructuredOutput(schema)).toMatchObject({ bound: expect.any(RunnableSequence) as unknown });
  });

  it('throw what they throw', () => {
    const inner = anthropic.create('http://127.0.0.1:9/v1');
    expect(() => new HeadroomChatModel(inner).withStructuredOutput(schema, { method: 'guessing' as never })).toThrow('guessing');
  });
});
