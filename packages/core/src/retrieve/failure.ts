import type { RetrieveAnswer, RetrieveFailure } from './answer.ts';

/**
 * What a model reads where there is no original. Each is terminal and says what to do instead of asking again; another scope's original reads like an unknown one, so
 * that nobody learns what others have (I12).
 */
const sentences: Record<RetrieveFailure, string> = {
  'never-stored':
    'Not known here: no original has this hash. Do not retry it; copy the hash from a marker <<ccr:HASH ...>> in this conversation, or run the tool again.',
  'wrong-scope':
    'Not known here: no original has this hash. Do not retry it; copy the hash from a marker <<ccr:HASH ...>> in this conversation, or run the tool again.',
  expired: 'No longer stored: the original has expired. Do not retry; run the tool that produced it again.',
  invalid: 'No hash in this call. Give the 24 hexadecimal digits that follow "ccr:" in a marker <<ccr:HASH ...>>; it is not a file path.',
};

/** The answer where there is no original. */
export function failure(reason: RetrieveFailure): RetrieveAnswer {
  return { found: false, text: sentences[reason], reason, complete: false };
}
