import type { Receipt, Scope } from '@headroom/core';
import type { AnswerMemo } from '../exchange/answer-memo.ts';
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
export async function prepareRequest(params: CallOptions, model: Model, options: ResolvedOptions, memo: AnswerMemo): Promise<PreparedRequest> {
  const plan = planTools(params, model, options);
  const scope = requestScope(params);
  const { prompt: compressed, receipt } = await compress(params.prompt, model, options, plan, scope);
  const prompt = await restoreExchanges(compressed, (input) => memo.resolve(input, scope));
  const unchanged = prompt === params.prompt && plan.tools === params.tools;
  const prepared = unchanged ? params : { ...params, prompt, ...(plan.tools === undefined ? {} : { tools: plan.tools }) };
  return { params: prepared, answeredBy: plan.answeredBy, receipt, scope };
}

async function compress(
  prompt: Prompt,
  model: Model,
  options: ResolvedOptions,
  plan: ToolPlan,
  scope: Scope | undefined,
): Promise<{ prompt: Prompt; receipt: Receipt | undefined }> {
  const redemption = plan.answeredBy === 'nobody' ? 'none' : 'tool';
  const call = { model: options.model ?? model.modelId, redemption, ...(scope === undefined ? {} : { scope }) } as const;
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
