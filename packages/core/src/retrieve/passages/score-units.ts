import { scoreCounts } from '../../relevance/bm25.ts';
import { withKin } from '../../relevance/kin-terms.ts';
import { createMatcher } from '../../relevance/matcher.ts';
import { widenedTerms, type WeightedTerm } from '../../relevance/question-terms.ts';
import { stopTerms } from '../../relevance/stop-words.ts';
import { terms } from '../../relevance/terms.ts';
import type { PassageUnits } from './passage-units.ts';

/** More terms of a question than this are not looked for: memory is units times terms. */
const mostTerms = 40;

/** What a word of a parent counts for its children, and of a neighbour's score for a unit. */
const inherited = 0.4;
const neighbouring = 0.35;

/** Words of the best units that are looked for in a second round, and what they count beside a word of the question. */
const secondTerms = 24;
const secondWeight = 0.2;
const secondSources = 4;

/** Texts of more units are logs and lists, of which the second round tells nothing and costs most. */
const mostForSecond = 5000;

/**
 * Scores units by a question: BM25 with what parents and neighbours say, then a second round with the rarer words of the best units (an answer often stands beside the
 * words of the question, not in the same sentence).
 */
export function scoreUnits(text: string, units: PassageUnits, question: string): Float64Array {
  const wanted = withKin(text, widenedTerms(question)).slice(0, mostTerms);
  if (wanted.length === 0) return new Float64Array(units.count);
  const first = smooth(rank(text, units, wanted));
  if (units.count > mostForSecond) return first;
  const more = feedback(text, units, first, wanted);
  if (more.length === 0) return first;
  const second = rank(text, units, more);
  return first.map((score, unit) => score + second[unit]!);
}

function rank(text: string, units: PassageUnits, wanted: readonly WeightedTerm[]): Float64Array {
  const width = wanted.length;
  const matcher = createMatcher(wanted);
  const whole = new Uint32Array(units.count * width);
  const lengths = new Float64Array(units.count);
  for (let unit = 0; unit < units.count; unit += 1) {
    lengths[unit] = matcher.count(text, whole, { start: units.starts[unit]!, end: units.ends[unit]!, offset: unit * width });
  }
  const counts = new Float32Array(whole);
  for (let unit = 0; unit < units.count; unit += 1) {
    const parent = units.parents[unit]!;
    if (parent < 0) continue;
    for (let term = 0; term < width; term += 1) {
      const fromParent = Math.min(1, counts[parent * width + term]!) * inherited;
      if (fromParent > counts[unit * width + term]!) counts[unit * width + term] = fromParent;
    }
  }
  return scoreCounts({ question: wanted, counts, lengths });
}

function smooth(scores: Float64Array): Float64Array {
  return scores.map((score, unit) => score + neighbouring * Math.max(scores[unit - 1] ?? 0, scores[unit + 1] ?? 0));
}

/** Words of the best units that are not in the question. */
function feedback(text: string, units: PassageUnits, scores: Float64Array, wanted: readonly WeightedTerm[]): readonly WeightedTerm[] {
  const known = new Set(wanted.map(({ term }) => term));
  const found = new Set<string>();
  for (const unit of bestOf(scores, secondSources)) {
    for (const term of terms(text.slice(units.starts[unit], units.ends[unit]))) {
      if (found.size < secondTerms && term.length > 2 && !known.has(term) && !stopTerms.has(term)) found.add(term);
    }
  }
  return [...found].map((term) => ({ term, weight: secondWeight }));
}

/** The numbers of the highest scores, highest first, none that is zero. */
export function bestOf(scores: Float64Array, most: number): number[] {
  const best: number[] = [];
  for (let unit = 0; unit < scores.length; unit += 1) {
    if (scores[unit]! <= 0 || (best.length === most && scores[unit]! <= scores[best.at(-1)!]!)) continue;
    let at = best.length;
    while (at > 0 && scores[best[at - 1]!]! < scores[unit]!) at -= 1;
    best.splice(at, 0, unit);
    if (best.length > most) best.pop();
  }
  return best;
}
