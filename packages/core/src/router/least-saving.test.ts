import { describe, expect, it } from 'vitest';
import type { Compressor } from '../types/compressor.ts';
import type { TokenCounter } from '../types/token-counter.ts';
import type { RenderRequest } from './render-request.ts';
import { render } from './render.ts';

const counter: TokenCounter = { name: 'words', count: (text) => text.split(' ').length };
const words = (count: number): string => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

function shortening(to: number, fidelity: 'lossless' | 'reversible'): Compressor {
  const omissions = fidelity === 'reversible' ? [{ unit: 'words', count: 1, where: '', facts: [] }] : [];
  return { name: 'shorten', kinds: ['text'], compress: () => ({ text: words(to), fidelity, omissions }) };
}

const request = (tokens: number, rest: Partial<RenderRequest> = {}): RenderRequest => ({
  text: words(tokens),
  kind: 'text',
  question: 'which?',
  fidelity: 'reversible',
  bias: 1,
  contextWindow: 128_000,
  minimumTokens: 10,
  minimumOrigin: 'caller',
  minimumSaving: { tokens: 2, share: 0 },
  handle: '0123456789abcdef01234567',
  redemption: 'tool',
  ...rest,
});

const renderTo = (tokens: number, to: number, fidelity: 'lossless' | 'reversible', rest: Partial<RenderRequest> = {}) =>
  render(request(tokens, rest), { compressors: [shortening(to, fidelity)], counter });

describe('what a rendering must save', () => {
  it('leaves nothing out for less than 60 tokens or a tenth: reading it again costs more', async () => {
    expect((await renderTo(200, 150, 'reversible')).reason).toBe('no-gain');
    expect((await renderTo(200, 120, 'reversible')).text).toBeDefined();
    expect((await renderTo(2000, 1850, 'reversible')).reason).toBe('no-gain');
    expect((await renderTo(2000, 1750, 'reversible')).text).toBeDefined();
  });

  it('takes a lossless form for the minimum of the caller', async () => {
    expect((await renderTo(200, 195, 'lossless')).text).toBeDefined();
    expect((await renderTo(200, 195, 'lossless', { minimumSaving: { tokens: 6, share: 0 } })).reason).toBe('no-gain');
  });
});
