import { describe, expect, it } from 'vitest';
import { createHeadroom } from './headroom.ts';
import { parseMarkers } from './marker/index.ts';

const rows = Array.from({ length: 400 }, (_, id) => ({
  id,
  city: id === 250 ? 'Oulu' : 'Ghent',
  note: `entry ${(id * 7919) % 1009} of the list`,
  price: (id * 37) % 91,
}));
const json = JSON.stringify(rows);

describe('crushArray', () => {
  it('I1: keeps whole rows in order, says what was dropped, and its handle gives the original back', async () => {
    const headroom = createHeadroom();
    const { items, indexes, dropped, handle, text, tokensBefore, tokensAfter } = await headroom.crushArray(json, {
      query: 'Which entry is in Oulu?',
      budgetTokens: 1500,
    });
    expect(indexes).toContain(250);
    expect([...indexes]).toEqual([...indexes].sort((first, second) => first - second));
    expect(items.map((item) => JSON.parse(item) as unknown)).toEqual(indexes.map((index) => rows[index]));
    expect(dropped.filter(({ unit }) => unit === 'rows').reduce((sum, { count }) => sum + count, 0)).toBe(rows.length - items.length);
    expect(tokensAfter).toBeLessThan(tokensBefore);
    expect(parseMarkers(text).map((marker) => marker.handle)).toEqual([handle]);
    expect(await headroom.store.get(handle!, 'default')).toEqual({ status: 'found', text: json });
  });

  it('keeps more with a larger bias', async () => {
    const headroom = createHeadroom();
    const [less, more] = await Promise.all([0.5, 2].map((bias) => headroom.crushArray(json, { bias, budgetTokens: 1000 })));
    expect(more!.items.length).toBeGreaterThan(less!.items.length);
  });

  it('says what is wrong with an input that is no list', async () => {
    await expect(createHeadroom().crushArray('{"a":1}')).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(createHeadroom().crushArray('nothing')).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('compactDocument', () => {
  it('keeps the outer keys and compacts the inner table', async () => {
    const headroom = createHeadroom();
    const document = JSON.stringify({ page: 1, total: rows.length, rows, next: null }, null, 2);
    const { text, tokensAfter, tokensBefore } = await headroom.compactDocument(document);
    for (const key of ['page', 'total', 'rows', 'next']) expect(text).toContain(key);
    expect(tokensAfter).toBeLessThan(tokensBefore / 2);
  });
});
