import { createAnswerMemo, createAnswerTokens, createLedger, retrieveRequestsIn, type Headroom } from '@headroom/core';
import { answersIn } from './exchange/answers-in.ts';
import { generateWithRetrieval } from './loop/generate.ts';
import { createRecord } from './loop/report.ts';
import type { Loop } from './loop/rounds.ts';
import { generateOnce, streamOnce } from './loop/single-round.ts';
import { streamWithRetrieval } from './loop/stream.ts';
import { resolveOptions, type HeadroomAiSdkOptions } from './options.ts';
import { createMarkerGuard } from './loop/marker-guard.ts';
import { prepareRequest, type RequestFacts } from './request/prepare-request.ts';
import type { AnyMiddleware, AnyModel } from './specification/middleware.ts';
import type { CallOptions, GenerateResult, Model, StreamResult } from './specification/model.ts';

/** The middleware, with the engine that it uses. */
export interface HeadroomMiddleware extends AnyMiddleware {
  /** For figures, for retrieving by hand, and to share with `headroomTools`. */
  readonly headroom: Headroom;
}

/**
 * Makes a language model middleware that compresses bulky tool results in every outgoing prompt, keeps the originals, and lets the model read any of them
 * again. Works with `wrapLanguageModel` of ai 7 and ai 6, for generating and streaming.
 *
 * The caller's messages, history and UI keep the originals; only the prompt changes.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const model = wrapLanguageModel({ model: openai('gpt-5'), middleware: headroom() });
 * const { text } = await generateText({ model, tools, prompt });
 */
export function headroom(options: HeadroomAiSdkOptions = {}): HeadroomMiddleware {
  const resolved = resolveOptions(options);
  const memo = createAnswerMemo(resolved.engine);
  const answerTokens = createAnswerTokens(resolved.engine);
  // What transformParams returns is the very object that wrapGenerate and wrapStream are handed: state of a call hangs on it, not on a global.
  const requests = new WeakMap<object, RequestFacts>();

  function startLoop(params: CallOptions, model: Model): Loop | undefined {
    const request = requests.get(params);
    if (request === undefined || resolved.mode === 'off') return undefined;
    return {
      model,
      params,
      answeredBy: request.answeredBy,
      ledger: createLedger({ memo, scope: request.scope, asked: retrieveRequestsIn(params.prompt), maximumRounds: resolved.maximumRounds }),
      record: createRecord({
        receipt: request.receipt,
        sent: params.prompt,
        retrievedTokens: (prompt) => answerTokens(answersIn(prompt), resolved.model ?? model.modelId),
      }),
      guard: createMarkerGuard({ handles: request.receipt?.handles ?? [], policy: resolved.markersInArguments, onLeak: resolved.onEvent }),
      maximumRounds: resolved.maximumRounds,
      retry: { maximumRetries: resolved.maximumRetries, initialDelayMs: resolved.retryDelayMs, abortSignal: params.abortSignal },
    };
  }

  async function transform(params: CallOptions, model: Model): Promise<CallOptions> {
    try {
      const { params: sent, facts } = await prepareRequest(params, model, resolved, memo);
      requests.set(sent, facts);
      return sent;
    } catch (error) {
      // A prompt of a shape that no framework makes: the model call goes on without us (I6).
      resolved.onEvent({ type: 'prompt-passed', error });
      return params;
    }
  }

  async function generate(first: () => PromiseLike<GenerateResult>, params: CallOptions, model: Model): Promise<GenerateResult> {
    const loop = startLoop(params, model);
    if (loop === undefined) return await first();
    return loop.answeredBy === 'middleware' ? await generateWithRetrieval(loop, first) : generateOnce(await first(), loop);
  }

  async function stream(first: () => PromiseLike<StreamResult>, params: CallOptions, model: Model): Promise<StreamResult> {
    const loop = startLoop(params, model);
    if (loop === undefined) return await first();
    return loop.answeredBy === 'middleware' ? await streamWithRetrieval(loop, first) : streamOnce(await first(), loop);
  }

  return {
    specificationVersion: 'v3',
    headroom: resolved.engine,
    transformParams: <Params>({ params, model }: { params: Params; model: AnyModel }) =>
      transform(params as CallOptions, model as unknown as Model) as Promise<Params>,
    wrapGenerate: <Result, Params>({
      doGenerate,
      params,
      model,
    }: {
      doGenerate: () => PromiseLike<Result>;
      params: Params;
      model: AnyModel;
    }) => generate(doGenerate as () => PromiseLike<GenerateResult>, params as CallOptions, model as unknown as Model) as Promise<Result>,
    wrapStream: <Result, Params>({ doStream, params, model }: { doStream: () => PromiseLike<Result>; params: Params; model: AnyModel }) =>
      stream(doStream as () => PromiseLike<StreamResult>, params as CallOptions, model as unknown as Model) as Promise<Result>,
  };
}
