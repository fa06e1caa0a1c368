import { createHeadroom, type Headroom } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import { createAnswerMemo } from './answer-memo.ts';

function engineOf(answer: (hash: string) => { found: boolean; text: string }): { engine: Headroom; asked: string[] } {
  const asked: string[] = [];
  const retrieve = ((request: { hash: string }) => {
    asked.push(request.hash);
    return Promise.resolve(answer(request.hash));
  }) as unknown as Headroom['retrieve'];
  return { engine: { ...createHeadroom(), retrieve }, asked };
}

describe('answer memo', () => {
  it('asks once for what was found, each time for what was not, and per scope', async () => {
    const { engine, asked } = engineOf((hash) => ({ found: hash === 'a', text: hash }));
    const memo = createAnswerMemo(engine);
    for (const hash of ['a', 'a', 'b', 'b']) expect(await memo.resolve({ hash }, undefined)).toBe(hash);
    await memo.resolve({ hash: 'a' }, 'tenant');
    expect(asked).toEqual(['a', 'b', 'b', 'a']);
  });

  it('forgets the oldest answers when it holds too many characters', async () => {
    const { engine, asked } = engineOf((hash) => ({ found: true, text: hash.repeat(3_000_000) }));
    const memo = createAnswerMemo(engine);
    for (const hash of ['a', 'b', 'c', 'c', 'a']) await memo.resolve({ hash }, undefined);
    expect(asked).toEqual(['a', 'b', 'c', 'a']);
  });
});
