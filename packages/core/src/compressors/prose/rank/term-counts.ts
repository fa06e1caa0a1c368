import { createMatcher } from '../../../relevance/matcher.ts';
import type { WeightedTerm } from '../../../relevance/question-terms.ts';
import type { Passages } from '../read/passages.ts';

/** How often each term stands in each passage: row after row, as many columns as terms. */
export interface TermCounts {
  readonly terms: readonly WeightedTerm[];
  readonly counts: Uint32Array;
  /** Words of each passage. */
  readonly lengths: Float64Array;
}

const mostCells = 1 << 22;
/** A passage of which only this much is read is long enough to be known by its beginning. */
const readCharacters = 6000;

/** Counts terms in passages; of very many passages fewer terms are counted, so that the table stays bounded. Linear. */
export function countTerms({ text, count, starts, ends }: Passages, wanted: readonly WeightedTerm[]): TermCounts {
  const terms = wanted.slice(0, Math.max(8, Math.floor(mostCells / Math.max(1, count))));
  const matcher = createMatcher(terms);
  const counts = new Uint32Array(count * terms.length);
  const lengths = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1) {
    const start = starts[passage]!;
    lengths[passage] = matcher.count(text, counts, {
      start,
      end: Math.min(ends[passage]!, start + readCharacters),
      offset: passage * terms.length,
    });
  }
  return { terms, counts, lengths };
}

/** Adds up the rows of passages that belong together. */
export function groupCounts({ terms, counts, lengths }: TermCounts, groupOf: Int32Array, groups: number): TermCounts {
  const width = terms.length;
  const sums = new Uint32Array(groups * width);
  const lengthSums = new Float64Array(groups);
  for (let passage = 0; passage < lengths.length; passage += 1) {
    const group = groupOf[passage]!;
    if (group < 0) continue;
    lengthSums[group]! += lengths[passage]!;
    for (let term = 0; term < width; term += 1) sums[group * width + term]! += counts[passage * width + term]!;
  }
  return { terms, counts: sums, lengths: lengthSums };
}

/** Weight times inverse document frequency of each term over the rows; 0 for a term that stands nowhere, so that it does not count as missing. */
export function rarityOf({ terms, counts, lengths }: TermCounts): Float64Array {
  const width = terms.length;
  const frequencies = new Float64Array(width);
  let documents = 0;
  for (let row = 0; row < lengths.length; row += 1) {
    if (lengths[row] === 0) continue;
    documents += 1;
    for (let term = 0; term < width; term += 1) if (counts[row * width + term]! > 0) frequencies[term]! += 1;
  }
  return Float64Array.from(terms, ({ weight }, term) => {
    const frequency = frequencies[term]!;
    return frequency === 0 ? 0 : weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  });
}
