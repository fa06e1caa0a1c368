import type { Candidate, Omission } from '../types/compressor.ts';

const factsShown = 4;

/** Chooses the short facts that stand in a candidate's marker: counts by unit first, then what was computed about the omitted. */
export function markerFacts(candidate: Candidate): readonly string[] {
  if (candidate.omissions.length === 0) return ['folded_nothing_left_out'];
  const counts = new Map<string, number>();
  for (const { unit, count } of candidate.omissions) counts.set(unit, (counts.get(unit) ?? 0) + count);
  return [...[...counts].map(([unit, count]) => `${count}_${unit}_offloaded`), ...details(candidate)];
}

/** Every token of a marker is paid on every turn: what the text says in place already is not said again. */
function details({ omissions, text }: Candidate): readonly string[] {
  const [only, ...others]: readonly Omission[] = omissions;
  return only === undefined || others.length > 0 ? [] : only.facts.filter((fact) => !text.includes(fact)).slice(0, factsShown);
}
