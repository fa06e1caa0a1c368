import type { ColumnStatistics } from '../column-statistics.ts';
import { lookedAt } from '../error-value.ts';
import { isOpaque } from '../opaque.ts';
import type { TextBook } from '../text-book.ts';
import { add } from './weights.ts';

/** Values that speak of trouble. A word of trouble that many of them have is no news: in a list of failures, failing is not. */
export function scoreTrouble(statistics: ColumnStatistics, book: TextBook, score: number, scores: Float64Array): void {
  const { column, numbers } = statistics;
  const texts = book.textsOf(statistics);
  if (numbers !== undefined || texts === undefined || isOpaque(String(column.values[0]))) return;
  const frequencies = new Map<number, number>();
  const found: { readonly unit: number; readonly words: readonly number[] }[] = [];
  for (let index = 0; index < texts.length; index++) {
    const text = texts[index] as number;
    if (text < 0 || typeof column.values[index] !== 'string') continue;
    const words = troubleIn(text, book);
    if (words.length === 0) continue;
    found.push({ unit: column.units[index] as number, words });
    for (const word of words) frequencies.set(word, (frequencies.get(word) ?? 0) + 1);
  }
  const seldom = Math.max(2, column.values.length * 0.05);
  for (const { unit, words } of found) {
    const rarest = words.reduce((least, word) => Math.min(least, frequencies.get(word) ?? 0), Infinity);
    add(scores, unit, score * Math.min(1, seldom / rarest));
  }
}

const none: readonly number[] = [];

/** Which words of trouble stand at the beginning of a text. */
function troubleIn(text: number, { trouble, starts }: TextBook): readonly number[] {
  const to = trouble.from[text + 1] as number;
  let at = trouble.from[text] as number;
  if (at === to) return none;
  const end = (starts[text] as number) + lookedAt;
  const found = new Set<number>();
  for (; at < to && (trouble.places[at] as number) < end; at++) found.add(trouble.terms[at] as number);
  return [...found];
}
