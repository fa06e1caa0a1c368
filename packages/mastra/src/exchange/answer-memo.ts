import { createBoundedMemo, type Headroom, type Scope } from '@headroom/core';
import { retrieve } from './retrieve.ts';

/** An answer of the retrieve tool. */
export interface Answer {
  readonly text: string;
  readonly found: boolean;
}

/** Answers retrieve calls, from memory where they were answered before. */
export interface AnswerMemo {
  answer(input: unknown, scope: Scope | undefined): Promise<Answer>;
}

const maximumCharacters = 8_000_000;

/**
 * Remembers answers that were found: each is a function of an original, which its hash names, and the request, so that it never changes.
 *
 * Without it every step would rank the passages of every earlier retrieval anew, and a long conversation would cost the square of its length.
 */
export function createAnswerMemo(engine: Headroom): AnswerMemo {
  const answers = createBoundedMemo<Answer>(maximumCharacters);
  return {
    async answer(input, scope) {
      const key = JSON.stringify([scope, input]);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const answer = await retrieve(engine, input, scope);
      if (answer.found) answers.set(key, answer, answer.text.length);
      return answer;
    },
  };
}
