import { compressOrPass, type AnswerMemo, type ReceiptTotals, type Scope } from '@headroom/core';
import { restoreExchanges, type Resolve } from '../exchange/restore.ts';
import { messageLens, type Messages } from '../messages/message-lens.ts';
import { modelId, type InnerModel, type ModelOptions } from './inner-model.ts';
import type { ResolvedOptions } from '../options.ts';
import type { OfferTool } from './offer-tool.ts';
import { planTools, type ToolPlan } from './tool-plan.ts';

/** A request as it goes out, and what is known about it. */
export interface PreparedRequest {
  readonly messages: Messages;
  readonly options: ModelOptions;
  readonly answeredBy: ToolPlan['answeredBy'];
  readonly receipt: ReceiptTotals | undefined;
  readonly scope: Scope | undefined;
  readonly resolve: Resolve;
}

/**
 * Compresses the messages, puts hidden exchanges back, and offers the tool.
 *
 * Compression comes first: it stores the originals, so that a process with an empty store can answer the exchanges of a history that another process wrote. Messages and
 * options to which nothing is done come back as the same references (I9).
 */
export async function prepareRequest(
  request: { readonly inner: InnerModel; readonly messages: Messages; readonly options: ModelOptions },
  options: ResolvedOptions,
  memo: AnswerMemo,
  offerTool: OfferTool,
): Promise<PreparedRequest> {
  const { scope: named, options: given } = takeScope(request.options);
  const scope = named ?? options.scope;
  const plan = planTools({ ...request, options: given }, options, offerTool);
  const call = { model: options.model ?? modelId(request.inner), redemption: plan.redemption, scope };
  const { messages: compressed, receipt } = await compressOrPass(messageLens, request.messages, options, call);
  const resolve: Resolve = async (input) => (await memo.answer(input, scope)).text;
  const messages = await restoreExchanges(compressed, resolve);
  return { messages, options: plan.options, answeredBy: plan.answeredBy, receipt, scope, resolve };
}

/** A server with many tenants names the scope with the call: `{ headroom: { scope } }`. It is for us alone, and no provider's package is to see it. */
function takeScope(options: ModelOptions): { readonly scope: Scope | undefined; readonly options: ModelOptions } {
  if (options['headroom'] === undefined) return { scope: undefined, options };
  const { headroom, ...others } = options;
  const scope = (headroom as { readonly scope?: unknown } | null)?.scope;
  return { scope: typeof scope === 'string' ? scope : undefined, options: others };
}
