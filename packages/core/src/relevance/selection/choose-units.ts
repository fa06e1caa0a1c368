import type { CompressContext } from '../../types/compressor.ts';
import { fitBudget } from '../fit-budget.ts';
import { bestFirst, type BestFirst } from './best-first.ts';
import type { TextUnits } from './text-units.ts';
import { costRank, unitOverhead } from './unit-cost.ts';

/** Units that did not fit before the rest is left out as well: what comes behind them is worth ever less. */
const mostPassed = 12;

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
  /** The tokens of a unit as it is shown, about: what comes to the budget is counted when it is written. */
  readonly tokens: (unit: number) => number;
  /** Writes the units of which `kept` is 1. */
  readonly render: (kept: Uint8Array) => Rendered;
}

/**
 * Takes the units of highest worth for their length, each with all that it belongs to, until the rendered text fills the budget; undefined where not even one fits.
 * Linear but for those that are taken: only they are put in order.
 */
export function chooseUnits<Rendered extends { readonly text: string }>(request: ChooseRequest<Rendered>): Fitted<Rendered> | undefined {
  const { budget, count, render, scores, parents } = request;
  const affordable = affordableUnits(request);
  return fitBudget(budget, (room) => {
    const kept = takeWithin(affordable, parents, room, scores.length);
    if (kept === undefined) return undefined;
    const rendered = render(kept);
    return { rendered, tokens: count(rendered.text) };
  });
}

interface AffordableUnits {
  /** The unit at a place of the order from the best down; -1 where no budget reaches. */
  at(place: number): number;
  /** Tokens of a unit that was given or that one belongs to. */
  cost(unit: number): number;
}

/** Units from the best down, with their tokens, which are asked for when a unit first is: attempts take about as many as fit. */
function affordableUnits<Rendered extends { readonly text: string }>({
  units,
  scores,
  parents,
  tokens,
  budget,
}: ChooseRequest<Rendered>): AffordableUnits {
  const order: number[] = [];
  const costs = new Float64Array(scores.length);
  const best = rankUnits(scores, units);
  let cost = 0;
  return {
    at(place) {
      if (place < order.length) return order[place]!;
      const unit = cost > 2 * budget ? -1 : best.next();
      if (unit < 0) return -1;
      order.push(unit);
      for (let above = unit; above >= 0 && costs[above] === 0; above = parents[above]!) {
        costs[above] = unitOverhead + tokens(above);
        cost += costs[above]!;
      }
      return unit;
    },
    cost: (unit) => costs[unit]!,
  };
}

/** Takes units from the best down, each with all that it belongs to. One that is too long for what is left of the room is passed over for shorter ones. */
function takeWithin(affordable: AffordableUnits, parents: Int32Array, room: number, count: number): Uint8Array | undefined {
  const kept = new Uint8Array(count);
  let left = room;
  let passed = 0;
  for (let place = 0, unit = affordable.at(0); unit >= 0; place += 1, unit = affordable.at(place)) {
    let cost = 0;
    for (let at = unit; at >= 0 && kept[at] === 0 && cost <= left; at = parents[at]!) cost += affordable.cost(at);
    if (cost > left) {
      passed += 1;
      if (passed > mostPassed) break;
      continue;
    }
    for (let at = unit; at >= 0 && kept[at] === 0; at = parents[at]!) kept[at] = 1;
    left -= cost;
  }
  return left < room ? kept : undefined;
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
