import type { LanguageModelPrompt, Ledger } from '@headroom/core';
import type { MarkerGuard } from './marker-guard.ts';
import type { ToolPlan } from '../request/tool-plan.ts';
import { answerTurn, assistantTurn } from '../exchange/assistant-turn.ts';
import type { Pointer } from '../exchange/pointer.ts';
import { isOpenRetrieveCall, readCallInput } from '../exchange/retrieve-call.ts';
import { staysInHistory, type Exchange } from '../exchange/shown-parts.ts';
import type { Content, ToolCall } from '../specification/content.ts';
import type { CallOptions, Model } from '../specification/model.ts';
import type { CallRecord } from './report.ts';
import type { RetryOptions } from './retry.ts';

/** All that the rounds of one model call share. */
export interface Loop {
  readonly model: Model;
  readonly params: CallOptions;
  readonly answeredBy: ToolPlan['answeredBy'];
  readonly ledger: Ledger;
  readonly record: CallRecord;
  readonly guard: MarkerGuard;
  readonly maximumRounds: number;
  readonly retry: RetryOptions;
}

/** A call of ours and the id under which it is shown. */
export interface OwnCall {
  readonly call: ToolCall;
  readonly shownId: string;
}

/**
 * Whether the model is asked again: it called only our tool. A turn that also calls the caller's tools goes back to the caller, whose loop runs
 * them. One round past the bound tells the model that the bound is reached, and is the last.
 */
export function goesOn(own: readonly OwnCall[], mixed: boolean, round: number, maximumRounds: number): boolean {
  return own.length > 0 && !mixed && round <= maximumRounds;
}

/** Answers the calls of one round, in the order in which the model made them. */
export async function answerRound(loop: Loop, content: readonly Content[], own: readonly OwnCall[], round: number): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  for (const { call, shownId } of own) {
    const input = readCallInput(call.input);
    const answer = await loop.ledger.answer(input, round);
    const pointer: Pointer = {
      round,
      after: partsAfter(content, call, keepsEmptyText(loop.model)),
      ...(shownId === call.toolCallId ? {} : { id: call.toolCallId }),
      ...(answer.lasting ? { text: answer.text } : {}),
    };
    exchanges.push({ call, shownId, input, answer, pointer });
  }
  loop.record.exchanges.push(...exchanges);
  return exchanges;
}

/** The prompt of the next round: nothing before it changes (I3). */
export function nextPrompt(
  prompt: LanguageModelPrompt,
  content: readonly Content[],
  exchanges: readonly Exchange[],
  model: Model,
): LanguageModelPrompt {
  return [...prompt, assistantTurn(content, keepsEmptyText(model)), answerTurn(exchanges)];
}

// ai 7 keeps an empty text that carries metadata, ai 6 drops it.
function keepsEmptyText(model: Model): boolean {
  return model.specificationVersion === 'v4';
}

function partsAfter(content: readonly Content[], call: ToolCall, keepsEmpty: boolean): number {
  const behind = content.slice(content.indexOf(call) + 1);
  return behind.filter((part) => !isOpenRetrieveCall(part) && staysInHistory(part, keepsEmpty)).length;
}
