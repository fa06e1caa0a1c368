import { APICallError } from '@ai-sdk/provider';
import { wrapLanguageModel as wrapWithAi6 } from 'ai6';
import { describe, expect, it } from 'vitest';
import { hashIn, rowsPrompt, wrapped } from '../__fixtures__/prompts.ts';
import {
  partsIn,
  scriptedModel,
  streamOf,
  text,
  toolCall,
  usageOf,
  type ModelStep,
  type ScriptedModel,
} from '../__fixtures__/scripted-model.ts';
import { headroom } from '../middleware.ts';
import type { StreamPart } from '../specification/stream-part.ts';

const outline = (parts: readonly StreamPart[]): string[] =>
  parts.map((part) => ('id' in part ? `${part.type} ${part.id}` : 'toolCallId' in part ? `${part.type} ${part.toolCallId}` : part.type));
const retrieve: ModelStep = (options) => [text('Look.'), toolCall('h1', 'headroom_retrieve', hashIn(options))];
const answer: ModelStep = () => [text('Row.')];
const streamed = async (
  model: ScriptedModel,
  ...[options, request]: [Parameters<typeof wrapped>[1]?, Parameters<ReturnType<typeof wrapped>['stream']>[0]?]
) => partsIn((await wrapped(model, options).stream(request)).stream);

/** A stream whose parts the test feeds by hand. */
function manual(): { stream: ReadableStream<StreamPart>; push(part: StreamPart): void; fail(error: unknown): void; cancelled(): unknown } {
  let controller: ReadableStreamDefaultController<StreamPart> | undefined;
  let cancelled: unknown;
  const stream = new ReadableStream<StreamPart>({
    start(made) {
      controller = made;
    },
    cancel(reason) {
      cancelled = reason;
    },
  });
  return { stream, push: (part) => controller?.enqueue(part), fail: (error) => controller?.error(error), cancelled: () => cancelled };
}

/** A model that gives out these streams, one per call. */
function streaming(...streams: readonly (ReadableStream<StreamPart> | Promise<ReadableStream<StreamPart>>)[]): ScriptedModel {
  const model = scriptedModel([]);
  return {
    ...model,
    doStream: async (options) => {
      model.calls.push(options);
      const stream = await streams[model.calls.length - 1];
      if (stream === undefined) throw new Error('no further stream');
      return { stream };
    },
  };
}

const finish = (unified: string): StreamPart => ({ type: 'finish', usage: usageOf(1, 1), finishReason: { unified, raw: unified } });

describe('streaming', () => {
  it('is one stream: one start, one finish, ids of later rounds out of the way', async () => {
    expect(outline(await streamed(scriptedModel([retrieve, answer]))).filter((part) => part !== 'ping')).toEqual([
      'stream-start',
      'text-start 0',
      'text-delta 0',
      'text-delta 0',
      'text-end 0',
      'tool-input-start h1',
      'tool-input-delta h1',
      'tool-input-end h1',
      'tool-call h1',
      'tool-result h1',
      'text-start headroom-1-0',
      'text-delta headroom-1-0',
      'text-end headroom-1-0',
      'finish',
    ]);
  });

  it('shows the call as run by the provider, and a pointer for its result', async () => {
    const parts = await streamed(scriptedModel([retrieve, answer]));
    expect(parts.find(({ type }) => type === 'tool-input-start')).toMatchObject({ providerExecuted: true, dynamic: true });
    expect(parts.find(({ type }) => type === 'tool-call')).toMatchObject({ providerExecuted: true, dynamic: true });
    expect(parts.find(({ type }) => type === 'tool-result')).toMatchObject({ result: { headroom: 'retrieved', round: 0 } });
    expect(JSON.stringify(parts)).not.toContain('checked by agent');
  });

  it('I13: the finish sums usage and tells the rounds', async () => {
    const parts = await streamed(scriptedModel([retrieve, answer]));
    expect(parts.at(-1)).toMatchObject({
      type: 'finish',
      usage: { inputTokens: { total: 300 }, outputTokens: { total: 20 } },
      providerMetadata: {
        scripted: { number: 2 },
        headroom: { rounds: [{ inputTokens: { total: 100 } }, { inputTokens: { total: 200 } }] },
      },
    });
  });

  it('gives every part out as soon as the provider does', async () => {
    const provider = manual();
    const reader = (await wrapped(streaming(provider.stream)).stream()).stream.getReader();
    for (const part of [
      { type: 'text-start', id: '1' },
      { type: 'text-delta', id: '1', delta: 'a' },
      { type: 'text-delta', id: '1', delta: 'b' },
    ] as const) {
      provider.push(part);
      expect((await reader.read()).value).toEqual(part);
    }
  });

  it('reads nothing ahead of its reader', async () => {
    let pulled = 0;
    const endless = new ReadableStream<StreamPart>(
      {
        pull(controller) {
          pulled += 1;
          controller.enqueue({ type: 'text-delta', id: '1', delta: 'x' });
        },
      },
      { highWaterMark: 0 },
    );
    const reader = (await wrapped(streaming(endless)).stream()).stream.getReader();
    expect(pulled).toBe(0);
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(pulled).toBe(1);
  });

  it('cancels the stream of a provider that has fallen silent', async () => {
    const provider = manual();
    const reader = (await wrapped(streaming(provider.stream)).stream()).stream.getReader();
    const pending = reader.read();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await reader.cancel('enough');
    expect(provider.cancelled()).toBe('enough');
    expect(await pending).toMatchObject({ done: true });
  });

  it('cancels the request of a later round that has not answered yet', async () => {
    const first = scriptedModel([retrieve]);
    let signal: AbortSignal | undefined;
    const model: ScriptedModel = {
      ...first,
      doStream: async (options) => {
        if (first.calls.length === 0) return first.doStream(options);
        signal = options.abortSignal;
        return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal?.reason)));
      },
    };
    const reader = (await wrapped(model).stream()).stream.getReader();
    while (signal === undefined) await reader.read();
    await reader.cancel('enough');
    expect(signal.aborted).toBe(true);
  });

  it('cancels a stream that opens after its caller has gone', async () => {
    const first = scriptedModel([retrieve]);
    const late = manual();
    let open: (() => void) | undefined;
    const model: ScriptedModel = {
      ...first,
      doStream: (options) =>
        first.calls.length === 0 ? first.doStream(options) : new Promise((resolve) => (open = () => resolve({ stream: late.stream }))),
    };
    const reader = (await wrapped(model).stream()).stream.getReader();
    while (open === undefined) await reader.read();
    await reader.cancel();
    open();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await expect(late.stream.getReader().read()).resolves.toMatchObject({ done: true });
  });

  it('pings a V4 caller while the next round is awaited, and never a V3 caller', async () => {
    const pings = (parts: readonly StreamPart[]): number => parts.filter(({ type }) => type === 'ping').length;
    expect(pings(await streamed(scriptedModel([retrieve, answer], 'v4')))).toBeGreaterThan(0);
    // The version is that of the model inside: what `ai` 6 hands its middleware is V3.
    const inner = scriptedModel([retrieve, answer], 'v3');
    const { stream } = await wrapWithAi6({ model: inner as never, middleware: headroom({ offload: 'never' }) }).doStream({
      prompt: rowsPrompt as never,
    });
    expect(pings(await partsIn(stream as unknown as ReadableStream<StreamPart>))).toBe(0);
  });

  it('tells of a later round that fails by an error part and a finish', async () => {
    const parts = await streamed(scriptedModel([retrieve, () => new Error('second')]));
    expect(parts.slice(-2)).toMatchObject([
      { type: 'error', error: { message: 'second' } },
      { type: 'finish', finishReason: { unified: 'error' }, usage: { inputTokens: { total: 100 } } },
    ]);
  });

  it('retries a later round whose error is retryable', async () => {
    const overloaded = new APICallError({ message: 'overloaded', url: '', requestBodyValues: {}, statusCode: 529, isRetryable: true });
    const parts = await streamed(scriptedModel([retrieve, () => overloaded, answer]), { retryDelayMs: 1 });
    expect(parts.some(({ type }) => type === 'error')).toBe(false);
    expect(parts.at(-1)).toMatchObject({ type: 'finish', finishReason: { unified: 'stop' } });
  });

  it('ends after an error part of the provider, without asking again', async () => {
    const broken = streamOf([
      { type: 'tool-call', toolCallId: 'h', toolName: 'headroom_retrieve', input: '{}' },
      { type: 'error', error: new Error('mid') },
      finish('error'),
    ]);
    const model = streaming(broken);
    expect(outline(await streamed(model))).toEqual(['tool-call h', 'error', 'tool-result h', 'finish']);
    expect(model.calls).toHaveLength(1);
  });

  it('fails where the stream of the provider fails', async () => {
    const provider = manual();
    const { stream } = await wrapped(streaming(provider.stream)).stream();
    provider.fail(new Error('connection lost'));
    await expect(partsIn(stream)).rejects.toThrow('connection lost');
  });

  it('an abort between rounds fails the stream with its reason', async () => {
    const controller = new AbortController();
    const model = scriptedModel([
      (options) => {
        setTimeout(() => controller.abort(new Error('enough')), 5);
        return retrieve(options);
      },
      () => new Promise(() => undefined),
    ]);
    const waiting: ScriptedModel = {
      ...model,
      doStream: (options) =>
        model.calls.length === 0
          ? model.doStream(options)
          : new Promise((_resolve, reject) => options.abortSignal?.addEventListener('abort', () => reject(options.abortSignal?.reason))),
    };
    await expect(streamed(waiting, {}, { abortSignal: controller.signal })).rejects.toThrow('enough');
  });

  it('shows prose before a retrieval as reasoning where the answer must be JSON, and streams the JSON', async () => {
    const other = [{ type: 'function', name: 'other', inputSchema: {} }] as const;
    const parts = await streamed(
      scriptedModel([retrieve, () => [text('{"row":177}')]]),
      {},
      { responseFormat: { type: 'json' }, tools: other },
    );
    const blocks = outline(parts).filter((line) => line.startsWith('text') || line.startsWith('reasoning'));
    expect(blocks.slice(0, 4)).toEqual(['reasoning-start 0', 'reasoning-delta 0', 'reasoning-delta 0', 'reasoning-end 0']);
    expect(blocks.slice(4)).toEqual([
      'text-start headroom-1-0',
      ...Array.from({ length: 3 }, () => 'text-delta headroom-1-0'),
      'text-end headroom-1-0',
    ]);
  });

  it('leaves prose text where no retrieval follows, even where the answer must be JSON', async () => {
    const parts = await streamed(
      scriptedModel([answer]),
      {},
      { responseFormat: { type: 'json' }, tools: [{ type: 'function', name: 'other', inputSchema: {} }] },
    );
    expect(outline(parts)).toEqual(['stream-start', 'text-start 0', 'text-delta 0', 'text-end 0', 'finish']);
  });
});
