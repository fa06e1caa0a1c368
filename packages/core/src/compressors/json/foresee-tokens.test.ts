import { describe, expect, it } from 'vitest';
import { loadTokenCounter } from '../../tokens/load-token-counter.ts';
import { foreseeTokens } from './foresee-tokens.ts';
import { renderForm } from './form/render-form.ts';
import { readDocument } from './scan/read-document.ts';

const counter = await loadTokenCounter('o200k_base');
const count = (text: string): number => counter.count(text);
const words = 'alder birch cedar damson elder fir gorse hazel ivy juniper'.split(' ');
const phrase = (seed: number, length: number): string =>
  Array.from({ length }, (_, at) => words[(seed * 7 + at * at * 3 + at) % words.length]).join(' ');
const document = (rows: readonly unknown[]) => readDocument(JSON.stringify({ total: rows.length, rows }))!;

describe('foreseeTokens', () => {
  it.each([
    ['records', Array.from({ length: 400 }, (_, id) => ({ id, size: (id * 7919) % 10_007, note: `${id} ${phrase(id, 12)}` }))],
    [
      'records that repeat few texts',
      Array.from({ length: 400 }, (_, id) => ({ id, owner: phrase(id % 5, 20), note: `${id} ${phrase(id, 6)}` })),
    ],
  ])('is near what the form of %s takes', (_, rows) => {
    const taken = count(renderForm(document(rows)).text);
    const foreseen = foreseeTokens(document(rows), count)!;
    expect(foreseen).toBeGreaterThan(taken * 0.6);
    expect(foreseen).toBeLessThan(taken * 1.6);
  });

  it('says nothing of documents without long lists', () => {
    expect(foreseeTokens(document([{ note: phrase(1, 400) }, { note: phrase(2, 400) }]), count)).toBeUndefined();
  });
});
