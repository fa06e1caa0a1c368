import { describe, expect, it } from 'vitest';
import { root } from '../structure/source-tree.ts';
import { measureHits, wantedHits } from './measure-hits.ts';

describe('100 results of a search over code', () => {
  it('keeps every path, line and signature in 12 % of the tokens, in every form, with and without a question', async () => {
    const { files, rows } = await measureHits(root);
    expect(files).toBeGreaterThan(30);
    for (const { form, question, before, after, placed, signatures } of rows) {
      const told = `${form}, ${question}`;
      expect(before, told).toBeGreaterThan(15_000);
      expect([placed, signatures], told).toEqual([wantedHits, wantedHits]);
      expect(after / before, told).toBeLessThanOrEqual(0.12);
    }
  }, 60_000);
});
