import { isRetrieveToolName } from '@headroom/core';
import type { BaseMessage } from '@langchain/core/messages';
import { isAi, isToolResult, withFields } from '../messages/message.ts';
import type { Messages } from '../messages/message-lens.ts';
import { isPointer } from './pointer.ts';
import { answerMessage, readRecord, restoreMessage, type Call, type ExchangeRecord, type RecordedTurn } from './turn-record.ts';

/** Answers a retrieve call of the history again. */
export type Resolve = (input: unknown) => Promise<string>;

/**
 * Puts back what the model had: the rounds that a shown message stands for, each with its answers, and the originals that pointers in an agent's state stand for. What
 * goes out is byte for byte what went out before (I3). Messages without either come back as the same reference.
 */
export async function restoreExchanges(messages: Messages, resolve: Resolve): Promise<Messages> {
  if (!messages.some((message) => readRecord(message) !== undefined || isPointerMessage(message))) return messages;
  const restored: BaseMessage[] = [];
  const calls = new Map<string, Call>();
  for (const message of messages) {
    const record = readRecord(message);
    if (record !== undefined) {
      restored.push(...(await restoreTurns(message, record, resolve)));
      continue;
    }
    if (isAi(message)) for (const call of message.tool_calls ?? []) calls.set(call.id ?? '', call);
    restored.push(await restorePointer(message, calls, resolve));
  }
  return restored;
}

/** Whether a history holds retrievals: then the tool was among the tools of its requests, and has to stay. */
export function holdsRetrievals(messages: Messages): boolean {
  return messages.some((message) => readRecord(message) !== undefined || (isToolResult(message) && isRetrieveToolName(message.name ?? '')));
}

/** What one round adds to the prompt of the next one. */
export async function turnMessages(turn: RecordedTurn, resolve: Resolve): Promise<BaseMessage[]> {
  return [restoreMessage(turn.message), ...(await answersOf(turn, resolve))];
}

async function restoreTurns(shown: BaseMessage, { turns }: ExchangeRecord, resolve: Resolve): Promise<BaseMessage[]> {
  const messages: BaseMessage[] = [];
  for (const [index, turn] of turns.entries()) {
    if (index < turns.length - 1) messages.push(...(await turnMessages(turn, resolve)));
    else messages.push(restoreLast(shown, turn), ...(await answersOf(turn, resolve)));
  }
  return messages;
}

// Calls of the caller's tools may have been edited since (a person approved them with changes), and agents give the message their name: both are the caller's word.
function restoreLast(shown: BaseMessage, { message, answers }: RecordedTurn): BaseMessage {
  const current = isAi(shown) ? (shown.tool_calls ?? []) : [];
  const answered = new Set(answers.map(({ id }) => id));
  const known = new Set(message.tool_calls.map(({ id }) => id));
  const tool_calls = message.tool_calls.map((call) =>
    answered.has(call.id ?? '') ? call : (current.find(({ id }) => id === call.id) ?? call),
  );
  const added = current.filter(({ id }) => !known.has(id));
  return restoreMessage(message, { tool_calls: [...tool_calls, ...added], ...(shown.name === undefined ? {} : { name: shown.name }) });
}

async function answersOf({ message, answers }: RecordedTurn, resolve: Resolve): Promise<BaseMessage[]> {
  const messages: BaseMessage[] = [];
  for (const { id, text, outcome } of answers) {
    const call = message.tool_calls.find((candidate) => (candidate.id ?? '') === id);
    if (call !== undefined) messages.push(answerMessage(call, text ?? (await resolve(call.args)), outcome));
  }
  return messages;
}

function isPointerMessage(message: BaseMessage): boolean {
  return isToolResult(message) && isPointer(message.content) && isRetrieveToolName(message.name ?? '');
}

async function restorePointer(message: BaseMessage, calls: ReadonlyMap<string, Call>, resolve: Resolve): Promise<BaseMessage> {
  if (!isToolResult(message) || !isPointerMessage(message)) return message;
  const call = calls.get(message.tool_call_id);
  return call === undefined ? message : withFields(message, { content: await resolve(call.args) });
}
