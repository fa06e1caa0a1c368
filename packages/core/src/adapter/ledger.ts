import type { Scope } from '../types/store.ts';
import type { AnswerMemo, RetrievalAnswer } from './answer-memo.ts';
import { countRequests, repeatNotice } from './request-counts.ts';

/** What the model is told; `lasting` says that the history must keep the words, because they cannot be had again. */
export interface LedgerAnswer extends RetrievalAnswer {
  readonly lasting: boolean;
}

/** Answers retrieve calls of one model call, and knows what was asked before. */
export interface Ledger {
  answer(input: unknown, round: number): Promise<LedgerAnswer>;
}

const exhausted = 'No more retrievals in this turn. Answer with what you have, and say what you could not look at.';

/** Makes a ledger for one model call that is answered in rounds. */
export function createLedger(call: {
  readonly memo: AnswerMemo;
  readonly scope: Scope | undefined;
  /** The arguments of the retrieve calls that stand in the prompt. */
  readonly asked: Iterable<unknown>;
  readonly maximumRounds: number;
}): Ledger {
  const requests = countRequests(call.asked);
  return {
    async answer(input, round) {
      if (round >= call.maximumRounds) return { text: exhausted, found: false, lasting: true };
      const notice = repeatNotice(requests.of(input));
      requests.add(input);
      if (notice !== undefined) return { text: notice, found: false, lasting: true };
      const { text, found } = await call.memo.answer(input, call.scope);
      return { text, found, lasting: !found };
    },
  };
}
