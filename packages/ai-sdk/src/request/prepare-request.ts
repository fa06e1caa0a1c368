import type { Receipt, Scope } from '@headroom/core';
import type { AnswerMemo } from '../exchange/answer-memo.ts';
import { withoutTag } from '../exchange/prose-tag.ts';
import { restoreExchanges } from '../exchange/restore.ts';
import type { ResolvedOptions } from '../options.ts';
import { promptLens } from '../prompt/prompt-lens.ts';
import type { CallOptions, Model } from '../specification/model.ts';
import type { Prompt } from '../specification/prompt.ts';
import { planTools, type ToolPlan } from './tool-plan.ts';

/** A request as it goes out, and what is known about it. */
export interface PreparedRequest {
  readonly params: CallOptions;
  readonly answeredBy: ToolPlan['answeredBy'];
  readonly receipt: Receipt | undefined;
  readonly scope: Scope | undefined;
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
  const scope = requestScope(params);
  const { prompt: compressed, receipt } = await compress(params.prompt, model, options, plan, scope);
  const prompt = await restoreExchanges(compressed, (input) => memo.resolve(input, scope));
  const unchanged = prompt === params.prompt && plan.tools === params.tools && scope === undefined;
  return { params: unchanged ? params : rewrite(params, prompt, plan), answeredBy: plan.answeredBy, receipt, scope };
}

function rewrite(params: CallOptions, prompt: Prompt, { tools }: ToolPlan): CallOptions {
  const { providerOptions, ...others } = params;
  // The scope is for us alone: a gateway would send it on.
  const kept = providerOptions === undefined ? undefined : withoutTag(providerOptions);
  return { ...others, prompt, ...(tools === undefined ? {} : { tools }), ...(kept === undefined ? {} : { providerOptions: kept }) };
}

async function compress(
  prompt: Prompt,
  model: Model,
  options: ResolvedOptions,
  plan: ToolPlan,
  scope: Scope | undefined,
): Promise<{ prompt: Prompt; receipt: Receipt | undefined }> {
  const call = { model: options.model ?? model.modelId, redemption: plan.redemption, ...(scope === undefined ? {} : { scope }) };
  try {
    const { messages, receipt } = await options.engine.compressWith(promptLens, prompt, call);
    return { prompt: messages, receipt };
  } catch (error) {
    // The engine fails open by itself, text by text; whatever else goes wrong, the model call goes on with what the caller gave (I6).
    options.onEvent({ type: 'prompt-passed', error });
    return { prompt, receipt: undefined };
  }
}

/** A server with many tenants names the scope with the call: `providerOptions: { headroom: { scope } }`. */
function requestScope(params: CallOptions): Scope | undefined {
  const scope = params.providerOptions?.['headroom']?.['scope'];
  return typeof scope === 'string' ? scope : undefined;
}
