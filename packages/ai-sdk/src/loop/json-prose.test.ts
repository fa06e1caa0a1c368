import { describe, expect, it } from 'vitest';
import type { StreamPart } from '../specification/stream-part.ts';
import { createJsonProse } from './json-prose.ts';

const start = (id: string): StreamPart => ({ type: 'text-start', id });
const delta = (id: string, text: string): StreamPart => ({ type: 'text-delta', id, delta: text });
const end = (id: string): StreamPart => ({ type: 'text-end', id, providerMetadata: { openai: { itemId: 'm' } } });

describe('createJsonProse', () => {
  it('lets JSON through as it comes, white space before it included', () => {
    const prose = createJsonProse();
    const out = [start('1'), delta('1', ' \n'), delta('1', '{"a'), delta('1', '":1}'), end('1')].map((part) => prose.take(part).length);
    expect(out).toEqual([0, 0, 3, 1, 1]);
    expect(prose.settle('text')).toEqual([]);
  });

  it('holds prose, and what follows it, until its fate is known', () => {
    const prose = createJsonProse();
    const source: StreamPart = { type: 'source' };
    const parts = [start('1'), delta('1', 'Let'), delta('1', ' me {look}'), end('1'), source];
    expect(parts.flatMap((part) => prose.take(part))).toEqual([]);
    expect(prose.settle('text')).toEqual(parts);
  });

  it('makes prose before a retrieval reasoning, with the tag on every part that carries metadata', () => {
    const prose = createJsonProse();
    for (const part of [start('1'), delta('1', 'Let'), end('1')]) prose.take(part);
    expect(prose.settle('reasoning')).toEqual([
      { type: 'reasoning-start', id: '1', providerMetadata: { headroom: { text: true } } },
      { type: 'reasoning-delta', id: '1', delta: 'Let' },
      { type: 'reasoning-end', id: '1', providerMetadata: { openai: { itemId: 'm' }, headroom: { text: true } } },
    ]);
    expect(prose.take(start('2'))).toEqual([{ type: 'reasoning-start', id: '2', providerMetadata: { headroom: { text: true } } }]);
  });

  it('the first decision stands', () => {
    const prose = createJsonProse();
    prose.settle('text');
    prose.settle('reasoning');
    expect(prose.take(start('1'))).toEqual([start('1')]);
  });

  it('pings are never held', () => {
    const prose = createJsonProse();
    prose.take(start('1'));
    prose.take(delta('1', 'x'));
    expect(prose.take({ type: 'ping' })).toEqual([{ type: 'ping' }]);
  });

  it('a second block streams live after a first one that did', () => {
    const prose = createJsonProse();
    for (const part of [start('1'), delta('1', '{'), end('1')]) prose.take(part);
    expect(prose.take(start('2'))).toEqual([]);
    expect(prose.take(delta('2', '[')).length).toBe(2);
  });
});
