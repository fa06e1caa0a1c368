import { rankRanges, terms, type WeightedTerm } from '@headroom/core';
import type { SourceLines } from '../files/source-lines.ts';
import type { PayloadOutline } from './payload-outline.ts';

/** So many of the best units say what else to look for, if they are not much worse than the best. */
const mostAnswers = 6;
const leastShareOfBest = 0.6;
const mostTerms = 40;
const readCharacters = 400;
const speaking: ReadonlySet<string> = new Set(['statement', 'inner', 'text', 'comment', 'item', 'row']);
const identifier = /[A-Za-z_$][\w$]{2,80}/g;

/**
 * How much each unit speaks of what the best ones speak of: the variables that they set or test, the functions that they call, the types that they make. Those names are looked for
 * in turn, as pseudo-relevance feedback does (Rocchio 1971), and count where the same function goes on or the same file.
 *
 * @returns 1 for the unit that says most of it; undefined where there is nothing to go on from
 */
export function feedback({ units, functions }: PayloadOutline, payload: SourceLines, values: Float64Array): Float32Array | undefined {
  const best = [...units.keys()]
    .filter((index) => speaking.has(units[index]!.role) && units[index]!.whole)
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .slice(0, mostAnswers);
  const top = values[best[0] ?? 0] ?? 0;
  const answers = best.filter((index) => values[index]! >= top * leastShareOfBest && top > 0);
  const wanted = new Map<string, number>();
  for (const index of answers) {
    const start = payload.starts[units[index]!.first]!;
    const text = payload.text.slice(start, Math.min(payload.starts[units[index]!.last + 1]!, start + readCharacters));
    for (const [name] of text.matchAll(identifier)) {
      const term = termOf(name);
      if (wanted.size < mostTerms || wanted.has(term)) wanted.set(term, Math.max(wanted.get(term) ?? 0, values[index]! / top));
    }
  }
  const searched: readonly WeightedTerm[] = [...wanted].map(([term, weight]) => ({ term, weight }));
  return rankRanges({
    text: payload.text,
    lineStarts: payload.starts,
    count: units.length,
    start: (unit) => payload.starts[units[unit]!.first]!,
    end: (unit) => payload.starts[units[unit]!.last + 1]!,
    terms: searched,
    parents: functions.map(() => ''),
    parentOf: () => -1,
  });
}

/** The term of a whole name: parts of names say less. */
function termOf(name: string): string {
  const parts = terms(name);
  return parts.length > 1 ? name.toLowerCase() : (parts[0] ?? name.toLowerCase());
}
