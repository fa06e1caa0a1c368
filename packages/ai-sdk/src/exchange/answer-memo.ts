import type { Headroom, Scope } from '@headroom/core';
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
  const answers = new Map<string, string>();
  let characters = 0;
  const remember = (key: string, text: string): void => {
    answers.set(key, text);
    characters += key.length + text.length;
    // Oldest first: a Map keeps the order of insertion.
    for (const [oldest, answer] of answers) {
      if (characters <= maximumCharacters) break;
      answers.delete(oldest);
      characters -= oldest.length + answer.length;
    }
  };
  return {
    async resolve(input, scope) {
      const key = JSON.stringify([scope, input]);
      const known = answers.get(key);
      if (known !== undefined) return known;
      const { text, found } = await retrieve(engine, input, scope);
      if (found) remember(key, text);
      return text;
    },
  };
}
