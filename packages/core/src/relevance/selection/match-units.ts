import { scoreCounts } from '../bm25.ts';
import { measureTerms } from '../measure-terms.ts';
import { readAskedWords } from '../kin-terms.ts';
import { createMatcher } from '../matcher.ts';
import { widenedTerms, type WeightedTerm } from '../question-terms.ts';
import type { TextWords } from '../text-words.ts';
import type { TextUnits } from './text-units.ts';

/** How units are matched with a question. */
export interface MatchOptions {
  /** For each unit the one above it that it belongs to, or -1; always an earlier one. What stands there counts in part for the unit. */
  readonly parents?: Int32Array;
  /**
   * The part of its score that a unit gives to the units before and behind it.
   *
   * @default 0
   */
  readonly neighbourShare?: number;
  /** The code units of the text, where they were read before. */
  readonly codes?: Uint16Array;
}

const mostCells = 1 << 23;
/** A unit of which only this much is read is long enough to be known by it. */
const readCharacters = 6000;
/** What a word in the unit above counts, and in those above that one; never as much as a word of the unit's own. */
const parentShare = 0.5;
const ancestorShare = 0.6;
const mostInherited = 0.9;
/** Rows of tables are alike in length; long ones hold more cells and are no worse an answer. */
const lengthShare = 0.4;
const measureWeight = 0.3;

/**
 * Ranks units by BM25 over the question's terms, with what stands above them: 0 to 1, 1 for the best. Linear; undefined where the question names nothing that
 * the text holds.
 */
export function matchUnits(
  units: TextUnits,
  question: string,
  toolInput: unknown,
  { parents, neighbourShare = 0, codes }: MatchOptions = {},
): Float64Array | undefined {
  if (question.trim() === '') return undefined;
  const measures = measureTerms(question);
  const { words, terms: asked } = readAskedWords(units.text, widenedTerms(question, toolInput), {
    others: measures,
    ...(codes === undefined ? {} : { codes }),
  });
  const terms = withMeasures(asked, measures).slice(0, Math.max(6, Math.floor(mostCells / Math.max(1, units.count))));
  if (terms.length === 0) return undefined;
  const own = countTerms(units, words, terms);
  const { counts, holds } = parents === undefined ? own : withInherited(own, terms.length, parents);
  const scores = scoreCounts({ question: terms, counts, lengths: own.lengths, lengthShare, holds });
  let top = 0;
  for (let unit = 0; unit < scores.length; unit += 1) if (scores[unit]! > top) top = scores[unit]!;
  if (top === 0) return undefined;
  for (let unit = 0; unit < scores.length; unit += 1) scores[unit]! /= top;
  return neighbourShare > 0 ? withNeighbours(scores, neighbourShare) : scores;
}

/** Names of measures are another spelling of what the question says, and say less. */
function withMeasures(asked: readonly WeightedTerm[], measures: ReadonlySet<string>): readonly WeightedTerm[] {
  const known = new Set(asked.map(({ term }) => term));
  return [...asked, ...[...measures].filter((term) => !known.has(term)).map((term) => ({ term, weight: measureWeight }))];
}

interface HeldTerms {
  /** How often each term stands in each unit: row after row. */
  readonly counts: Uint32Array | Float32Array;
  /** 1 for units in which any does: in most texts few do. */
  readonly holds: Uint8Array;
}

function countTerms(
  { count, starts, ends }: TextUnits,
  words: TextWords,
  terms: readonly WeightedTerm[],
): HeldTerms & { readonly counts: Uint32Array; readonly lengths: Float64Array } {
  const matcher = createMatcher(terms);
  const counts = new Uint32Array(count * terms.length);
  const lengths = new Float64Array(count);
  const holds = new Uint8Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    const start = starts[unit]!;
    const end = Math.min(ends[unit]!, start + readCharacters);
    if (end <= start) continue;
    lengths[unit] = matcher.count(words, counts, { start, end, offset: unit * terms.length });
    if (matcher.hits() > 0) holds[unit] = 1;
  }
  return { counts, holds, lengths };
}

function withInherited({ counts: own, holds: holdsOwn }: HeldTerms, width: number, parents: Int32Array): HeldTerms {
  const weighed = new Float32Array(own);
  const inherited = new Float32Array(own.length);
  const holds = holdsOwn.slice();
  for (let unit = 0; unit < parents.length; unit += 1) {
    const parent = parents[unit]!;
    if (parent < 0 || holds[parent] === 0) continue;
    for (let term = 0; term < width; term += 1) {
      const at = unit * width + term;
      const above = parent * width + term;
      const share = Math.min(mostInherited, parentShare * Math.min(1, own[above]!) + ancestorShare * inherited[above]!);
      if (share === 0) continue;
      inherited[at] = share;
      holds[unit] = 1;
      if (own[at] === 0) weighed[at] = share;
    }
  }
  return { counts: weighed, holds };
}

function withNeighbours(scores: Float64Array, share: number): Float64Array {
  const spread = scores.slice();
  for (let unit = 0; unit < scores.length; unit += 1) {
    const near = Math.max(scores[unit - 1] ?? 0, scores[unit + 1] ?? 0);
    spread[unit] = Math.max(scores[unit]!, near * share);
  }
  return spread;
}
