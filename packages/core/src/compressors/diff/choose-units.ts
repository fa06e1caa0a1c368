import { fitBudget } from '../../relevance/index.ts';
import { lineCosts } from '../../tokens/line-costs.ts';
import type { DiffDocument } from './diff-document.ts';
import type { DiffUnit } from './find-units.ts';
import { renderDiff, type RenderedDiff } from './render-diff.ts';

export interface FittedDiff extends RenderedDiff {
  readonly tokens: number;
}

/** How much a unit's length counts against it: between none (0) and value per token (1). */
const costExponent = 0.15;
const charactersPerToken = 3.3;
/** What a unit costs beside its lines: its share of the statements of gaps. */
const overheadTokens = 4;
const mostCandidates = 60_000;
/** An unchanged line of so much value answers the question by itself. */
const standingAlone = 3;
const rosterShare = 0.25;
/** Takes the units of highest value for their length until the rendered diff fills `budget` tokens; undefined where not even the names of files fit. */
export function chooseUnits(
  document: DiffDocument,
  units: readonly DiffUnit[],
  {
    values,
    budget,
    count,
  }: {
    readonly values: Float64Array;
    readonly budget: number;
    readonly count: (text: string) => number;
  },
): FittedDiff | undefined {
  const order = rankUnits(document, units, values);
  const costs = new Float32Array(document.count).fill(-1);
  const costOfLine = lineCosts({ text: document.text, codes: document.codes, count });
  const costOf = (line: number): number => {
    if (costs[line]! < 0) costs[line] = costOfLine(document.starts[line]!, document.ends[line]!);
    return costs[line]!;
  };
  const missing = (kept: Uint8Array, lines: readonly number[], room: number): number => {
    let sum = 0;
    for (const line of lines) {
      if (kept[line] === 0) sum += costOf(line);
      if (sum > room) break;
    }
    return sum;
  };
  const fill = (room: number, rosterTokens: number): FittedDiff => {
    const kept = new Uint8Array(document.count);
    const touched = new Uint8Array(document.hunks.length);
    let used = 0;
    for (const index of order) {
      if (room - used < 2 * overheadTokens) break;
      const { sort, lines, parents } = units[index]!;
      const hunk = document.hunkOf[lines[0]!]!;
      // What did not change is shown around what did, or because it is asked for.
      if (sort === 'context' && touched[hunk] === 0 && values[index]! < standingAlone) continue;
      const left = room - used;
      const cost = overheadTokens + missing(kept, parents, left);
      const whole = cost > left ? cost : cost + missing(kept, lines, left);
      if (whole > left) continue;
      used += whole;
      if (sort === 'change') touched[hunk] = 1;
      for (const line of parents) kept[line] = 1;
      for (const line of lines) kept[line] = 1;
    }
    const rendered = renderDiff(document, kept, { rosterTokens, count });
    return { ...rendered, tokens: count(rendered.text) };
  };
  const roster = Math.floor(budget * rosterShare);
  // Where not even names fit, sums must do.
  return fitBudget(budget, (room) => fill(room, roster)) ?? fitBudget(budget, (room) => fill(room, 0));
}

function rankUnits({ starts, ends }: DiffDocument, units: readonly DiffUnit[], values: Float64Array): readonly number[] {
  const ranks = new Float64Array(units.length);
  const found: number[] = [];
  units.forEach(({ lines }, index) => {
    if (values[index]! <= 0) return;
    let characters = 0;
    for (const line of lines) characters += ends[line]! - starts[line]! + 1;
    ranks[index] = values[index]! / (overheadTokens + characters / charactersPerToken) ** costExponent;
    found.push(index);
  });
  return found.sort((a, b) => ranks[b]! - ranks[a]! || a - b).slice(0, mostCandidates);
}
