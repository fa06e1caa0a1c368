import { troubleIn } from '../error-value.ts';
import type { ColumnStatistics } from '../column-statistics.ts';
import { isOpaque } from '../opaque.ts';
import { add } from './weights.ts';

/** Values that speak of trouble. A word of trouble that many of them have is no news: in a list of failures, failing is not. */
export function scoreTrouble({ column, categories, numbers }: ColumnStatistics, score: number, scores: Float64Array): void {
  if (numbers !== undefined || isOpaque(String(column.values[0]))) return;
  const wordsOf = categories === undefined ? troubleIn : remembered(troubleIn);
  const frequencies = new Map<number, number>();
  const found: { readonly unit: number; readonly words: readonly number[] }[] = [];
  for (let index = 0; index < column.values.length; index++) {
    const value = column.values[index];
    if (typeof value !== 'string') continue;
    const words = wordsOf(value);
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

function remembered(wordsOf: (value: string) => readonly number[]): (value: string) => readonly number[] {
  const known = new Map<string, readonly number[]>();
  return (value) => {
    let words = known.get(value);
    if (words === undefined) known.set(value, (words = wordsOf(value)));
    return words;
  };
}
