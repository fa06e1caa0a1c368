import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createHeadroom } from './headroom.ts';
import type { OpenAiChatMessage } from './lenses/openai-chat.ts';
import { parseMarkers } from './marker/index.ts';
import type { HeadroomOptions } from './pipeline/options.ts';
import { conversation, lineCompressor, longText } from './pipeline/test-support.ts';
import { createMemoryStore } from './store/memory-store.ts';
import type { CcrStore } from './types/store.ts';

const make = (options: HeadroomOptions = {}) => createHeadroom({ compressors: [lineCompressor], ...options });
const runs = { numRuns: 30 };

function history(...contents: readonly string[]): readonly OpenAiChatMessage[] {
  return [
    { role: 'user', content: 'Which ledger?' },
    ...contents.flatMap((content, index) => [
      {
        role: 'assistant',
        content: null,
        tool_calls: [{ id: `c${index}`, type: 'function', function: { name: 'search', arguments: '{}' } }],
      },
      { role: 'tool', tool_call_id: `c${index}`, content },
    ]),
  ];
}

const failingStore = (): CcrStore => ({ ...createMemoryStore(), put: () => Promise.reject(new Error('disk full')) });

describe('createHeadroom', () => {
  it('I1: every marker that goes out redeems to the original as the application gave it', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const headroom = make();
        const { messages: sent, receipt } = await headroom.compress(messages);
        const shown = new Set(sent.flatMap(({ content }) => parseMarkers(String(content))).map(({ handle }) => handle));
        for (const { id, flag, fidelity, handle } of receipt.segments) {
          if (flag === 'passed') expect(sent[Number(id)]).toBe(messages[Number(id)]);
          else if (handle === undefined) expect(fidelity).toBe('lossless');
          else {
            expect(shown).toContain(handle);
            expect(await headroom.store.get(handle, 'default')).toEqual({ status: 'found', text: messages[Number(id)]!.content });
          }
        }
      }),
      runs,
    );
  });

  it('I1: a store that fails, or names originals otherwise, leaves the text as it is, and an event says so', async () => {
    const events: string[] = [];
    const messages = history(longText());
    const failed = await make({ store: failingStore(), onEvent: ({ type }) => events.push(type) }).compress(messages);
    expect(failed.messages).toBe(messages);
    expect(failed.receipt.segments.at(-1)).toMatchObject({ flag: 'passed', reason: 'store-failed' });
    expect(events).toContain('store-failed');
    const misnaming: CcrStore = { ...createMemoryStore(), put: () => Promise.resolve('0'.repeat(24)) };
    expect((await make({ store: misnaming }).compress(messages)).messages).toBe(messages);
  });

  it('I1: what the store has lost is put again before its marker goes out again', async () => {
    const headroom = make();
    const messages = history(longText());
    const first = await headroom.compress(messages);
    await headroom.store.purge('default');
    const second = await headroom.compress(messages);
    expect(second.messages).toEqual(first.messages);
    expect(await headroom.store.get(first.receipt.handles[0]!, 'default')).toMatchObject({ status: 'found' });
  });

  it('I2: nothing is left out where the request offers no way to redeem a marker', async () => {
    const messages = history(longText());
    const without = await make().compress(messages, { tools: [{ type: 'function', function: { name: 'search' } }] });
    expect(without.messages).toBe(messages);
    const withTool = await make().compress(messages, { tools: [{ name: 'search' }, { name: 'mcp__h__headroom_retrieve' }] });
    expect(withTool.receipt.handles).toHaveLength(1);
  });

  it('I3: the compressed form of a history is a prefix of the compressed form of every extension', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const { messages: whole } = await make().compress(messages);
        const turnByTurn = make();
        for (let length = 1; length <= messages.length; length++) {
          const { messages: sent } = await turnByTurn.compress(messages.slice(0, length));
          expect(sent).toEqual(whole.slice(0, length));
        }
      }),
      runs,
    );
  });

  it('I4: a new process with an empty store says the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const [first, second] = await Promise.all([make().compress(messages), make().compress(structuredClone(messages))]);
        expect(JSON.stringify(second.messages)).toBe(JSON.stringify(first.messages));
      }),
      runs,
    );
  });

  it('I4: a deadline that expired once is pinned with the original, for other processes too', async () => {
    const store = createMemoryStore();
    const messages = history(longText());
    const hanging = { ...lineCompressor, compress: () => new Promise<undefined>(() => undefined) };
    const cut = await createHeadroom({ store, compressors: [hanging], deadlineMs: 20 }).compress(messages);
    expect(cut.messages).toBe(messages);
    expect(cut.receipt.segments.at(-1)).toMatchObject({ reason: 'deadline' });
    const later = await make({ store }).compress(messages);
    expect(later.messages).toBe(messages);
    expect(later.receipt.segments.at(-1)).toMatchObject({ reason: 'deadline' });
  });

  it('I5: a rewrite is never bigger, and saves the minimum by the same counter', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const { receipt } = await make({ minimumSaving: { tokens: 50, share: 0.3 } }).compress(messages);
        for (const { flag, tokensBefore = 0, tokensAfter = 0 } of receipt.segments) {
          if (flag === 'compressed') expect(tokensBefore - tokensAfter).toBeGreaterThanOrEqual(Math.max(50, 0.3 * tokensBefore));
          else expect(tokensAfter).toBe(tokensBefore);
        }
      }),
      runs,
    );
  });

  it('I6: a compressor that throws, and a listener that throws, leave the prompt whole', async () => {
    // So short that no built-in compressor comes up for the broken one.
    const messages = history(longText('line', 17));
    const broken = {
      ...lineCompressor,
      compress: () => {
        throw new Error('a bug');
      },
    };
    const { messages: sent, receipt } = await createHeadroom({
      compressors: [broken],
      onEvent: () => {
        throw new Error('listener');
      },
      onReceipt: () => {
        throw new Error('listener');
      },
    }).compress(messages);
    expect(sent).toBe(messages);
    expect(receipt.segments.at(-1)).toMatchObject({ reason: 'compressor-failed', detail: expect.stringContaining('a bug') });
  });

  it('I7: only the text of results changes, and nothing of the caller is mutated', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const before = structuredClone(messages);
        const { messages: sent, receipt } = await make().compress(messages);
        expect(messages).toEqual(before);
        const changed = new Set(receipt.segments.filter(({ flag }) => flag === 'compressed').map(({ id }) => Number(id)));
        for (const [index, message] of sent.entries()) {
          if (!changed.has(index)) expect(message).toBe(messages[index]);
          else expect({ ...message, content: '' }).toEqual({ ...messages[index], content: '' });
          if (changed.has(index)) expect(message.role).toBe('tool');
        }
      }),
      runs,
    );
  });

  it('I8: compressing the compressed changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const headroom = make();
        const { messages: sent } = await headroom.compress(messages);
        expect((await headroom.compress(sent)).messages).toBe(sent);
      }),
      runs,
    );
  });

  it('I8: what the retrieve tool gave back is never compressed, under any prefix', async () => {
    const messages = history(longText()).map((message) =>
      message.role === 'assistant'
        ? { ...message, tool_calls: [{ id: 'c0', type: 'function', function: { name: 'srv:headroom_retrieve', arguments: '{}' } }] }
        : message,
    );
    const { messages: sent, receipt } = await make().compress(messages);
    expect(sent).toBe(messages);
    expect(receipt.segments.at(-1)).toMatchObject({ reason: 'retrieved' });
  });

  it('I9: off gives the same reference, audit measures and stores nothing, lossless drops nothing', async () => {
    const messages = history(longText());
    const off = make({ mode: 'off' });
    expect((await off.compress(messages)).messages).toBe(messages);
    const audit = make({ mode: 'audit' });
    const audited = await audit.compress(messages);
    expect(audited.messages).toBe(messages);
    expect(audited.receipt.tokensAfter).toBeLessThan(audited.receipt.tokensBefore);
    expect(audited.receipt.handles).toEqual([]);
    expect(await audit.store.stats()).toEqual({ entries: 0, bytes: 0 });
    expect((await make({ mode: 'lossless' }).compress(messages)).messages).toBe(messages);
  });

  it('simulate says what compress would do and has no side effect', async () => {
    const seen: unknown[] = [];
    const headroom = make({ onEvent: (event) => seen.push(event), onReceipt: (receipt) => seen.push(receipt) });
    const messages = history(longText());
    const simulated = await headroom.simulate(messages);
    expect(seen).toEqual([]);
    expect(await headroom.store.stats()).toEqual({ entries: 0, bytes: 0 });
    expect(simulated.messages).toEqual((await headroom.compress(messages)).messages);
  });

  it('I11: a reversible candidate that states no omission is refused', async () => {
    const silent = { ...lineCompressor, compress: () => ({ text: 'gone', fidelity: 'reversible' as const, omissions: [] }) };
    const messages = history(longText('line', 17));
    expect((await createHeadroom({ compressors: [silent] }).compress(messages)).messages).toBe(messages);
  });

  it('I12: a foreign marker redeems nothing, protects nothing around it, and never looks like one of ours afterwards', async () => {
    const other = make();
    const { receipt: elsewhere } = await other.compress(history(longText('elsewhere')));
    const foreign = `<<ccr:${elsewhere.handles[0]} 9_rows_offloaded>>`;
    const headroom = make();
    const { messages: sent, receipt } = await headroom.compress(history(`the ledger ${foreign}\n${longText()}`));
    expect(receipt.handles).toHaveLength(1);
    expect(parseMarkers(String(sent.at(-1)!.content)).map(({ handle }) => handle)).toEqual(receipt.handles);
    expect(await headroom.retrieve({ hash: foreign })).toMatchObject({ found: false });
  });

  it('I12: one scope never reads the originals of another', async () => {
    const headroom = make();
    const { receipt } = await headroom.compress(history(longText()), { scope: 'tenant-a' });
    expect(await headroom.retrieve({ hash: receipt.handles[0]! }, { scope: 'tenant-a' })).toMatchObject({ found: true });
    expect(await headroom.retrieve({ hash: receipt.handles[0]! }, { scope: 'tenant-b' })).toMatchObject({ found: false });
    const { receipt: again } = await headroom.compress(history(longText()), { scope: 'tenant-b' });
    expect(again.handles).not.toEqual(receipt.handles);
  });

  it('I13: the receipt adds up, takes our overhead off, and shows losses as losses', async () => {
    await fc.assert(
      fc.asyncProperty(conversation, async (messages) => {
        const { receipt } = await make().compress(messages);
        const sum = (key: 'tokensBefore' | 'tokensAfter') => receipt.segments.reduce((total, segment) => total + (segment[key] ?? 0), 0);
        expect(receipt.tokensBefore).toBe(sum('tokensBefore'));
        expect(receipt.tokensAfter).toBe(sum('tokensAfter'));
        expect(receipt.overheadTokens).toBeGreaterThan(0);
        expect(receipt.tokensSaved).toBe(receipt.tokensBefore - receipt.tokensAfter - receipt.overheadTokens);
      }),
      runs,
    );
  });

  it('follows the rules for single tools, errors and file reads', async () => {
    const messages = history(longText());
    const verbatim = await make({ tools: [{ match: 'sea*', treatment: 'verbatim' }] }).compress(messages);
    expect(verbatim.receipt.segments.at(-1)).toMatchObject({ flag: 'passed', reason: 'rule' });
    const reads = messages.map((message) =>
      message.role === 'assistant' ? { ...message, tool_calls: [{ id: 'c0', function: { name: 'read_file' } }] } : message,
    );
    expect((await make().compress(reads)).receipt.segments.at(-1)).toMatchObject({ reason: 'file-read' });
    expect((await make({ fileReads: 'compress' }).compress(reads)).receipt.segments.at(-1)).toMatchObject({ flag: 'compressed' });
  });

  it('tells what a file read and an error repeat by reference, in every mode but off, and never changes the earlier result', async () => {
    const file = longText('source', 30);
    const call = (id: string, name: string) => ({
      role: 'assistant',
      content: null,
      tool_calls: [{ id, type: 'function', function: { name, arguments: '{"path":"a.ts"}' } }],
    });
    const messages = [
      { role: 'user', content: 'Fix it.' },
      call('c1', 'read_file'),
      { role: 'tool', tool_call_id: 'c1', content: file },
      call('c2', 'read_file'),
      { role: 'tool', tool_call_id: 'c2', content: `edited\n${file}` },
    ];
    for (const mode of ['reversible', 'lossless'] as const) {
      const { messages: sent, receipt } = await make({ mode }).compress(messages, { tools: [] });
      expect(sent[2]).toBe(messages[2]);
      expect(sent[4]!.content).toMatch(/^edited\nsource 0 .*\n\[as lines 2-30 of result 1 \(a\.ts\)\]$/);
      expect(receipt.segments.at(-1)).toMatchObject({ flag: 'compressed', compressor: 'repeats', fidelity: 'lossless' });
      const again = await make({ mode }).compress(sent);
      expect(again.messages).toBe(sent);
    }
    expect((await make({ repeats: 'show' }).compress(messages)).messages).toBe(messages);
    const apart = await make().compress(messages.slice(3));
    expect(apart.messages).toEqual(messages.slice(3));
  });

  it('rejects an option that cannot be right, and says what it may be', () => {
    expect(() => createHeadroom({ mode: 'loud' as never })).toThrow(/mode must be one of off, audit, lossless, reversible/);
    expect(() => createHeadroom({ minimumTokens: Number.NaN })).toThrow(/minimumTokens/);
  });
});
