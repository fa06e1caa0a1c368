import { createMatcher } from './matcher.ts';
import type { WeightedTerm } from './question-terms.ts';

/** How soon repeats of a term stop counting, and how much a document's length counts: the usual values (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009). */
const saturation = 1.2;
const usualLengthShare = 0.75;

/** Documents that can be ranked by a question. */
export interface Bm25 {
  /** One score for each document, 0 where no term stands in it. */
  score(question: readonly WeightedTerm[]): Float64Array;
}

/**
 * Ranks documents by BM25. Linear in the documents' text; only the question's terms are looked for.
 *
 * @example createBm25({ documents: ['a red pod', 'a blue one'] }).score(questionTerms('red?')) // [0.6…, 0]
 */
export function createBm25({ documents }: { readonly documents: readonly string[] }): Bm25 {
  return {
    score(question) {
      const matcher = createMatcher(question);
      const counts = new Uint32Array(documents.length * question.length);
      const lengths = Float64Array.from(documents, (text, index) => matcher.count(text, counts, { offset: index * question.length }));
      return scoreCounts({ question, counts, lengths });
    },
  };
}

/**
 * The same from counts that a {@link createMatcher matcher} made: row `d` of `counts` holds how often each term stands in document `d`, of `lengths[d]` words.
 *
 * The sum is raised for documents that hold more of the question (between half and the whole, by inverse document frequency), so that one word said often does not win
 * over the whole question said once. Counts may be fractions, for what a document has from its parents.
 */
export function scoreCounts({
  question,
  counts,
  lengths,
  lengthShare = usualLengthShare,
  rows,
}: {
  readonly question: readonly WeightedTerm[];
  readonly counts: Uint32Array | Float32Array;
  readonly lengths: Float64Array;
  /**
   * How much a document's length counts, 0 to 1; little where a long record is no worse an answer than a short one.
   *
   * @default 0.75
   */
  readonly lengthShare?: number;
  /** The row of each document, -1 where no term stands in it; without them every document has its own. */
  readonly rows?: Int32Array;
}): Float64Array {
  const scores = new Float64Array(lengths.length);
  const rarity = inverseFrequencies(question, counts, lengths.length);
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length);
  for (let document = 0; document < lengths.length; document += 1) {
    const row = rows === undefined ? document : rows[document]!;
    if (row < 0) continue;
    const normalisation = saturation * (1 - lengthShare + (lengthShare * lengths[document]!) / Math.max(1, meanLength));
    let sum = 0;
    let covered = 0;
    for (let term = 0; term < question.length; term += 1) {
      const count = counts[row * question.length + term]!;
      if (count === 0) continue;
      sum += (rarity[term]! * count * (saturation + 1)) / (count + normalisation);
      covered += rarity[term]!;
    }
    if (sum > 0) scores[document] = sum * (0.5 + (0.5 * covered) / whole);
  }
  return scores;
}

/** Weight times the inverse document frequency of each term, never negative. A count below one is inherited from a parent and makes no document a holder. */
export function inverseFrequencies(question: readonly WeightedTerm[], counts: Uint32Array | Float32Array, documents: number): Float64Array {
  const width = question.length;
  const frequencies = new Uint32Array(width);
  for (let row = 0; row < counts.length; row += width) {
    for (let term = 0; term < width; term += 1) if (counts[row + term]! >= 1) frequencies[term]! += 1;
  }
  return Float64Array.from(question, ({ weight }, term) => {
    const frequency = frequencies[term]!;
    return weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  });
}
