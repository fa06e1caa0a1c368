import { compressOrPass, type AnswerMemo, type LanguageModelPrompt, type ReceiptTotals, type Scope } from '@headroom/core';
import { withoutTag } from '../exchange/prose-tag.ts';
import { restoreExchanges } from '../exchange/restore.ts';
import type { ResolvedOptions } from '../options.ts';
import { promptLens } from './prompt-lens.ts';
import type { CallOptions, Model } from '../specification/model.ts';
import { planTools, type ToolPlan } from './tool-plan.ts';

/** What is known about a request. It does not hold the request: what a weak map holds is kept alive by young collections even where nobody has the key. */
export interface RequestFacts {
  readonly answeredBy: ToolPlan['answeredBy'];
  readonly receipt: ReceiptTotals | undefined;
  readonly scope: Scope | undefined;
}

/** A request as it goes out, and what is known about it. */
export interface PreparedRequest {
  readonly params: CallOptions;
  readonly facts: RequestFacts;
}

/**
 * Compresses the prompt, puts hidden exchanges back, and offers the tool.
 *
 * Compression comes first: it stores the originals, so that a process with an empty store can answer the exchanges of a history that
 * another process wrote. Where nothing changes, the very same `params` come back (I9).
 */
export async function prepareRequest(
  params: CallOptions,
  model: Model,
  options: ResolvedOptions,
  memo: AnswerMemo,
): Promise<PreparedRequest> {
  const plan = planTools(params, model, options);
  const named = requestScope(params);
  const scope = named ?? options.scope;
  const call = { model: options.model ?? model.modelId, redemption: plan.redemption, scope };
  const { messages: compressed, receipt } = await compressOrPass(promptLens, params.prompt, options, call);
  const prompt = await restoreExchanges(compressed, async (input) => (await memo.answer(input, scope)).text);
  const unchanged = prompt === params.prompt && plan.tools === params.tools && named === undefined;
  return { params: unchanged ? params : rewrite(params, prompt, plan), facts: { answeredBy: plan.answeredBy, receipt, scope } };
}

function rewrite(params: CallOptions, prompt: LanguageModelPrompt, { tools }: ToolPlan): CallOptions {
  const { providerOptions, ...others } = params;
  // The scope is for us alone: a gateway would send it on.
  const kept = providerOptions === undefined ? undefined : withoutTag(providerOptions);
  return { ...others, prompt, ...(tools === undefined ? {} : { tools }), ...(kept === undefined ? {} : { providerOptions: kept }) };
}

/** A server with many tenants names the scope with the call: `providerOptions: { headroom: { scope } }`. */
function requestScope(params: CallOptions): Scope | undefined {
  const scope = params.providerOptions?.['headroom']?.['scope'];
  return typeof scope === 'string' ? scope : undefined;
}
