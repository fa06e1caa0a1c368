import { createHeadroom, type Headroom } from '@headroom/core';
import { describe, expect, it } from 'vitest';
import type { Prompt } from '../specification/prompt.ts';
import { createLedger, repeatNotice } from './ledger.ts';

const counting = (): Headroom & { asked: unknown[] } => {
  const asked: unknown[] = [];
  const retrieve: Headroom['retrieve'] = (request) => {
    asked.push(request);
    const answer =
      request.hash === 'gone' ? { found: false, text: 'No longer stored.', reason: 'expired' } : { found: true, text: 'the text' };
    return Promise.resolve(answer as Awaited<ReturnType<Headroom['retrieve']>>);
  };
  return { ...createHeadroom(), asked, retrieve };
};

const history = (...inputs: unknown[]): Prompt => [
  { role: 'user', content: [] },
  ...inputs.map((input, index): Prompt[number] => ({
    role: 'assistant',
    content: [{ type: 'tool-call', toolCallId: `h${index}`, toolName: 'headroom_retrieve', input }],
  })),
];

const ledger = (engine: Headroom, prompt: Prompt = []) => createLedger({ engine, scope: undefined, prompt, maximumRounds: 3 });

describe('ledger', () => {
  it('answers the same request twice in full, then points to the answer', async () => {
    const engine = counting();
    const { answer } = ledger(engine);
    const texts = [];
    for (let round = 0; round < 3; round += 1) texts.push(await answer({ hash: 'a', query: 'x' }, 0));
    expect(texts.map(({ found }) => found)).toEqual([true, true, false]);
    expect(texts[2]?.text).toContain('answered before');
    expect(engine.asked).toHaveLength(2);
  });

  it('I4: counts over the history, whatever the order of arguments, and not over other requests', async () => {
    const prompt = history({ hash: 'a', query: 'x' }, { query: 'x', hash: 'a', lines: undefined }, { hash: 'b' });
    expect((await ledger(counting(), prompt).answer({ hash: 'a', query: 'x' }, 0)).found).toBe(false);
    expect((await ledger(counting(), prompt).answer({ hash: 'b' }, 0)).found).toBe(true);
    expect(repeatNotice(prompt, { hash: 'a', query: 'x' })).toContain('answered before');
    expect(repeatNotice(prompt, { hash: 'b' })).toBeUndefined();
  });

  it('ends retrieval at the bound without asking the store', async () => {
    const engine = counting();
    const answer = await ledger(engine).answer({ hash: 'a' }, 3);
    expect(answer).toMatchObject({ found: false, lasting: true });
    expect(answer.text).toContain('No more retrievals');
    expect(engine.asked).toEqual([]);
  });

  it('keeps the words of a miss, since a miss is no function of the original', async () => {
    expect(await ledger(counting()).answer({ hash: 'gone' }, 0)).toEqual({ text: 'No longer stored.', found: false, lasting: true });
  });

  it('I6: a store that throws is an answer, and says what to do', async () => {
    const engine: Headroom = { ...counting(), retrieve: () => Promise.reject(new Error('disk on fire')) };
    const answer = await ledger(engine).answer({ hash: 'a' }, 0);
    expect(answer.found).toBe(false);
    expect(answer.text).toContain('disk on fire');
    expect(answer.text).toContain('run the tool again');
  });
});
