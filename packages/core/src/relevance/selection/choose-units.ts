import type { CompressContext } from '../../types/compressor.ts';
import { fitBudget } from '../fit-budget.ts';
import { bestFirst, type BestFirst } from './best-first.ts';
import type { TextUnits } from './text-units.ts';
import { costRank, unitOverhead } from './unit-cost.ts';

/** What units are worth, and what stands with them. */
export interface UnitWorth {
  /** A unit of 0 or less is shown only where it belongs to a chosen one. */
  readonly scores: Float64Array;
  /** For each unit the one above it that must be shown with it, or -1; always an earlier one. */
  readonly parents: Int32Array;
}

/** A rendering with its tokens. */
export interface Fitted<Rendered> {
  readonly rendered: Rendered;
  readonly tokens: number;
}

/** How units are chosen and written. */
export interface ChooseRequest<Rendered extends { readonly text: string }> extends UnitWorth {
  readonly units: TextUnits;
  /** Tokens that the rendered text may take. */
  readonly budget: number;
  readonly count: CompressContext['count'];
  /** What a unit is shown as, for its cost. */
  readonly show: (unit: number) => string;
  /** Writes the units of which `kept` is 1. */
  readonly render: (kept: Uint8Array) => Rendered;
}

/**
 * Takes the units of highest worth for their length, each with all that it belongs to, until the rendered text fills the budget; undefined where not even one fits.
 * Linear but for those that may be taken: only they are put in order, and only their tokens are counted.
 */
export function chooseUnits<Rendered extends { readonly text: string }>(request: ChooseRequest<Rendered>): Fitted<Rendered> | undefined {
  const { budget, count, render, scores } = request;
  const { order, costs } = affordableOrder(request);
  return fitBudget(budget, (room) => {
    const taken = prefixWithin(costs, room);
    if (taken === 0) return undefined;
    const kept = new Uint8Array(scores.length);
    for (let index = 0; index < taken; index += 1) kept[order[index]!] = 1;
    const rendered = render(kept);
    return { rendered, tokens: count(rendered.text) };
  });
}

/** Units from the best down, each behind those that it belongs to, with their tokens; it ends where no budget reaches. */
function affordableOrder<Rendered extends { readonly text: string }>({
  units,
  scores,
  parents,
  show,
  count,
  budget,
}: ChooseRequest<Rendered>): {
  order: readonly number[];
  costs: readonly number[];
} {
  const order: number[] = [];
  const costs: number[] = [];
  const taken = new Uint8Array(scores.length);
  let cost = 0;
  const best = rankUnits(scores, units);
  for (let unit = best.next(); unit >= 0 && cost <= 2 * budget; unit = best.next()) {
    const chain: number[] = [];
    for (let at = unit; at >= 0 && taken[at] === 0; at = parents[at]!) {
      taken[at] = 1;
      chain.push(at);
    }
    for (const member of chain.reverse()) {
      order.push(member);
      costs.push(unitOverhead + count(show(member)));
      cost += costs.at(-1)!;
    }
  }
  return { order, costs };
}

function rankUnits(scores: Float64Array, units: TextUnits): BestFirst {
  const ranks = new Float64Array(scores.length);
  const found: number[] = [];
  for (let unit = 0; unit < scores.length; unit += 1) {
    if (scores[unit]! <= 0) continue;
    ranks[unit] = scores[unit]! / costRank(units, unit);
    found.push(unit);
  }
  return bestFirst(found, ranks);
}

function prefixWithin(costs: readonly number[], room: number): number {
  let sum = 0;
  let taken = 0;
  while (taken < costs.length && sum + costs[taken]! <= room) {
    sum += costs[taken]!;
    taken += 1;
  }
  return taken;
}
