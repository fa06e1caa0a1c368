import { describe, expect, it } from 'vitest';
import { searchRows } from './search-rows.ts';
import { shapes } from './shapes.ts';

describe('generated payloads', () => {
  it('are the same for the same seed and new throughout for another', () => {
    const [one, again, other] = [searchRows(50, 1), searchRows(50, 1), searchRows(50, 2)];
    expect(again).toEqual(one);
    expect(other.filter(({ id }) => one.some((row) => row.id === id))).toEqual([]);
  });

  it('search rows are as large as those of the baseline measurement, within 5 %', () => {
    const characters = JSON.stringify(searchRows(1000, 3)).length / 1000;
    expect(characters).toBeGreaterThan(483 * 0.95);
    expect(characters).toBeLessThan(483 * 1.05);
  });

  it.each(Object.entries(shapes))('%s hold the answers to their questions', (_name, generate) => {
    const { text, questions } = generate(5);
    expect(questions.length).toBeGreaterThan(2);
    for (const { facts } of questions) for (const fact of facts) expect(text).toContain(fact);
  });
});
