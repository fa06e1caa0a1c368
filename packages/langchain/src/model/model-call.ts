import { createAnswerMemo, createAnswerTokens, createLedger } from '@headroom/core';
import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import type { ChatModelStreamEvent } from '@langchain/core/language_models/event';
import type { BaseMessage } from '@langchain/core/messages';
import type { ChatGenerationChunk, ChatResult } from '@langchain/core/outputs';
import { answersIn, requestsIn } from '../exchange/retrievals-in.ts';
import { collectChunks } from '../loop/collect.ts';
import { generateWithRetrieval } from '../loop/generate.ts';
import { createRecord } from '../loop/report.ts';
import type { Loop } from '../loop/rounds.ts';
import { streamWithRetrieval } from '../loop/stream.ts';
import { streamEventsWithRetrieval } from '../loop/stream-events.ts';
import type { ResolvedOptions } from '../options.ts';
import { createMarkerGuard } from '../loop/marker-guard.ts';
import { createOfferTool } from '../request/offer-tool.ts';
import { prepareRequest } from '../request/prepare-request.ts';
import { asksForJson } from '../request/structured-request.ts';
import { toolNames } from '../request/tool-names.ts';
import { modelId, type InnerModel, type ModelOptions } from '../request/inner-model.ts';
import { streamsPlainText } from './plain-text.ts';
import { resolveInner } from './resolve-inner.ts';

/** The three ways in which LangChain calls a model, with Headroom in between. */
export interface ModelCall {
  generate(messages: BaseMessage[], options: ModelOptions, runManager?: CallbackManagerForLLMRun): Promise<ChatResult>;
  stream(messages: BaseMessage[], options: ModelOptions, runManager?: CallbackManagerForLLMRun): AsyncGenerator<ChatGenerationChunk>;
  streamEvents(messages: BaseMessage[], options: ModelOptions, runManager?: CallbackManagerForLLMRun): AsyncGenerator<ChatModelStreamEvent>;
}

/** Makes the calls of one engine. What it remembers serves every model that is wrapped with the same options. */
export function createModelCall(resolved: ResolvedOptions): (inner: InnerModel) => ModelCall {
  const memo = createAnswerMemo(resolved.engine);
  const answerTokens = createAnswerTokens(resolved.engine);
  const offerTool = createOfferTool();

  async function startLoop(
    wrapped: InnerModel,
    messages: BaseMessage[],
    given: ModelOptions,
  ): Promise<Loop & { readonly plainText: boolean }> {
    const { inner, options } = await resolveInner(wrapped, given);
    const request = await prepareRequest({ inner, messages, options }, resolved, memo, offerTool);
    const { receipt, scope, answeredBy } = request;
    const model = resolved.model ?? modelId(inner);
    const offered = toolNames(options['tools']).length;
    return {
      inner,
      options: request.options,
      prompt: request.messages,
      answers: answeredBy === 'model',
      ledger: createLedger({ memo, scope, asked: requestsIn(request.messages), maximumRounds: resolved.maximumRounds }),
      resolve: request.resolve,
      record: createRecord({ receipt, sent: request.messages, retrievedTokens: (sent) => answerTokens(answersIn(sent), model) }),
      guard: createMarkerGuard({ handles: receipt?.handles ?? [], policy: resolved.markersInArguments, onLeak: resolved.onEvent }),
      maximumRounds: resolved.maximumRounds,
      json: asksForJson(options),
      plainText: answeredBy === 'model' && offered === 0 && streamsPlainText(inner, messages),
    };
  }

  return (wrapped) => {
    async function* stream(
      messages: BaseMessage[],
      options: ModelOptions,
      runManager: CallbackManagerForLLMRun | undefined,
    ): AsyncGenerator<ChatGenerationChunk> {
      const loop = await startLoop(wrapped, messages, options);
      if (resolved.mode === 'off') yield* loop.inner._streamResponseChunks([...loop.prompt], loop.options, runManager);
      else yield* streamWithRetrieval(loop, runManager, loop.plainText);
    }

    return {
      stream,
      async generate(messages, options, runManager) {
        const loop = await startLoop(wrapped, messages, options);
        const { inner, prompt } = loop;
        const off = resolved.mode === 'off';
        if (inner.streaming === true) {
          return collectChunks(
            off
              ? inner._streamResponseChunks([...prompt], loop.options, runManager)
              : streamWithRetrieval(loop, runManager, loop.plainText),
          );
        }
        return off ? inner._generate([...prompt], loop.options, runManager) : generateWithRetrieval(loop, runManager);
      },
      async *streamEvents(messages, options, runManager) {
        const loop = await startLoop(wrapped, messages, options);
        if (resolved.mode === 'off') yield* loop.inner._streamChatModelEvents([...loop.prompt], loop.options, runManager);
        else yield* streamEventsWithRetrieval(loop);
      },
    };
  };
}
