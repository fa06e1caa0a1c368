import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { describe, expect, it } from 'vitest';
import { freezeMessages } from '../__fixtures__/freeze.ts';
import { holdsRetrievals, restoreExchanges } from './restore.ts';
import { readRecord, recordMessage, restoreMessage } from './turn-record.ts';

const retrieveCall = (id: string, args: Record<string, unknown> = { hash: 'a' }) => ({
  type: 'tool_call' as const,
  name: 'headroom_retrieve',
  id,
  args,
});
const resolve = (input: unknown) => Promise.resolve(`answer to ${JSON.stringify(input)}`);

describe('records of turns', () => {
  it('survive JSON as they are', () => {
    const message = new AIMessage({
      content: [{ type: 'thinking', thinking: 'x', signature: 's' }],
      tool_calls: [retrieveCall('h')],
      id: 'm',
      additional_kwargs: { kept: 1 },
    });
    const recorded = recordMessage(message);
    expect(JSON.parse(JSON.stringify(recorded))).toEqual(recorded);
    const { lc_kwargs: _restored, ...restored } = restoreMessage(recorded);
    const { lc_kwargs: _given, ...given } = message;
    expect(restored).toMatchObject(JSON.parse(JSON.stringify({ ...given, response_metadata: {} })) as object);
  });

  it('carry neither usage nor a record of their own', () => {
    const recorded = recordMessage(
      new AIMessage({ content: '', response_metadata: { usage: {}, headroom: {}, id: 'r' }, additional_kwargs: { headroom: {} } }),
    );
    expect([recorded.response_metadata, recorded.additional_kwargs]).toEqual([{ id: 'r' }, {}]);
  });

  it('make a broken retrieve call a call with its text', () => {
    const broken = { type: 'invalid_tool_call' as const, name: 'headroom_retrieve', id: 'h', args: '{"ha', error: 'x' };
    expect(recordMessage(new AIMessage({ content: '', invalid_tool_calls: [broken] })).tool_calls).toEqual([
      retrieveCall('h', { raw: '{"ha' }),
    ]);
  });

  it('are read from either place, and from nothing else', () => {
    const turns = [{ message: recordMessage(new AIMessage('x')), answers: [] }];
    expect(readRecord(new AIMessage({ content: '', additional_kwargs: { headroom: { turns } } }))?.turns).toEqual(turns);
    expect(readRecord(new AIMessage({ content: '', response_metadata: { headroom: { turns, mode: 'reversible' } } }))?.turns).toEqual(
      turns,
    );
    for (const other of [null, 1, {}, { turns: [] }, { turns: 'x' }])
      expect(readRecord(new AIMessage({ content: '', additional_kwargs: { headroom: other } }))).toBeUndefined();
    expect(readRecord(new HumanMessage({ content: '', additional_kwargs: { headroom: { turns } } }))).toBeUndefined();
  });
});

describe('restoring', () => {
  it('I9: gives the same reference back where there is nothing to restore', async () => {
    const messages = [new HumanMessage('x'), new ToolMessage({ content: '{"headroom":"retrieved"}', tool_call_id: 'a', name: 'other' })];
    expect(await restoreExchanges(messages, resolve)).toBe(messages);
    expect(holdsRetrievals(messages)).toBe(false);
  });

  it('I7: puts answers in the place of pointers, on copies', async () => {
    const messages = freezeMessages([
      new AIMessage({ content: '', tool_calls: [retrieveCall('h')] }),
      new ToolMessage({ content: '{"headroom":"retrieved"}', tool_call_id: 'h', name: 'headroom_retrieve', id: 'p' }),
      new ToolMessage({ content: '{"headroom":"retrieved"}', tool_call_id: 'gone', name: 'headroom_retrieve' }),
    ]);
    const [, answered, orphan] = await restoreExchanges(messages, resolve);
    expect(answered).toMatchObject({ content: 'answer to {"hash":"a"}', id: 'p', tool_call_id: 'h' });
    expect(orphan).toBe(messages[2]);
    expect(holdsRetrievals(messages)).toBe(true);
  });
});
