import type { Headroom } from '../headroom.ts';
import { createBoundedMemo } from '../text/bounded-memo.ts';

/** Counts the tokens of answers of the retrieve tool: what was saved and had to be paid after all (I13). */
export type AnswerTokens = (texts: Iterable<string>, model: string | undefined) => Promise<number>;

const maximumCharacters = 8_000_000;

/** Makes a counter that remembers each answer's tokens: a conversation shows it again on every turn. */
export function createAnswerTokens(engine: Pick<Headroom, 'countTokens'>): AnswerTokens {
  const counts = createBoundedMemo<number>(maximumCharacters);
  async function count(text: string, model: string | undefined): Promise<number> {
    const key = `${model ?? ''} ${text}`;
    const known = counts.get(key);
    if (known !== undefined) return known;
    const tokens = await engine.countTokens(text, model === undefined ? {} : { model });
    counts.set(key, tokens, 0);
    return tokens;
  }
  return async (texts, model) => {
    let tokens = 0;
    for (const text of texts) tokens += await count(text, model);
    return tokens;
  };
}
