import { createBoundedMemo, type Headroom, isRetrieveToolName } from '@headroom/core';
import type { Prompt } from '../specification/prompt.ts';

/** Counts the tokens of all answers of the retrieve tool that stand in a prompt: what was saved and had to be paid after all (I13). */
export type RetrievedTokens = (prompt: Prompt, model: string | undefined) => Promise<number>;

const maximumCharacters = 8_000_000;

/** Makes a counter that remembers each answer's tokens: a conversation shows it again on every turn. */
export function createRetrievedTokens(engine: Headroom): RetrievedTokens {
  const counts = createBoundedMemo<number>(maximumCharacters);
  async function count(text: string, model: string | undefined): Promise<number> {
    const key = `${model ?? ''} ${text}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const tokens = await engine.countTokens(text, model === undefined ? {} : { model });
    counts.set(key, tokens, 0);
    return tokens;
  }
  return async (prompt, model) => {
    let tokens = 0;
    for (const text of answersIn(prompt)) tokens += await count(text, model);
    return tokens;
  };
}

function answersIn(prompt: Prompt): string[] {
  return prompt.flatMap((message) => {
    if (message.role !== 'tool') return [];
    return message.content.flatMap((part) =>
      part.type === 'tool-result' && isRetrieveToolName(part.toolName) && part.output.type === 'text' ? [part.output.value] : [],
    );
  });
}
