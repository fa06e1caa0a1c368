import { compressOrPass, createAnswerMemo, createAnswerTokens, createLedger, type Headroom } from '@headroom/core';
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { createMiddleware } from 'langchain';
import { holdsRetrievals, restoreExchanges } from '../exchange/restore.ts';
import { answersIn, requestsIn } from '../exchange/retrievals-in.ts';
import { askInRounds } from '../loop/generate.ts';
import { createRecord } from '../loop/report.ts';
import { HeadroomChatModel } from '../model/headroom-chat-model.ts';
import { messageLens } from '../messages/message-lens.ts';
import { modelId } from '../request/inner-model.ts';
import { resolveOptions, type HeadroomLangChainOptions } from '../options.ts';
import { createMarkerGuard } from '../loop/marker-guard.ts';
import { offeredEngines } from '../request/offered-engines.ts';
import { offeredTools } from './offered-tools.ts';
import { createAgentTool, runtimeScope } from '../tools.ts';

/** Options of `headroomMiddleware`. */
export type HeadroomMiddlewareOptions = HeadroomLangChainOptions;

/** The middleware, with the engine that it uses. */
export type HeadroomMiddleware = ReturnType<typeof createMiddleware> & {
  /** For figures, for retrieving by hand, and to share with other adapters. */
  readonly headroom: Headroom;
};

/**
 * Makes a middleware for `createAgent`: it compresses bulky tool results in the request to the model, and gives the agent the tool to read any original again.
 *
 * Only the request changes: graph state and checkpoints keep the originals, and what was retrieved stands in them as a small pointer. Put it last among the middleware, so that
 * it sees the request as it goes out.
 *
 * @throws HeadroomError `invalid-option`
 * @example
 * const agent = createAgent({ model: 'openai:gpt-5', tools, middleware: [headroomMiddleware()] });
 */
export function headroomMiddleware(options: HeadroomMiddlewareOptions = {}): HeadroomMiddleware {
  const resolved = resolveOptions(options);
  const { engine, mode } = resolved;
  const memo = createAnswerMemo(engine);
  const answerTokens = createAnswerTokens(engine);
  const offers = mode === 'reversible' && resolved.injection !== 'never';
  const tools = offers ? [createAgentTool(resolved, 'pointer')] : [];
  if (offers) offeredEngines.note(engine);

  const middleware = createMiddleware({
    name: 'HeadroomMiddleware',
    tools,
    async wrapModelCall(request, handler) {
      // An agent's model that is wrapped as well would compress again, into a store that this tool may not read.
      const model = request.model instanceof HeadroomChatModel ? request.model.inner : request.model;
      if (mode === 'off' && model === request.model && !holdsRetrievals(request.messages)) return handler(request);
      const scope = runtimeScope(request.runtime) ?? resolved.scope;
      const id = resolved.model ?? modelId(model as { model?: string });
      const offered = offeredTools(request, tools[0], resolved);
      const compressed = await compressOrPass(messageLens, request.messages, resolved, {
        model: id,
        redemption: offered.redemption,
        scope,
      });
      const resolve = async (input: unknown): Promise<string> => (await memo.answer(input, scope)).text;
      const messages = await restoreExchanges(compressed.messages, resolve);
      const ask = (prompt: readonly BaseMessage[]): ReturnType<typeof handler> =>
        handler(
          prompt === request.messages && model === request.model && offered.tools === request.tools
            ? request
            : { ...request, model, tools: [...offered.tools], messages: prompt as BaseMessage[] },
        );
      if (mode === 'off') return ask(messages);

      let last: Awaited<ReturnType<typeof handler>> | undefined;
      const shown = await askInRounds(
        {
          options: request.runtime.signal === undefined ? {} : { signal: request.runtime.signal },
          prompt: messages,
          answers: false,
          ledger: createLedger({ memo, scope, asked: requestsIn(messages), maximumRounds: resolved.maximumRounds }),
          resolve,
          record: createRecord({
            receipt: compressed.receipt,
            sent: messages,
            retrievedTokens: (sent) => answerTokens(answersIn(sent), id),
          }),
          guard: createMarkerGuard({
            handles: compressed.receipt?.handles ?? [],
            policy: resolved.markersInArguments,
            onLeak: resolved.onEvent,
          }),
          maximumRounds: resolved.maximumRounds,
          json: request.responseFormat !== undefined,
        },
        async (prompt) => {
          last = await ask(prompt);
          return AIMessage.isInstance(last) ? last : undefined;
        },
      );
      return shown ?? (last as Awaited<ReturnType<typeof handler>>);
    },
  });

  return Object.assign(middleware, { headroom: engine });
}
