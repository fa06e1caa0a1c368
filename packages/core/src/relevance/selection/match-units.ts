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
  if (parents !== undefined) inherit(own, parents);
  const scores = scoreCounts({ question: terms, counts: own.filled(), lengths: own.lengths, lengthShare, rows: own.rows });
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

/** How often each term stands in each unit that holds any: in most texts few do, and a table of all would be larger than the text. */
interface HeldTerms {
  readonly width: number;
  /** The row of each unit, or -1. */
  readonly rows: Int32Array;
  readonly lengths: Float64Array;
  /** Row after row, with room behind them; another array once rows were added. */
  readonly counts: () => Float32Array;
  /** The rows that there are. */
  readonly filled: () => Float32Array;
  /** Makes an empty row. */
  readonly addRow: (unit: number) => number;
}

function createHeldTerms(units: number, width: number): HeldTerms {
  const rows = new Int32Array(units).fill(-1);
  let counts = new Float32Array(firstRows * width);
  let used = 0;
  return {
    width,
    rows,
    lengths: new Float64Array(units),
    counts: () => counts,
    filled: () => counts.subarray(0, used * width),
    addRow(unit) {
      if ((used + 1) * width > counts.length) {
        const larger = new Float32Array(2 * counts.length);
        larger.set(counts);
        counts = larger;
      }
      rows[unit] = used;
      used += 1;
      return used - 1;
    },
  };
}

const firstRows = 256;

function countTerms({ count, starts, ends }: TextUnits, words: TextWords, terms: readonly WeightedTerm[]): HeldTerms {
  const matcher = createMatcher(terms);
  const held = createHeldTerms(count, terms.length);
  const found = new Uint32Array(terms.length);
  for (let unit = 0; unit < count; unit += 1) {
    const start = starts[unit]!;
    const end = Math.min(ends[unit]!, start + readCharacters);
    if (end <= start) continue;
    held.lengths[unit] = matcher.count(words, found, { start, end });
    if (matcher.hits() === 0) continue;
    const at = held.addRow(unit) * terms.length;
    const counts = held.counts();
    for (let term = 0; term < found.length; term += 1) {
      counts[at + term] = found[term]!;
      found[term] = 0;
    }
  }
  return held;
}

/** Adds to each unit what it has from those above it: a term that it does not hold itself counts in part. */
function inherit(held: HeldTerms, parents: Int32Array): void {
  const { width, rows, addRow } = held;
  const shares = new Float64Array(width);
  let inherited = new Float32Array(held.counts().length);
  for (let unit = 0; unit < parents.length; unit += 1) {
    const parent = parents[unit]!;
    const above = parent < 0 ? -1 : rows[parent]! * width;
    if (above < 0) continue;
    const before = held.counts();
    let most = 0;
    for (let term = 0; term < width; term += 1) {
      const own = before[above + term]! >= 1 ? parentShare : 0;
      shares[term] = Math.min(mostInherited, own + ancestorShare * (inherited[above + term] ?? 0));
      most = Math.max(most, shares[term]!);
    }
    if (most === 0) continue;
    const at = (rows[unit]! >= 0 ? rows[unit]! : addRow(unit)) * width;
    const counts = held.counts();
    if (inherited.length < counts.length) inherited = grownTo(inherited, counts.length);
    for (let term = 0; term < width; term += 1) {
      inherited[at + term] = shares[term]!;
      if (counts[at + term] === 0) counts[at + term] = shares[term]!;
    }
  }
}

function grownTo(array: Float32Array<ArrayBuffer>, least: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.max(least, 2 * array.length));
  larger.set(array);
  return larger;
}

function withNeighbours(scores: Float64Array, share: number): Float64Array {
  const spread = scores.slice();
  for (let unit = 0; unit < scores.length; unit += 1) {
    const near = Math.max(scores[unit - 1] ?? 0, scores[unit + 1] ?? 0);
    spread[unit] = Math.max(scores[unit]!, near * share);
  }
  return spread;
}
