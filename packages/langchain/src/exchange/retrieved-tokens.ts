import { createBoundedMemo, type Headroom, isRetrieveToolName } from '@headroom/core';
import type { Messages } from '../messages/message-lens.ts';
import { isToolResult, textOf } from '../messages/message.ts';

/** Counts the tokens of all answers of the retrieve tool that stand in a prompt: what was saved and had to be paid after all (I13). */
export type RetrievedTokens = (messages: Messages, model: string | undefined) => Promise<number>;

const maximumCharacters = 8_000_000;

/** Makes a counter that remembers each answer's tokens: a conversation shows it again on every turn. */
export function createRetrievedTokens(engine: Headroom): RetrievedTokens {
  const known = createBoundedMemo<number>(maximumCharacters);
  async function count(text: string, model: string | undefined): Promise<number> {
    const key = `${model ?? ''} ${text}`;
    const tokens = known.get(key) ?? (await engine.countTokens(text, model === undefined ? {} : { model }));
    known.set(key, tokens, 0);
    return tokens;
  }
  return async (messages, model) => {
    let tokens = 0;
    for (const message of messages) {
      if (isToolResult(message) && isRetrieveToolName(message.name ?? '')) tokens += await count(textOf(message.content), model);
    }
    return tokens;
  };
}
