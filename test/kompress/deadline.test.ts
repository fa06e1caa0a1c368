import { createHeadroom, createMemoryStore } from '@headroom/core';
import { kompressCompressor } from '@headroom/kompress';
import { describe, expect, it } from 'vitest';
import { makeProse } from './prose.ts';

describe('a deadline while the model runs on the engine’s thread', () => {
  it(
    'I4, I6: ends the thread, pins the decision in the store, and leaves other texts to a fresh thread',
    { timeout: 120_000 },
    async () => {
      const store = createMemoryStore();
      const compressors = [kompressCompressor({ sentences: 'all' })];
      const hasty = createHeadroom({ store, compressors, deadlineMs: 1500 });
      // Loads the model, whatever the clock says of this text.
      await hasty.compressText(makeProse(5000, 1));
      const long = makeProse(4_000_000, 2);
      expect(await hasty.compressText(long)).toMatchObject({ fidelity: 'unchanged', reason: 'deadline' });
      const patient = createHeadroom({ store: { ...store, close: async () => undefined }, compressors, deadlineMs: 100_000 });
      expect(await patient.compressText(long)).toMatchObject({ fidelity: 'unchanged', reason: 'deadline' });
      expect(await patient.compressText(makeProse(20_000, 3))).toMatchObject({ compressor: 'kompress', fidelity: 'reversible' });
      await patient.close();
      await hasty.close();
    },
  );
});
