import type { Matcher } from './matcher.ts';
import type { TextWords } from './text-words.ts';

/** Counts terms in ranges of whole lines, as a {@link Matcher} does, but reads each line once however many ranges it lies in. */
export type RangeCounter = Pick<Matcher, 'count' | 'hits'>;

/**
 * Reads all lines of a text. No word goes on over a line feed, so that the counts of a range are the sums of those of its lines, and of what it has of a line that it ends in.
 *
 * @param starts where each line begins, and behind them the end of the text
 */
export function createLineCounter(matcher: Matcher, text: string | TextWords, starts: ArrayLike<number>): RangeCounter {
  const { words, firstHit, hitTerms } = readLines(matcher, text, starts);
  let hits = 0;
  return {
    count(_, counts, { start = 0, end = starts[starts.length - 1]!, offset = 0 } = {}) {
      const first = lineAt(starts, start);
      const last = lineAt(starts, end);
      if (starts[first] !== start || last < first) {
        const found = matcher.count(text, counts, { start, end, offset });
        hits = matcher.hits();
        return found;
      }
      for (let hit = firstHit[first]!; hit < firstHit[last]!; hit += 1) counts[offset + hitTerms[hit]!]! += 1;
      const rest = end > starts[last]! ? matcher.count(text, counts, { start: starts[last]!, end, offset }) : 0;
      hits = firstHit[last]! - firstHit[first]! + (end > starts[last]! ? matcher.hits() : 0);
      return words[last]! - words[first]! + rest;
    },
    hits: () => hits,
  };
}

interface LineCounts {
  /** Words, and hits, above each line. */
  readonly words: Uint32Array;
  readonly firstHit: Uint32Array;
  /** The terms that were hit, line by line. */
  readonly hitTerms: readonly number[];
}

function readLines(matcher: Matcher, text: string | TextWords, starts: ArrayLike<number>): LineCounts {
  const words = new Uint32Array(starts.length);
  const firstHit = new Uint32Array(starts.length);
  const hitTerms: number[] = [];
  const counts = new Uint32Array(matcher.terms.length);
  for (let line = 0; line + 1 < starts.length; line += 1) {
    words[line + 1] = words[line]! + matcher.count(text, counts, { start: starts[line]!, end: starts[line + 1]! });
    if (matcher.hits() > 0) takeHits(counts, hitTerms);
    firstHit[line + 1] = hitTerms.length;
  }
  return { words, firstHit, hitTerms };
}

function takeHits(counts: Uint32Array, hitTerms: number[]): void {
  for (let term = 0; term < counts.length; term += 1) for (; counts[term]! > 0; counts[term]! -= 1) hitTerms.push(term);
}

/** The last line that begins at or before a place. */
function lineAt(starts: ArrayLike<number>, place: number): number {
  let low = 0;
  for (let high = starts.length - 1; low < high;) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
