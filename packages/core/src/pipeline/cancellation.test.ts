import { describe, expect, it } from 'vitest';
import { createHeadroom } from '../headroom.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import type { Compressor } from '../types/compressor.ts';

const text = Array.from({ length: 400 }, (_, index) => `zq${index} xk${index * 7} vw`).join('\n');
const history = ['first', 'second'].map((name) => ({ role: 'tool', tool_call_id: name, content: `${name}\n${text}` }));

/** A compressor that waits until it is told to go on, and says when it was called. */
function waiting(): { compressor: Compressor; called: Promise<void>; goOn: () => void; calls: () => number } {
  const [called, gate] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let calls = 0;
  const compressor: Compressor = {
    name: 'waiting',
    kinds: ['text', 'terminal', 'prose', 'log', 'table'],
    async compress() {
      calls += 1;
      called.resolve();
      await gate.promise;
      return { text: 'short', fidelity: 'reversible', omissions: [{ unit: 'lines', count: 399, where: '', facts: [] }] };
    },
  };
  return { compressor, called: called.promise, goOn: gate.resolve, calls: () => calls };
}

describe('cancelling a call', () => {
  it('rejects with the reason at once, and starts no further text', async () => {
    const { compressor, called, goOn, calls } = waiting();
    const headroom = createHeadroom({ compressors: [compressor], offload: 'never' });
    const controller = new AbortController();
    const pending = headroom.compress(history, { format: 'openai-chat', signal: controller.signal });
    await called;
    controller.abort(new Error('the user went away'));
    await expect(pending).rejects.toThrow('the user went away');
    goOn();
    await new Promise((resolve) => void setTimeout(resolve, 20));
    expect(calls()).toBe(1);
  });

  it('I4: decides nothing for the next call, which says what an uncancelled one says', async () => {
    const { compressor, called, goOn } = waiting();
    const store = createMemoryStore();
    const headroom = createHeadroom({ compressors: [compressor], offload: 'never', store });
    const controller = new AbortController();
    const pending = headroom.compress(history, { format: 'openai-chat', signal: controller.signal });
    await called;
    controller.abort(new Error('gone'));
    await expect(pending).rejects.toThrow('gone');
    goOn();
    const again = await headroom.compress(history, { format: 'openai-chat' });
    const plain = await createHeadroom({ compressors: [compressor], offload: 'never' }).compress(history, { format: 'openai-chat' });
    expect(again.messages).toEqual(plain.messages);
    expect(JSON.stringify(again.messages)).toContain('short');
  });

  it('does nothing where the signal was aborted before', async () => {
    const { compressor, calls } = waiting();
    const headroom = createHeadroom({ compressors: [compressor], offload: 'never' });
    await expect(headroom.compressText(text, { signal: AbortSignal.abort(new Error('too late')) })).rejects.toThrow('too late');
    expect(calls()).toBe(0);
  });
});
