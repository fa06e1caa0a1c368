import type { Candidate, Omission } from '../types/compressor.ts';

const factsShown = 4;

/** Chooses the short facts that stand in a candidate's marker: counts by unit first, then what was computed about the omitted. */
export function markerFacts(candidate: Candidate): readonly string[] {
  if (candidate.omissions.length === 0) return ['folded_nothing_left_out'];
  const counts = new Map<string, number>();
  for (const { unit, count } of candidate.omissions) counts.set(unit, (counts.get(unit) ?? 0) + count);
  return [...[...counts].map(([unit, count]) => `${count}_${unit}_offloaded`), ...details(candidate.omissions).slice(0, factsShown)];
}

function details(omissions: readonly Omission[]): readonly string[] {
  return omissions.length === 1 ? (omissions[0]?.facts ?? []) : [];
}
