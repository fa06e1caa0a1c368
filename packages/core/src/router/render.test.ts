import { describe, expect, it } from 'vitest';
import type { CompressContext, Compressor } from '../types/compressor.ts';
import { render } from './render.ts';
import type { RenderRequest } from './render-request.ts';

const request: RenderRequest = {
  text: 'one two three four '.repeat(50),
  kind: 'prose',
  question: '',
  fidelity: 'reversible',
  bias: 1,
  contextWindow: 128_000,
  minimumTokens: 10,
  minimumOrigin: 'caller',
  minimumSaving: { tokens: 1, share: 0 },
  handle: '0123456789abcdef01234567',
  redemption: 'tool',
};
const counter = { name: 'characters', count: (text: string) => text.length };

const giving = (name: string, text: string, more: Partial<Compressor> = {}): Compressor => ({
  name,
  kinds: ['prose'],
  compress: () => ({ text, fidelity: 'reversible', omissions: [{ unit: 'words', count: 1, where: '', facts: [] }], method: `${name} way` }),
  ...more,
});

describe('render', () => {
  it('takes the smallest candidate and says how it was made', async () => {
    const compressors = [giving('long', 'one two three'), giving('short', 'one')];
    expect(await render(request, { compressors, counter })).toMatchObject({ compressor: 'short', method: 'short way' });
  });

  it('does not ask a compressor that another one of the same kind goes on from, even where that one fails', async () => {
    const compressors = [giving('long', 'one two three', { replaces: ['short'] }), giving('short', 'one')];
    expect(await render(request, { compressors, counter })).toMatchObject({ compressor: 'long' });
    const failing = giving('long', '', { replaces: ['short'], compress: () => Promise.reject(new Error('no model')) });
    expect(await render(request, { compressors: [failing, giving('short', 'one')], counter })).toMatchObject({
      reason: 'compressor-failed',
      detail: 'long: no model',
    });
    const elsewhere = giving('long', 'one two three', { kinds: ['log'], replaces: ['short'] });
    expect(await render(request, { compressors: [elsewhere, giving('short', 'one')], counter })).toMatchObject({ compressor: 'short' });
  });

  it('hands on the signal by which the work is given up', async () => {
    const { signal } = new AbortController();
    let seen: CompressContext['signal'];
    const looking = giving('looking', 'one', { compress: (_, context) => void (seen = context.signal) });
    await render(request, { compressors: [looking], counter, signal });
    expect(seen).toBe(signal);
  });
});
