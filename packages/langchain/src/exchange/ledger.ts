import { isRetrieveToolName, readRetrieveInput, type Headroom, type Scope } from '@headroom/core';
import type { Messages } from '../messages/message-lens.ts';
import { isAi } from '../messages/message.ts';

/** What the model is told; `lasting` says that the history must keep the words, because they cannot be had again. */
export interface Answer {
  readonly text: string;
  readonly found: boolean;
  readonly lasting: boolean;
}

/** Answers retrieve calls of one model call, and knows what was asked before. */
export interface Ledger {
  answer(input: unknown, round: number): Promise<Answer>;
}

// The same answer twice is a model looking again; a third time is a model going in circles.
const fullAnswers = 2;

const repeated =
  'This exact request was answered before in this conversation, and the answer has not changed: read it there. To see another part, ask with other lines, query or path.';

const exhausted = 'No more retrievals in this turn. Answer with what you have, and say what you could not look at.';

/** Makes a ledger for one model call. Repeats are counted over the prompt itself, so that the count survives restarts and needs no session (I4). */
export function createLedger(call: {
  engine: Headroom;
  scope: Scope | undefined;
  prompt: Messages;
  maximumRounds: number;
  /** Told of every answer that was found, so that the next prompt need not ask for it again. */
  onFound: (input: unknown, text: string) => void;
}): Ledger {
  const asked = countRequests(call.prompt);
  return {
    async answer(input, round) {
      if (round >= call.maximumRounds) return { text: exhausted, found: false, lasting: true };
      const key = requestKey(input);
      const before = asked.get(key) ?? 0;
      asked.set(key, before + 1);
      if (before >= fullAnswers) return { text: repeated, found: false, lasting: true };
      const { text, found } = await retrieve(call.engine, input, call.scope);
      if (found) call.onFound(input, text);
      return { text, found, lasting: !found };
    },
  };
}

/** Asks the engine; a store that fails is an answer too, never an exception in the middle of a model call (I6). */
export async function retrieve(engine: Headroom, input: unknown, scope: Scope | undefined): Promise<{ text: string; found: boolean }> {
  try {
    return await engine.retrieve(readRetrieveInput(input), scope === undefined ? {} : { scope });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      text: `The original cannot be read now (${reason}). Do not ask again; run the tool again if you need its result.`,
      found: false,
    };
  }
}

/** Whether this request was answered in full as often as it may be. The messages hold the call itself already, as an agent's state does. */
export function repeatNotice(messages: Messages, input: unknown): string | undefined {
  return (countRequests(messages).get(requestKey(input)) ?? 0) > fullAnswers ? repeated : undefined;
}

function countRequests(messages: Messages): Map<string, number> {
  const asked = new Map<string, number>();
  for (const message of messages) {
    if (!isAi(message)) continue;
    for (const { name, args } of message.tool_calls ?? []) {
      if (!isRetrieveToolName(name)) continue;
      const key = requestKey(args);
      asked.set(key, (asked.get(key) ?? 0) + 1);
    }
  }
  return asked;
}

// Arguments in another order are the same request.
function requestKey(input: unknown): string {
  if (typeof input !== 'object' || input === null) return JSON.stringify(input) ?? '';
  const entries = Object.entries(input).filter(([, value]) => value !== undefined && value !== null);
  return JSON.stringify(entries.sort(([first], [second]) => (first < second ? -1 : 1)));
}
