// Faults around the engine: stores that hang, fail for a while or forget, callers' functions that throw, inputs that are none.
import { describe, expect, it, vi } from 'vitest';
import { createHeadroom } from './headroom.ts';
import { parseMarkers } from './marker/index.ts';
import type { HeadroomOptions } from './pipeline/options.ts';
import { lineCompressor, longText } from './pipeline/test-support.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { CcrStore } from './types/store.ts';

const make = (options: HeadroomOptions = {}) => createHeadroom({ compressors: [lineCompressor], ...options });
const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

const history = (...contents: readonly string[]) => [
  { role: 'user', content: 'Which ledger?' },
  ...contents.map((content, index) => ({ role: 'tool', tool_call_id: `c${index}`, content })),
];

describe('stores at fault', () => {
  it('I6: a store that never answers holds one call up once, not once for each text', async () => {
    const touch = vi.fn<CcrStore['touch']>(() => never());
    const hanging: CcrStore = { ...createMemoryStore(), touch };
    const messages = history(...Array.from({ length: 8 }, (_, index) => longText(`text ${index}`)));
    const { messages: sent, receipt } = await make({ store: hanging, storeDeadlineMs: 100 }).compress(messages);
    expect(sent).toBe(messages);
    expect(receipt.segments.slice(1).map(({ reason }) => reason)).toEqual(Array.from({ length: 8 }, () => 'store-failed'));
    expect(touch).toHaveBeenCalledTimes(1);
  });

  it('tells the kind of what passes because the store failed, or its time was over', async () => {
    const rows = JSON.stringify(Array.from({ length: 400 }, (_, id) => ({ id, state: id % 97 === 0 ? 'failed' : 'done' })));
    const failing: CcrStore = { ...createMemoryStore(), touch: () => Promise.reject(new Error('down')) };
    const engine = createHeadroom({ store: failing, offload: 'never' });
    expect(await engine.compressText(rows)).toMatchObject({ kind: 'json', reason: 'store-failed', detail: 'down' });
    const slow = { ...lineCompressor, kinds: ['json'] as const, compress: () => never<undefined>() };
    const hurried = createHeadroom({ compressors: [slow], deadlineMs: 1, offload: 'never' });
    expect(await hurried.compressText(rows)).toMatchObject({ kind: 'json', reason: 'deadline' });
  });

  it('I3: a store that fails for a while does not change what went out before', async () => {
    const store = createMemoryStore();
    let failing = false;
    const flaky: CcrStore = { ...store, touch: (...call) => (failing ? Promise.reject(new Error('down')) : store.touch(...call)) };
    const events: string[] = [];
    const headroom = make({ store: flaky, onEvent: ({ type }) => events.push(type) });
    const messages = history(longText());
    const first = await headroom.compress(messages);
    failing = true;
    const second = await headroom.compress(messages);
    expect(second.messages).toEqual(first.messages);
    expect(events).toContain('store-failed');
  });

  it('I4: what was compressed once is compressed again, though the marker that it quotes has come to mean something', async () => {
    const store = createMemoryStore();
    const other = await make({ store: createMemoryStore() }).compress(history(longText('elsewhere')));
    const quoted = `${longText('report')}\n${other.messages[1]!.content.split('\n').at(-1)}`;
    const before = await make({ store }).compress(history(quoted));
    expect(before.receipt.handles).toHaveLength(1);
    await make({ store }).compress(history(longText('elsewhere')));
    const after = await make({ store }).compress(history(quoted));
    expect(after.messages).toEqual(before.messages);
  });

  it('I12: quoting one of our markers in its midst makes no text immune', async () => {
    const headroom = make();
    const { receipt } = await headroom.compress(history(longText('elsewhere')));
    const quoting = `start <<ccr:${receipt.handles[0]} 79_lines_offloaded>>\n${longText('report')}`;
    const { messages: sent, receipt: second } = await headroom.compress(history(quoting));
    expect(second.handles).toHaveLength(1);
    expect(parseMarkers(sent[1]!.content).map(({ handle }) => handle)).toEqual(second.handles);
  });

  it('simulate and audit extend no life in the store', async () => {
    let now = 0;
    const store = createMemoryStore({ now: () => now, ttlMs: 1000 });
    const { messages: sent } = await make({ store }).compress(history(longText()));
    now = 900;
    await make({ store }).simulate(sent);
    await make({ store, mode: 'audit' }).compress(sent);
    now = 1100;
    expect(await store.get(parseMarkers(sent[1]!.content)[0]!.handle, 'default')).toEqual({ status: 'expired' });
  });
});

describe('callers at fault', () => {
  it('I6: a rule that throws and a counter that throws leave the text alone', async () => {
    const messages = history(longText());
    const rule = {
      match: () => {
        throw new Error('rule');
      },
    };
    const ruled = await make({ tools: [rule] }).compress(messages);
    expect(ruled.messages).toBe(messages);
    expect(ruled.receipt.segments.at(-1)).toMatchObject({ reason: 'caller-failed' });
    const counter = {
      name: 'broken',
      count: () => {
        throw new Error('counter');
      },
    };
    const counted = await make({ tokenCounter: counter }).compress(messages);
    expect(counted.messages).toBe(messages);
    expect(counted.receipt.segments.at(-1)).toMatchObject({ reason: 'caller-failed', detail: 'counter' });
  });

  it('an endless deadline is no deadline', async () => {
    const { receipt } = await make({ deadlineMs: Infinity, storeDeadlineMs: Infinity }).compress(history(longText()));
    expect(receipt.handles).toHaveLength(1);
  });

  it.each([
    [{ scope: 5 }, /scope must be a string/],
    [{ roles: { tool: 'nope' } }, /roles\.tool must be one of compress, lossless, verbatim/],
    [{ repeats: 'x' }, /repeats must be one of tell, show/],
    [{ errorResults: 'x' }, /errorResults must be one of/],
    [{ memoBytes: 0 }, /memoBytes/],
  ])('says what is wrong with %j', (options, message) => {
    expect(() => createHeadroom(options as never)).toThrow(message);
  });

  it('takes the smallest memo that the options allow', async () => {
    const { receipt } = await make({ memoBytes: 1 }).compress(history(longText()));
    expect(receipt.handles).toHaveLength(1);
  });

  it('I7: passes messages that are none, and roles named after members of objects, as they are', async () => {
    const messages = [
      null,
      7,
      { role: 'constructor', content: longText() },
      { role: 'toString', content: longText() },
      ...history(longText()),
    ] as never[];
    const { messages: sent, receipt } = await make().compress(messages);
    expect(sent.slice(0, 4)).toEqual(messages.slice(0, 4));
    expect(receipt.segments.map(({ role }) => role)).toEqual(['user', 'tool']);
  });

  it('answers a request for nothing, and says what compress takes', async () => {
    expect(await make().retrieve(null as never)).toMatchObject({ found: false, reason: 'invalid' });
    await expect(make().compress('text' as never)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
