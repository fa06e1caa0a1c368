import { createLineCounter } from './line-counter.ts';
import { createMatcher } from './matcher.ts';
import type { WeightedTerm } from './question-terms.ts';
import type { TextWords } from './text-words.ts';

/** Many short ranges of one text (lines, rows) that are to be ranked by a question. */
export interface RankRangesRequest {
  readonly text: string;
  /** The words of the text, where they were read before. */
  readonly words?: TextWords;
  readonly count: number;
  readonly start: (range: number) => number;
  readonly end: (range: number) => number;
  readonly terms: readonly WeightedTerm[];
  /** Texts that stand over ranges (a path, a heading, the head of a hunk): their words count for each range below them, at lower weight. */
  readonly parents: readonly string[];
  /** The parent of a range; -1 for none. */
  readonly parentOf: (range: number) => number;
  /**
   * What a parent's word counts beside a range's own.
   *
   * @default 0.5
   */
  readonly parentWeight?: number;
  /** Where the lines of the text begin, and behind them its end: for ranges of whole lines that lie in one another, so that each line is read once. */
  readonly lineStarts?: ArrayLike<number>;
}

const saturation = 1.2;
const lengthShare = 0.6;
/** A range of which only this much is read is long enough to be known by its beginning. */
const readCharacters = 4000;
/** Cells of the table of counts at most: fewer terms are looked for in more ranges. */
const mostCells = 1 << 24;

/**
 * Ranks ranges by BM25 over their own words and those of what stands over them; 1 for the best, 0 where no term stands. Linear in the text.
 *
 * Rows of counts are kept only for ranges that hold a term, so that a million ranges need no table of a million rows. The sum is raised for ranges that hold more of the
 * question, as in {@link scoreCounts}.
 *
 * @returns undefined where nothing is asked or nothing is found
 */
export function rankRanges(request: RankRangesRequest): Float32Array | undefined {
  const { count, parents, parentOf, parentWeight = 0.5 } = request;
  const terms = request.terms.slice(0, Math.max(8, Math.floor(mostCells / Math.max(1, count))));
  if (terms.length === 0 || count === 0) return undefined;
  const own = countRanges(request, terms);
  const above = countParents(parents, terms);
  const rarity = rarities(terms, { own, above, documents: count + parents.length });
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  if (whole === 0) return undefined;

  const score = (row: number, parent: number): number => {
    const normal = saturation * (1 - lengthShare + (lengthShare * (row < 0 ? own.meanLength : own.lengths[row]!)) / own.meanLength);
    let sum = 0;
    let covered = 0;
    for (let term = 0; term < terms.length; term += 1) {
      const here = row < 0 ? 0 : own.counts[row * terms.length + term]!;
      const over = parent < 0 ? 0 : Math.min(1, above[parent * terms.length + term]!) * parentWeight;
      if (here === 0 && over === 0) continue;
      const found = here + over;
      sum += (rarity[term]! * found * (saturation + 1)) / (found + normal);
      covered += rarity[term]! * (here > 0 ? 1 : parentWeight);
    }
    return sum === 0 ? 0 : sum * (0.5 + (0.5 * covered) / whole);
  };
  const inherited = new Float64Array(parents.length);
  for (let parent = 0; parent < parents.length; parent += 1) inherited[parent] = score(-1, parent);
  const scores = new Float32Array(count);
  let top = 0;
  for (let range = 0; range < count; range += 1) {
    const row = own.rowOf[range]!;
    const parent = parentOf(range);
    const value = row >= 0 ? score(row, parent) : parent >= 0 ? inherited[parent]! : 0;
    scores[range] = value;
    if (value > top) top = value;
  }
  if (top === 0) return undefined;
  for (let range = 0; range < count; range += 1) scores[range]! /= top;
  return scores;
}

interface RangeCounts {
  /** The row of counts of a range, or -1 where no term stands in it. */
  readonly rowOf: Int32Array;
  readonly rows: number;
  readonly counts: Uint32Array;
  readonly lengths: readonly number[];
  readonly meanLength: number;
}

function countRanges(
  { text, words: source, count, start, end, lineStarts }: RankRangesRequest,
  terms: readonly WeightedTerm[],
): RangeCounts {
  const matcher = createMatcher(terms);
  const counter = lineStarts === undefined ? matcher : createLineCounter(matcher, source ?? text, lineStarts);
  const rowOf = new Int32Array(count).fill(-1);
  const lengths: number[] = [];
  let counts = new Uint32Array(terms.length * 256);
  let words = 0;
  for (let range = 0; range < count; range += 1) {
    const from = start(range);
    const to = Math.min(end(range), from + readCharacters);
    if (to <= from) continue;
    const offset = lengths.length * terms.length;
    const length = counter.count(source ?? text, counts, { start: from, end: to, offset });
    words += length;
    if (counter.hits() === 0) continue;
    rowOf[range] = lengths.length;
    lengths.push(length);
    if (offset + 2 * terms.length > counts.length) {
      const larger = new Uint32Array(counts.length * 2);
      larger.set(counts);
      counts = larger;
    }
  }
  return { rowOf, rows: lengths.length, counts, lengths, meanLength: Math.max(1, words / count) };
}

function countParents(parents: readonly string[], terms: readonly WeightedTerm[]): Uint32Array {
  const matcher = createMatcher(terms);
  const counts = new Uint32Array(parents.length * terms.length);
  parents.forEach((text, parent) =>
    matcher.count(text, counts, { end: Math.min(text.length, readCharacters), offset: parent * terms.length }),
  );
  return counts;
}

/** Weight times inverse document frequency; 0 for a term that stands nowhere, so that it does not count as missing either. */
function rarities(
  terms: readonly WeightedTerm[],
  { own, above, documents }: { readonly own: RangeCounts; readonly above: Uint32Array; readonly documents: number },
): readonly number[] {
  const width = terms.length;
  const frequencies = new Float64Array(width);
  const add = (counts: Uint32Array, end: number): void => {
    for (let row = 0; row < end; row += width)
      for (let term = 0; term < width; term += 1) if (counts[row + term]! > 0) frequencies[term]! += 1;
  };
  add(own.counts, own.rows * width);
  add(above, above.length);
  return terms.map(({ weight }, term) => {
    const frequency = frequencies[term]!;
    return frequency === 0 ? 0 : weight * Math.log(1 + (documents - frequency + 0.5) / (frequency + 0.5));
  });
}
