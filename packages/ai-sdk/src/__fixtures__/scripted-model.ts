import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Content, Usage } from '../specification/content.ts';
import type { CallOptions, GenerateResult, Model, StreamResult } from '../specification/model.ts';
import type { StreamPart } from '../specification/stream-part.ts';

// The scripted model warns, so that a test can see what becomes of warnings; the framework need not print them.
(globalThis as { AI_SDK_LOG_WARNINGS?: boolean }).AI_SDK_LOG_WARNINGS = false;

/** What the model says to one request; an error is thrown. */
export type ModelStep = (options: CallOptions) => readonly Content[] | Error | Promise<readonly Content[]>;

/** A model that plays steps and remembers what it was asked. */
export interface ScriptedModel extends Model {
  readonly calls: CallOptions[];
}

export const usageOf = (input: number, output: number): Usage => ({
  inputTokens: { total: input, noCache: input, cacheRead: 0, cacheWrite: undefined },
  outputTokens: { total: output, text: output, reasoning: 0 },
});

/** Makes a model of either specification. The n-th call costs 100 n input and 10 output tokens. */
export function scriptedModel(steps: readonly ModelStep[], specificationVersion: 'v3' | 'v4' = 'v4'): ScriptedModel {
  const calls: CallOptions[] = [];
  async function next(options: CallOptions): Promise<{ content: readonly Content[]; usage: Usage; number: number }> {
    calls.push(options);
    const number = calls.length;
    const said = await steps[number - 1]?.(options);
    if (said === undefined) throw new Error(`no step ${number}`);
    if (said instanceof Error) throw said;
    return { content: said, usage: usageOf(100 * number, 10), number };
  }
  return {
    specificationVersion,
    provider: 'scripted',
    modelId: 'scripted-model',
    supportedUrls: {},
    calls,
    async doGenerate(options): Promise<GenerateResult> {
      const { content, usage, number } = await next(options);
      return { content, usage, finishReason: finishOf(content), warnings: [{ type: 'other', message: 'said once' }], providerMetadata: { scripted: { number } } };
    },
    async doStream(options): Promise<StreamResult> {
      const { content, usage, number } = await next(options);
      const parts: StreamPart[] = [
        { type: 'stream-start', warnings: [] } as StreamPart,
        ...content.flatMap((part, index) => partsOf(part, String(index))),
        { type: 'finish', finishReason: finishOf(content), usage, providerMetadata: { scripted: { number } } },
      ];
      return { stream: streamOf(parts) };
    },
  } as ScriptedModel;
}

/** The same model as the AI SDK's types know it. */
export function asLanguageModel(model: Model): LanguageModelV4 {
  return model as unknown as LanguageModelV4;
}

function finishOf(content: readonly Content[]): { unified: string; raw: string } {
  return content.some(({ type }) => type === 'tool-call') ? { unified: 'tool-calls', raw: 'calls' } : { unified: 'stop', raw: 'end' };
}

function partsOf(part: Content, id: string): StreamPart[] {
  switch (part.type) {
    case 'text':
    case 'reasoning': {
      const pieces = part.text.match(/[\s\S]{1,4}/g) ?? [];
      return [
        { type: `${part.type}-start`, id },
        ...pieces.map((delta): StreamPart => ({ type: `${part.type}-delta`, id, delta })),
        { type: `${part.type}-end`, id, ...(part.providerMetadata === undefined ? {} : { providerMetadata: part.providerMetadata }) },
      ];
    }
    case 'tool-call': {
      const { providerExecuted, dynamic } = part;
      const flags = { ...(providerExecuted === undefined ? {} : { providerExecuted }), ...(dynamic === undefined ? {} : { dynamic }) };
      return [
        { type: 'tool-input-start', id: part.toolCallId, toolName: part.toolName, ...flags },
        { type: 'tool-input-delta', id: part.toolCallId, delta: part.input },
        { type: 'tool-input-end', id: part.toolCallId },
        part,
      ];
    }
    default:
      return [part];
  }
}

export const text = (value: string): Content => ({ type: 'text', text: value });

export const toolCall = (toolCallId: string, toolName: string, input: unknown): Content => ({
  type: 'tool-call',
  toolCallId,
  toolName,
  input: typeof input === 'string' ? input : JSON.stringify(input),
});

/** A stream of these parts. */
export function streamOf(parts: readonly StreamPart[]): ReadableStream<StreamPart> {
  const waiting = [...parts];
  return new ReadableStream<StreamPart>({
    pull(controller) {
      const part = waiting.shift();
      if (part === undefined) controller.close();
      else controller.enqueue(part);
    },
  });
}

/** All parts of a stream. */
export async function partsIn(stream: ReadableStream<StreamPart>): Promise<StreamPart[]> {
  const parts: StreamPart[] = [];
  for await (const part of stream as unknown as AsyncIterable<StreamPart>) parts.push(part);
  return parts;
}
