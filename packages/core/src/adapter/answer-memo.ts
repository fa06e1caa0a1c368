import type { Headroom } from '../headroom.ts';
import { readRetrieveInput } from '../retrieve/retrieve.ts';
import { createBoundedMemo } from '../text/bounded-memo.ts';
import type { Scope } from '../types/store.ts';

/** An answer of the retrieve tool. */
export interface RetrievalAnswer {
  readonly text: string;
  readonly found: boolean;
}

/** Answers retrieve calls, from memory where they were answered before. */
export interface AnswerMemo {
  answer(input: unknown, scope: Scope | undefined): Promise<RetrievalAnswer>;
}

const maximumCharacters = 8_000_000;

/**
 * Remembers answers that were found: each is a function of an original, which its hash names, and the request, so that it never changes.
 *
 * Without it every turn would rank the passages of every earlier retrieval anew, and a long conversation would cost the square of its length.
 */
export function createAnswerMemo(engine: Pick<Headroom, 'retrieve'>): AnswerMemo {
  const answers = createBoundedMemo<RetrievalAnswer>(maximumCharacters);
  return {
    async answer(input, scope) {
      const key = JSON.stringify([scope, input]);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = await answerRetrieval(engine, input, scope);
      if (answer.found) answers.set(key, answer, answer.text.length);
      return answer;
    },
  };
}

/** Asks the engine; a store that fails is an answer too, never an exception in the middle of a model call (I6). */
export async function answerRetrieval(
  engine: Pick<Headroom, 'retrieve'>,
  input: unknown,
  scope: Scope | undefined,
): Promise<RetrievalAnswer> {
  try {
    const { text, found } = await engine.retrieve(readRetrieveInput(input), scope === undefined ? {} : { scope });
    return { text, found };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const text = `The original cannot be read now (${reason}). Do not ask again; run the tool again if you need its result.`;
    return { text, found: false };
  }
}
