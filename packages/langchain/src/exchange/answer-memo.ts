import { createBoundedMemo, type Headroom, type Scope } from '@headroom/core';
import { retrieve } from './ledger.ts';

/** Answers requests of a history again, from memory where they were answered before. */
export interface AnswerMemo {
  resolve(input: unknown, scope: Scope | undefined): Promise<string>;
  /** Notes an answer that was found. */
  remember(input: unknown, scope: Scope | undefined, text: string): void;
}

const maximumCharacters = 8_000_000;

/**
 * Remembers answers that were found: each is a function of an original, which its hash names, and the request, so that it never changes. Without it a long conversation
 * would rank the passages of every earlier retrieval anew on each turn.
 */
export function createAnswerMemo(engine: Headroom): AnswerMemo {
  const answers = createBoundedMemo<string>(maximumCharacters);
  const keyOf = (input: unknown, scope: Scope | undefined): string => JSON.stringify([scope, input]);
  const remember: AnswerMemo['remember'] = (input, scope, text) => answers.set(keyOf(input, scope), text, text.length);
  return {
    remember,
    async resolve(input, scope) {
      const known = answers.get(keyOf(input, scope));
      if (known !== undefined) return known;
      const { text, found } = await retrieve(engine, input, scope);
      if (found) remember(input, scope, text);
      return text;
    },
  };
}
