import { describe, expect, it } from 'vitest';
import { createAnswerMemo } from './answer-memo.ts';

type Retrieve = Parameters<typeof createAnswerMemo>[0]['retrieve'];

function memoOver(answer: (hash: string) => { found: boolean; text: string }) {
  const asked: string[] = [];
  const retrieve: Retrieve = ({ hash }) => {
    asked.push(hash);
    return Promise.resolve(answer(hash) as Awaited<ReturnType<Retrieve>>);
  };
  return { memo: createAnswerMemo({ retrieve }), asked };
}

describe('answer memo', () => {
  it('asks once for what was found, each time for what was not, and per scope', async () => {
    const { memo, asked } = memoOver((hash) => ({ found: hash === 'a', text: hash }));
    for (const hash of ['a', 'a', 'b', 'b']) expect((await memo.answer({ hash }, undefined)).text).toBe(hash);
    await memo.answer({ hash: 'a' }, 'tenant');
    expect(asked).toEqual(['a', 'b', 'b', 'a']);
  });

  it('forgets the oldest answers when it holds too many characters', async () => {
    const { memo, asked } = memoOver((hash) => ({ found: true, text: hash.repeat(3_000_000) }));
    for (const hash of ['a', 'b', 'c', 'c', 'a']) await memo.answer({ hash }, undefined);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
