import { describe, expect, it } from 'vitest';
import { createAnswerMemo } from './answer-memo.ts';
import { createLedger, type Ledger } from './ledger.ts';

type Retrieve = Parameters<typeof createAnswerMemo>[0]['retrieve'];

const answering: Retrieve = ({ hash }) =>
  Promise.resolve(
    (hash === 'gone' ? { found: false, text: 'No longer stored.', reason: 'expired' } : { found: true, text: 'the text' }) as Awaited<
      ReturnType<Retrieve>
    >,
  );

const ledgerOver = (asked: readonly unknown[] = [], retrieve = answering): Ledger =>
  createLedger({ memo: createAnswerMemo({ retrieve }), scope: undefined, asked, maximumRounds: 3 });

describe('ledger', () => {
  it('answers the same request twice in full, then points to the answer', async () => {
    const { answer } = ledgerOver();
    const found = [];
    for (let round = 0; round < 3; round += 1) found.push(await answer({ hash: 'a', query: 'x' }, 0));
    expect(found.map((each) => each.found)).toEqual([true, true, false]);
    expect(found[2]?.text).toContain('answered before');
  });

  it('I4: counts over the history, whatever the order of arguments, and not over other requests', async () => {
    const asked = [{ hash: 'a', query: 'x' }, { query: 'x', hash: 'a', lines: undefined }, { hash: 'b' }];
    expect((await ledgerOver(asked).answer({ hash: 'a', query: 'x' }, 0)).found).toBe(false);
    expect((await ledgerOver(asked).answer({ hash: 'b' }, 0)).found).toBe(true);
  });

  it('ends retrieval at the bound without asking the store', async () => {
    const answer = await ledgerOver([], () => Promise.reject(new Error('asked'))).answer({ hash: 'a' }, 3);
    expect(answer).toMatchObject({ found: false, lasting: true });
    expect(answer.text).toContain('No more retrievals');
  });

  it('keeps the words of a miss, since a miss is no function of the original', async () => {
    expect(await ledgerOver().answer({ hash: 'gone' }, 0)).toEqual({ text: 'No longer stored.', found: false, lasting: true });
  });

  it('I6: a store that throws is an answer, and says what to do', async () => {
    const answer = await ledgerOver([], () => Promise.reject(new Error('disk on fire'))).answer({ hash: 'a' }, 0);
    expect(answer.found).toBe(false);
    expect(answer.text).toContain('disk on fire');
    expect(answer.text).toContain('run the tool again');
  });
});
