import { describe, expect, it } from 'vitest';
import type { JsonValue } from '../model.ts';
import { readDocument } from '../scan/read-document.ts';
import { buildOutline } from './build-outline.ts';
import { measureColumn } from './column-statistics.ts';
import { viewQuestion } from './question.ts';
import { readBook } from './text-book.ts';

const long = `${'Nothing of note happened on that day. '.repeat(6)}At last the payment failed.`;
const rows = Array.from({ length: 30 }, (_, id) => ({
  id,
  state: id % 2 === 0 ? 'open' : 'shut',
  note: id === 7 ? long : `Row ${id} tells of a payment`,
}));
const statistics = buildOutline(readDocument(JSON.stringify(rows))?.values[0] as JsonValue).columns.map(measureColumn);
const column = (key: string) => statistics.find((one) => one.column.key === key)!;

describe('readBook', () => {
  const view = viewQuestion('Which payment was open?', undefined)!;
  const book = readBook(statistics, view.sought);

  it('finds in each value what a look at that value alone finds', () => {
    for (const key of ['state', 'note']) {
      const texts = book.textsOf(column(key))!;
      column(key).column.values.forEach((value, index) => {
        const text = texts[index]!;
        const counts = new Uint32Array(view.sought.weights.length);
        const words = view.sought.count(value as string, counts, 0);
        const found = new Uint32Array(counts.length);
        for (let at = book.sought!.from[text]!; at < book.sought!.from[text + 1]!; at++) found[book.sought!.terms[at]!]! += 1;
        expect([...found]).toEqual([...counts]);
        expect(book.words[text]).toBe(words);
      });
    }
  });

  it('reads equal values of a category once, and numbers not at all where no digits are sought', () => {
    expect(new Set(book.textsOf(column('state'))).size).toBe(2);
    expect(book.textsOf(column('id'))).toBeUndefined();
  });

  it('knows long texts that it read whole; without a question none is', () => {
    expect(book.numberOf(long)).toBe(book.textsOf(column('note'))?.[7]);
    expect(readBook(statistics, undefined).numberOf(long)).toBeUndefined();
  });
});
