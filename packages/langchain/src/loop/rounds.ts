import { retrieveTool, type Ledger } from '@headroom/core';
import type { AIMessage, BaseMessage } from '@langchain/core/messages';
import { turnMessages, type Resolve } from '../exchange/restore.ts';
import { recordMessage, type Call, type RecordedAnswer, type RecordedTurn } from '../exchange/turn-record.ts';
import type { Messages } from '../messages/message-lens.ts';
import { usageOf } from '../messages/message.ts';
import type { InnerModel, ModelOptions } from '../request/inner-model.ts';
import type { MarkerGuard } from './marker-guard.ts';
import type { CallRecord } from './report.ts';

/** All that the rounds of one model call share. */
export interface Loop {
  readonly inner: InnerModel;
  readonly options: ModelOptions;
  readonly prompt: Messages;
  /** Whether calls of the retrieve tool are answered here. */
  readonly answers: boolean;
  readonly ledger: Ledger;
  readonly resolve: Resolve;
  readonly record: CallRecord;
  readonly guard: MarkerGuard;
  readonly maximumRounds: number;
  /** Whether the answer has to be JSON: then words that lead up to a retrieval are no part of it. */
  readonly json: boolean;
}

/** A round that is over. */
export interface SettledRound {
  readonly turn: RecordedTurn;
  /** Whether the model is asked again: it called only what is answered here. */
  readonly again: boolean;
  /** Whether the retrieve call is part of the turn: the caller must not see it. */
  isAnswered(call: { readonly id?: string | undefined; readonly name?: string | undefined }): boolean;
}

/**
 * Answers what is answered here, in the order in which the model called it. A turn that also calls the caller's tools goes back to the caller, whose loop runs them.
 * One round past the bound tells the model that the bound is reached, and is the last.
 */
export async function settleRound(loop: Omit<Loop, 'inner'>, message: AIMessage, round: number): Promise<SettledRound> {
  loop.record.rounds.push(usageOf(message));
  const recorded = recordMessage(message);
  const answers: RecordedAnswer[] = [];
  let ofCaller = recorded.invalid_tool_calls?.length ?? 0;
  for (const call of recorded.tool_calls) {
    const answer = await answerCall(loop, call, round);
    if (answer === undefined) ofCaller += 1;
    else answers.push(answer);
  }
  const ids = new Set(answers.map(({ id }) => id));
  return {
    turn: { message: recorded, answers },
    again: answers.length > 0 && ofCaller === 0 && round <= loop.maximumRounds,
    isAnswered: ({ id, name }) => (loop.answers && name === retrieveTool.name) || (id !== undefined && ids.has(id)),
  };
}

/** The prompt of the next round: nothing before it changes (I3). */
export async function nextPrompt(loop: Omit<Loop, 'inner'>, prompt: Messages, turn: RecordedTurn): Promise<BaseMessage[]> {
  (loop.options['signal'] as AbortSignal | undefined)?.throwIfAborted();
  const next = [...prompt, ...(await turnMessages(turn, loop.resolve))];
  loop.record.sent = next;
  return next;
}

async function answerCall(loop: Omit<Loop, 'inner'>, call: Call, round: number): Promise<RecordedAnswer | undefined> {
  const id = call.id ?? '';
  if (loop.answers && call.name === retrieveTool.name) {
    const { text, found, lasting } = await loop.ledger.answer(call.args, round);
    loop.record.retrievals.push({ input: call.args, found });
    return lasting ? { id, text } : { id };
  }
  if (call.name === retrieveTool.name) return undefined;
  const leaked = loop.guard.check(call);
  if (leaked === undefined) return undefined;
  loop.record.markersInArguments += 1;
  return leaked.refusal === undefined ? undefined : { id, text: leaked.refusal, outcome: 'refused' };
}
