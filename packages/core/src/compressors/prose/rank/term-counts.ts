import { createMatcher } from '../../../relevance/matcher.ts';
import type { WeightedTerm } from '../../../relevance/question-terms.ts';
import { readWords } from '../../../relevance/text-words.ts';
import type { Passages } from '../read/passages.ts';

/** Which terms stand in each row (passage, paragraph, section): in most texts few rows hold any. */
export interface TermCounts {
  readonly terms: readonly WeightedTerm[];
  /** Where what a row holds begins in `held` and `times`, and behind the last row their end. */
  readonly first: Int32Array;
  /** Indexes of terms, rising within a row. */
  readonly held: Int32Array;
  /** How often each stands there. */
  readonly times: Int32Array;
  /** Words of each row. */
  readonly lengths: Float64Array;
}

/** A passage of which only this much is read is long enough to be known by its beginning. */
const readCharacters = 6000;

/** Counts terms in passages. Linear. */
export function countTerms({ text, codes, count, starts, ends }: Passages, terms: readonly WeightedTerm[]): TermCounts {
  const matcher = createMatcher(terms);
  const words = readWords(text, codes);
  const lengths = new Float64Array(count);
  const rows = createRows(count, terms.length);
  for (let passage = 0; passage < count; passage += 1) {
    const start = starts[passage]!;
    lengths[passage] = matcher.count(words, rows.counts, { start, end: Math.min(ends[passage]!, start + readCharacters) });
    rows.end(passage, matcher.hits() > 0);
  }
  return { terms, lengths, ...rows.finish() };
}

/** Adds up the rows of passages that belong together; -1 belongs nowhere. */
export function groupCounts({ terms, first, held, times, lengths }: TermCounts, groupOf: Int32Array, groups: number): TermCounts {
  const lengthSums = new Float64Array(groups);
  /** The passages of each group that hold a term, as a list that each group begins and each passage goes on. */
  const head = new Int32Array(groups).fill(-1);
  const next = new Int32Array(lengths.length);
  for (let passage = lengths.length - 1; passage >= 0; passage -= 1) {
    const group = groupOf[passage]!;
    if (group < 0) continue;
    lengthSums[group]! += lengths[passage]!;
    if (first[passage] === first[passage + 1]) continue;
    next[passage] = head[group]!;
    head[group] = passage;
  }
  const rows = createRows(groups, terms.length);
  for (let group = 0; group < groups; group += 1) {
    for (let passage = head[group]!; passage >= 0; passage = next[passage]!)
      for (let at = first[passage]!; at < first[passage + 1]!; at += 1) rows.counts[held[at]!]! += times[at]!;
    rows.end(group, head[group]! >= 0);
  }
  return { terms, lengths: lengthSums, ...rows.finish() };
}

interface Rows {
  /** Counts of the row that is read now, a cell for each term. */
  readonly counts: Uint32Array;
  /** Ends a row, which holds something or nothing. */
  end(row: number, holds: boolean): void;
  finish(): Pick<TermCounts, 'first' | 'held' | 'times'>;
}

function createRows(count: number, width: number): Rows {
  const counts = new Uint32Array(width);
  const first = new Int32Array(count + 1);
  const held: number[] = [];
  const times: number[] = [];
  return {
    counts,
    end(row, holds) {
      if (holds) {
        for (let term = 0; term < width; term += 1) {
          if (counts[term] === 0) continue;
          held.push(term);
          times.push(counts[term]!);
          counts[term] = 0;
        }
      }
      first[row + 1] = held.length;
    },
    finish: () => ({ first, held: Int32Array.from(held), times: Int32Array.from(times) }),
  };
}

/** Weight times inverse document frequency of each term over the rows; 0 for a term that stands nowhere, so that it does not count as missing. */
export function rarityOf({ terms, held, lengths }: TermCounts): Float64Array {
  const frequencies = new Float64Array(terms.length);
  for (const term of held) frequencies[term]! += 1;
  let documents = 0;
  for (const length of lengths) if (length > 0) documents += 1;
  return Float64Array.from(terms, ({ weight }, term) => {
    const frequency = frequencies[term]!;
    return frequency === 0 ? 0 : weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  });
}
