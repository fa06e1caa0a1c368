import type { TermCounts } from './term-counts.ts';

/** How soon repeats of a term stop counting (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const saturation = 1.2;

/**
 * Scores of rows by BM25, 0 to 1, 1 for the best.
 *
 * @param rarity what each term counts, see `rarityOf`
 * @param lengthShare how much a row's length counts against it, 0 to 1
 */
export function scoreRows({ terms, counts, lengths }: TermCounts, rarity: Float64Array, lengthShare: number): Float64Array {
  const width = terms.length;
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  const scores = new Float64Array(lengths.length);
  let top = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const normal = saturation * (1 - lengthShare + (lengthShare * lengths[row]!) / Math.max(1, mean));
    let sum = 0;
    for (let term = 0; term < width; term += 1) {
      const found = counts[row * width + term]!;
      if (found > 0) sum += (rarity[term]! * found * (saturation + 1)) / (found + normal);
    }
    scores[row] = sum;
    if (sum > top) top = sum;
  }
  if (top > 0) for (let row = 0; row < scores.length; row += 1) scores[row]! /= top;
  return scores;
}

/** The share of the question's rarity that each row holds, 0 to 1. */
export function coverRows({ terms, counts, lengths }: TermCounts, rarity: Float64Array): Float64Array {
  const width = terms.length;
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const covered = new Float64Array(lengths.length);
  if (whole === 0) return covered;
  for (let row = 0; row < covered.length; row += 1) {
    let sum = 0;
    for (let term = 0; term < width; term += 1) if (counts[row * width + term]! > 0) sum += rarity[term]!;
    covered[row] = sum / whole;
  }
  return covered;
}
