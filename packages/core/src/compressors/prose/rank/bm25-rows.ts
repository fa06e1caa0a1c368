import type { TermCounts } from './term-counts.ts';

/** How soon repeats of a term stop counting (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const saturation = 1.2;

/**
 * Scores of rows by BM25, 0 to 1, 1 for the best.
 *
 * @param rarity what each term counts, see `rarityOf`
 * @param lengthShare how much a row's length counts against it, 0 to 1
 */
export function scoreRows({ first, held, times, lengths }: TermCounts, rarity: Float64Array, lengthShare: number): Float64Array {
  let whole = 0;
  for (const length of lengths) whole += length;
  const mean = Math.max(1, whole / Math.max(1, lengths.length));
  const scores = new Float64Array(lengths.length);
  let top = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const end = first[row + 1]!;
    if (first[row] === end) continue;
    const normal = saturation * (1 - lengthShare + (lengthShare * lengths[row]!) / mean);
    let sum = 0;
    for (let at = first[row]!; at < end; at += 1) sum += (rarity[held[at]!]! * times[at]! * (saturation + 1)) / (times[at]! + normal);
    scores[row] = sum;
    if (sum > top) top = sum;
  }
  if (top > 0) for (let row = 0; row < scores.length; row += 1) scores[row]! /= top;
  return scores;
}

/**
 * The share of the question's rarity that each row holds, 0 to 1.
 *
 * @param above for each row another whose terms count as held too, or -1
 */
export function coverRows({ first, held, lengths }: TermCounts, rarity: Float64Array, above?: Int32Array): Float64Array {
  let whole = 0;
  for (const value of rarity) whole += value;
  const covered = new Float64Array(lengths.length);
  if (whole === 0) return covered;
  for (let row = 0; row < covered.length; row += 1) {
    const other = above === undefined ? -1 : above[row]!;
    const end = first[row + 1]!;
    const endOther = other < 0 ? 0 : first[other + 1]!;
    let at = first[row]!;
    let atOther = other < 0 ? 0 : first[other]!;
    let sum = 0;
    while (at < end || atOther < endOther) {
      const term = at < end ? held[at]! : Number.MAX_SAFE_INTEGER;
      const termOther = atOther < endOther ? held[atOther]! : Number.MAX_SAFE_INTEGER;
      sum += rarity[Math.min(term, termOther)]!;
      if (term <= termOther) at += 1;
      if (termOther <= term) atOther += 1;
    }
    covered[row] = sum / whole;
  }
  return covered;
}
