import { createHeadroom, createMemoryStore } from '@headroom/core';
import { AIMessage, HumanMessage, ToolMessage, type BaseMessage } from '@langchain/core/messages';
import { expect, it, vi } from 'vitest';
import { anthropic } from '../__fixtures__/providers.ts';
import { rows } from '../../../../test/support/machine-rows.ts';
import { resolveOptions } from '../options.ts';
import type { InnerModel } from '../request/inner-model.ts';
import { createModelCall } from './model-call.ts';

const turn = (index: number): BaseMessage[] => [
  new HumanMessage(`question ${index}`),
  new AIMessage({ content: 'I list them.', tool_calls: [{ id: `c${index}`, name: 'list_rows', args: { index }, type: 'tool_call' }] }),
  new ToolMessage({ content: JSON.stringify(rows.map((row) => ({ ...row, id: row.id + index * 1000 }))), tool_call_id: `c${index}` }),
  new AIMessage('Listed.'),
];

it('counts, renders and stores nothing of a history whose texts are known', async () => {
  const history = Array.from({ length: 50 }, (_, index) => turn(index)).flat();
  const sent: BaseMessage[][] = [];
  const inner = anthropic.create('http://127.0.0.1:9/v1') as unknown as InnerModel;
  inner._generate = (messages) => {
    sent.push(messages);
    return Promise.resolve({ generations: [{ text: 'done', message: new AIMessage('done') }] });
  };
  const [store, counted] = [createMemoryStore(), vi.fn((text: string) => Math.ceil(text.length / 4))];
  const put = vi.spyOn(store, 'put');
  const headroom = createHeadroom({ offload: 'never', bias: 0.3, store, tokenCounter: { name: 'quarters', count: counted } });
  const { generate } = createModelCall(resolveOptions({ headroom }))(inner);
  await generate(history, {});
  expect(counted).toHaveBeenCalled();
  expect(put).toHaveBeenCalledTimes(50);
  counted.mockClear();
  put.mockClear();
  await generate(history, {});
  expect(sent[1]).toEqual(sent[0]);
  expect(JSON.stringify(sent[1])).toContain('rows_offloaded');
  expect(counted).not.toHaveBeenCalled();
  expect(put).not.toHaveBeenCalled();
});
