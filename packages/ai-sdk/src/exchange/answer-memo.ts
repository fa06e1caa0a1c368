import { createBoundedMemo, type Headroom, type Scope } from '@headroom/core';
import { retrieve } from './ledger.ts';

/** Answers requests of a history again, from memory where they were answered before. */
export interface AnswerMemo {
  resolve(input: unknown, scope: Scope | undefined): Promise<string>;
}

const maximumCharacters = 8_000_000;

/**
 * Remembers answers that were found: each is a function of an original, which its hash names, and the request, so that it never changes.
 *
 * Without it every turn would rank the passages of every earlier retrieval anew, and a long conversation would cost the square of its length.
 */
export function createAnswerMemo(engine: Headroom): AnswerMemo {
  const answers = createBoundedMemo<string>(maximumCharacters);
  return {
    async resolve(input, scope) {
      const key = JSON.stringify([scope, input]);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const { text, found } = await retrieve(engine, input, scope);
      if (found) answers.set(key, text, text.length);
      return text;
    },
  };
}
