import { describe, expect, it } from 'vitest';
import { HeadroomError } from '../../errors/headroom-error.ts';
import { compactDocument } from './compact-document.ts';
import { crushArray } from './crush-array.ts';

const count = (text: string): number => Math.ceil(text.length / 4);
const rows = Array.from({ length: 200 }, (_, id) => ({
  id,
  name: `server-${id}`,
  load: (id * 7919) % 100,
  note: `rack ${(id * 31) % 53} in hall ${(id * 17) % 11}`,
  status: id === 150 ? 'failed' : 'ok',
  price: 1,
}));
const json = JSON.stringify(rows).replaceAll('"price":1', '"price":1.0');
const code = (action: () => unknown): string | undefined => {
  try {
    action();
  } catch (error) {
    return HeadroomError.isInstance(error) ? error.code : 'other';
  }
  return undefined;
};

describe('crushArray', () => {
  it('gives the elements that stay, whole, in order and as spelled, and says what went', () => {
    const { items, indexes, dropped, fidelity, text } = crushArray(json, { tokenBudget: 400, count });
    expect(fidelity).toBe('reversible');
    expect(items.length).toBeLessThan(200);
    expect([...indexes]).toEqual([...indexes].sort((a, b) => a - b));
    items.forEach((item, at) => expect(item).toBe(JSON.stringify(rows[indexes[at] ?? -1]).replace('"price":1', '"price":1.0')));
    expect(dropped).toEqual([expect.objectContaining({ unit: 'rows', count: 200 - items.length })]);
    expect(indexes).toContain(150);
    expect(count(text)).toBeLessThanOrEqual(400);
  });

  it('keeps more with a greater bias, all where it fits', () => {
    const kept = (bias: number): number => crushArray(json, { tokenBudget: 300, bias, count }).items.length;
    expect(kept(0.5)).toBeLessThan(kept(1));
    expect(kept(1)).toBeLessThan(kept(2));
    expect(crushArray(json, { tokenBudget: 1e6, count })).toMatchObject({ fidelity: 'lossless', dropped: [] });
    expect(kept(1000)).toBe(200);
  });

  it('keeps what the query asks for', () => {
    expect(crushArray(json, { query: 'load of server-77', tokenBudget: 200, count }).indexes).toContain(77);
  });

  it('takes JSON lines and lists of scalars', () => {
    const lines = rows.map((row) => JSON.stringify(row)).join('\n');
    expect(crushArray(lines, { tokenBudget: 400, count }).items.length).toBeGreaterThan(5);
    const numbers = JSON.stringify(Array.from({ length: 1000 }, (_, index) => (index * 7919) % 1009));
    const crushed = crushArray(numbers, { tokenBudget: 200, count });
    expect(crushed.items).toContain('1008');
    expect(JSON.parse(crushed.place('<<ccr:x>>'))).toContainEqual({ _ccr_dropped: '<<ccr:x>>' });
  });

  it('returns a short list as it came', () => {
    expect(crushArray('[1,2,3]', { tokenBudget: 1, count })).toMatchObject({
      fidelity: 'unchanged',
      text: '[1,2,3]',
      items: ['1', '2', '3'],
      dropped: [],
    });
  });

  it('says what is wrong with bad input', () => {
    expect(code(() => crushArray('{"a":1}', { tokenBudget: 10, count }))).toBe('invalid-input');
    expect(code(() => crushArray('[1,', { tokenBudget: 10, count }))).toBe('invalid-input');
    expect(code(() => crushArray('[1]', { tokenBudget: 0, count }))).toBe('invalid-option');
    expect(code(() => crushArray('[1]', { tokenBudget: 10, bias: Number.NaN, count }))).toBe('invalid-option');
  });
});

describe('compactDocument', () => {
  const document = JSON.stringify({
    cluster: { name: 'west', version: '1.0', settings: { retries: 3, region: 'eu' } },
    nodes: rows,
    note: 'kept',
    next: null,
  });

  it('keeps the outer schema and cuts the inner table', () => {
    const { text, dropped, fidelity } = compactDocument(document, { tokenBudget: 500, count });
    expect(fidelity).toBe('reversible');
    for (const key of ['cluster', 'name', 'version', 'settings', 'retries', 'region', 'nodes', 'note', 'next']) expect(text).toContain(key);
    expect(dropped).toEqual([expect.objectContaining({ unit: 'rows', where: '$.nodes' })]);
    expect(text).toContain('failed');
  });

  it('drops nothing where the compact form fits', () => {
    expect(compactDocument(document, { tokenBudget: 1e6, count })).toMatchObject({ fidelity: 'lossless', dropped: [] });
  });
});
