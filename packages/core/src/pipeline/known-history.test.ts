import { describe, expect, it, vi } from 'vitest';
import { createHeadroom } from '../headroom.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { CompressResult } from './engine.ts';

// So many that some are left out.
const rows = (seed: number): object[] =>
  Array.from({ length: 400 }, (_, index) => ({
    id: seed * 1000 + index,
    name: `row ${index}`,
    digest: (index * 7919 * seed).toString(36),
    note: `seen by ${index * seed} people`,
  }));
const script = Array.from({ length: 30 }, (_, index) => `print("step ${index} of the script")`).join('\n');

interface Message {
  readonly role: string;
  readonly content: string;
  readonly tool_call_id?: string;
  readonly tool_calls?: readonly object[];
}

function exchange(id: string, name: string, input: object, content: string): Message[] {
  return [
    {
      role: 'assistant',
      content: `I call ${name}.`,
      tool_calls: [{ id, type: 'function', function: { name, arguments: JSON.stringify(input) } }],
    },
    { role: 'tool', tool_call_id: id, content },
  ];
}

/** Large rows twice, a file that is read twice, and a small result: all ways in which a result may go out. */
function history(): Message[] {
  return [
    { role: 'user', content: 'what is open?' },
    ...exchange('a', 'list_rows', { page: 1 }, JSON.stringify(rows(1))),
    ...exchange('b', 'list_rows', { page: 2 }, JSON.stringify(rows(2))),
    ...exchange('c', 'read_file', { path: 'steps.py' }, script),
    ...exchange('d', 'read_file', { path: 'steps.py' }, `${script}\nprint("done")`),
    ...exchange('e', 'now', {}, 'noon'),
  ];
}

const essence = ({ messages, receipt: { milliseconds: _milliseconds, ...receipt } }: CompressResult<readonly Message[]>): unknown => ({
  messages,
  receipt,
});

describe('a history that is known', () => {
  it('I4: says the same again from texts that are equal and not the same, without counting, storing or asking the store more than once', async () => {
    const store = createMemoryStore();
    const count = vi.fn((text: string) => Math.ceil(text.length / 2));
    const headroom = createHeadroom({ offload: 'never', store, tokenCounter: { name: 'halves', count } });
    const first = await headroom.compress(history());
    expect(first.receipt.segments.map(({ compressor }) => compressor)).toContain('repeats');
    expect(first.receipt.handles.length).toBeGreaterThan(0);
    count.mockClear();
    const [put, touch] = [vi.spyOn(store, 'put'), vi.spyOn(store, 'touch')];
    expect(essence(await headroom.compress(history()))).toEqual(essence(first));
    expect([count, put, touch].map(({ mock }) => mock.calls.length)).toEqual([0, 0, 1]);
  });

  it('I1: puts an original again that the store has lost, and only that', async () => {
    const store = createMemoryStore();
    const headroom = createHeadroom({ offload: 'never', store });
    const first = await headroom.compress(history());
    const [lost = ''] = first.receipt.handles;
    await store.delete(lost, 'default');
    const put = vi.spyOn(store, 'put');
    expect(essence(await headroom.compress(history()))).toEqual(essence(first));
    expect(put).toHaveBeenCalledTimes(1);
    expect((await store.get(lost, 'default')).status).toBe('found');
  });

  it('does not take a text for another one of the same length, nor a call for another one on the same text', async () => {
    const headroom = createHeadroom({ offload: 'never' });
    await headroom.compress(history());
    const swap = (from: string, to: string): Message[] => JSON.parse(JSON.stringify(history()).replaceAll(from, to)) as Message[];
    for (const changed of [swap('row 30', 'row 3x'), swap('steps.py', 'other.py'), swap('what is open?', 'what is row 7?')]) {
      const fresh = await createHeadroom({ offload: 'never' }).compress(changed);
      expect(essence(await headroom.compress(changed))).toEqual(essence(fresh));
    }
  });

  it('I4: models with one window and two tokenizers do not share what they remember', async () => {
    const headroom = createHeadroom({ offload: 'never' });
    for (const model of ['gpt-4o', 'gpt-4-turbo']) {
      const fresh = await createHeadroom({ offload: 'never' }).compress(history(), { model });
      expect(essence(await headroom.compress(history(), { model }))).toEqual(essence(fresh));
    }
  });
});
