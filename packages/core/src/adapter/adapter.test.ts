import { describe, expect, it } from 'vitest';
import { createHeadroom } from '../headroom.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { resolveAdapterOptions } from './adapter-options.ts';
import { createAnswerTokens } from './answer-tokens.ts';
import { leakedHandles, leakRefusal } from './leaked-handles.ts';
import { createOfferedEngines } from './offered-engines.ts';
import { countRequests, repeatNotice } from './request-counts.ts';
import { savingsOf } from './savings.ts';

const engine = createHeadroom({ offload: 'never' });
const minted = '0123456789abcdef01234567';

describe('options', () => {
  it('share an engine, and reject what would be passed over in silence', () => {
    expect(resolveAdapterOptions({ headroom: engine, model: 'gpt-5' })).toMatchObject({ engine, model: 'gpt-5', injection: 'auto' });
    expect(() => resolveAdapterOptions({ headroom: engine, mode: 'audit' })).toThrow(/mode belong to the engine/);
    expect(() => resolveAdapterOptions({ injection: 'some' as 'auto' })).toThrow(/injection/);
  });

  it('I6: a listener that throws reaches nobody', () => {
    const { onEvent } = resolveAdapterOptions({
      headroom: engine,
      onEvent: () => {
        throw new Error('no');
      },
    });
    expect(() => onEvent({ type: 'prompt-passed', error: 1 })).not.toThrow();
  });
});

describe('handles in arguments', () => {
  it('I12: are found as a tool would get them, and only where the prompt shows them', () => {
    const marker = `<<ccr:${minted} 12_rows_offloaded>>`;
    expect(leakedHandles({ deep: [{ content: `x ${marker}` }], again: marker }, [minted])).toEqual([minted]);
    expect(leakedHandles(JSON.stringify({ content: marker }), [minted])).toEqual([minted]);
    expect(leakedHandles({ content: marker }, [])).toEqual([]);
    expect(leakedHandles({ content: marker }, ['f'.repeat(24)])).toEqual([]);
    expect(leakRefusal([minted])).toContain(minted);
  });

  it('I6: values that hold themselves are looked through once', () => {
    const value: Record<string, unknown> = { content: `<<ccr:${minted} 12_rows_offloaded>>` };
    value['self'] = value;
    expect(leakedHandles(value, [minted])).toEqual([minted]);
  });
});

describe('requests', () => {
  it('are the same in another order of arguments, and are told of after two answers', () => {
    const counts = countRequests([
      { hash: 'a', query: 'x' },
      { query: 'x', hash: 'a', lines: null },
    ]);
    counts.add('text');
    expect([counts.of({ query: 'x', hash: 'a' }), counts.of({ hash: 'a' }), counts.of('text'), counts.of(undefined)]).toEqual([2, 0, 1, 0]);
    expect([0, 1, 2].map((before) => repeatNotice(before) !== undefined)).toEqual([false, false, true]);
  });
});

describe('offered engines', () => {
  it('I2: a tool that was made elsewhere is taken at its word until one of ours is known', () => {
    const offered = createOfferedEngines();
    const [store, other] = [createMemoryStore(), createHeadroom({ offload: 'never' })];
    const sharing = createHeadroom({ offload: 'never', store });
    expect(offered.readAnotherStore(engine)).toBe(false);
    offered.note(createHeadroom({ offload: 'never', store }));
    expect([offered.has(sharing), offered.readAnotherStore(sharing), offered.readAnotherStore(other)]).toEqual([false, false, true]);
  });
});

describe('figures', () => {
  it('I13: take off what was retrieved, counted once for all turns', async () => {
    const counted: string[] = [];
    const count = createAnswerTokens({
      countTokens: (text) => {
        counted.push(text);
        return Promise.resolve(text.length);
      },
    });
    expect([await count(['ab', 'abc'], undefined), await count(['ab'], undefined)]).toEqual([5, 2]);
    expect(counted).toEqual(['ab', 'abc']);
    const { receipt } = await engine.compress([{ role: 'user', content: 'x' }], { format: 'openai-chat' });
    expect(await savingsOf(receipt, () => Promise.resolve(7))).toMatchObject({ retrievedTokens: 7, tokensSaved: receipt.tokensSaved - 7 });
    expect(await savingsOf(receipt, () => Promise.reject(new Error('no')))).toMatchObject({ retrievedTokens: 0 });
  });
});
