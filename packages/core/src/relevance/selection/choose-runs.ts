import type { CompressContext } from '../../types/compressor.ts';
import { fitBudget } from '../fit-budget.ts';
import type { Fitted, UnitWorth } from './choose-units.ts';
import { costRank, shownCharacters, unitOverhead } from './unit-cost.ts';
import type { TextUnits } from './text-units.ts';

/** How runs of units are chosen and written. */
export interface RunsRequest<Rendered extends { readonly text: string }> extends UnitWorth {
  readonly units: TextUnits;
  /** Tokens that the rendered text may take. */
  readonly budget: number;
  readonly count: CompressContext['count'];
  /** Writes the units of which `kept` is 1. */
  readonly render: (kept: Uint8Array) => Rendered;
}

/** What the statement of a gap costs in tokens. */
const gapTokens = 9;
const charactersPerToken = 3;
/** Of units that are worth the same the earlier ones come first, so that what is shown of a listing is one piece of it. */
const firstOverLast = 0.15;
/** Prices are halved until the estimate lies within this share of the room. */
const nearEnough = 0.01;
const mostHalvings = 18;

/**
 * Takes the units that are worth most together, the statements of the gaps between them counted as a cost of their own: where nobody asks for anything, many units are
 * worth about the same, and picked one by one a third of the view would state gaps.
 *
 * At a given price of a token the best choice is a shortest path over two states, shown and left out (Viterbi, 1967); the price is searched until the text fills the
 * budget (Everett, Generalized Lagrange multiplier method, 1963). Linear in the units for each price.
 */
export function chooseRuns<Rendered extends { readonly text: string }>(request: RunsRequest<Rendered>): Fitted<Rendered> | undefined {
  const { budget, count, render } = request;
  const search = createPriceSearch(request);
  return fitBudget(budget, (room) => {
    const kept = search(room);
    if (kept === undefined) return undefined;
    const rendered = render(kept);
    return { rendered, tokens: count(rendered.text) };
  });
}

interface Choice {
  readonly price: number;
  readonly tokens: number;
  readonly kept: Uint8Array;
}

/** Finds the lowest price at which what is chosen fits a room; prices tried before are not tried again. */
function createPriceSearch<Rendered extends { readonly text: string }>(
  request: RunsRequest<Rendered>,
): (room: number) => Uint8Array | undefined {
  const choose = createChooser(request);
  const highest = highestPrice(request);
  const tried: Choice[] = [];
  const attempt = (price: number): Choice => {
    const choice = choose(price);
    tried.push(choice);
    return choice;
  };
  return (room) => {
    if (highest <= 0) return undefined;
    let low = tried.filter(({ tokens }) => tokens > room).reduce((most, { price }) => Math.max(most, price), highest / 4096);
    let fitting = tried.filter(({ tokens }) => tokens <= room).reduce<Choice | undefined>(cheaper, undefined);
    let high = fitting?.price ?? highest;
    for (let halving = 0; halving < mostHalvings && (fitting?.tokens ?? 0) < room * (1 - nearEnough); halving += 1) {
      if (high / low < 1 + nearEnough / 10) break;
      const choice = attempt(Math.sqrt(low * high));
      if (choice.tokens > room) low = choice.price;
      else {
        fitting = choice;
        high = choice.price;
      }
    }
    return fitting?.kept;
  };
}

function cheaper(best: Choice | undefined, choice: Choice): Choice {
  return best === undefined || choice.price < best.price ? choice : best;
}

function highestPrice<Rendered extends { readonly text: string }>({ scores, units }: RunsRequest<Rendered>): number {
  let highest = 0;
  for (let unit = 0; unit < scores.length; unit += 1)
    if (scores[unit]! > 0) highest = Math.max(highest, scores[unit]! / costRank(units, unit));
  return highest;
}

/** Chooses at a price: the path through shown and left out that is worth most. */
function createChooser<Rendered extends { readonly text: string }>({
  units,
  scores,
  parents,
}: RunsRequest<Rendered>): (price: number) => Choice {
  const { count } = units;
  const worth = new Float64Array(count);
  const costs = new Float64Array(count);
  const tokens = new Float64Array(count);
  for (let unit = 0; unit < count; unit += 1) {
    worth[unit] = Math.max(0, scores[unit]!) * (1 - (firstOverLast * unit) / count);
    costs[unit] = costRank(units, unit);
    tokens[unit] = unitOverhead + shownCharacters(units, unit) / charactersPerToken;
  }
  const opening = gapTokens / usualTokens(tokens);
  const fromShown = new Uint8Array(count);
  const fromGap = new Uint8Array(count);
  return (price) => {
    let shown = 0;
    let gap = -Infinity;
    for (let unit = 0; unit < count; unit += 1) {
      const open = shown - price * costs[unit]! * opening;
      fromShown[unit] = shown >= gap ? 1 : 0;
      fromGap[unit] = open > gap ? 1 : 0;
      shown = Math.max(shown, gap) + worth[unit]! - price * costs[unit]!;
      gap = Math.max(open, gap);
    }
    const kept = new Uint8Array(count);
    let isShown = shown >= gap;
    for (let unit = count - 1; unit >= 0; unit -= 1) {
      kept[unit] = isShown ? 1 : 0;
      isShown = isShown ? fromShown[unit] === 1 : fromGap[unit] === 1;
    }
    return { price, tokens: withParents(kept, parents, tokens), kept };
  };
}

/** The middle of what units cost. */
function usualTokens(tokens: Float64Array): number {
  const sorted = tokens.slice().sort();
  return Math.max(1, sorted[sorted.length >> 1] ?? 1);
}

/** Adds what the kept units belong to. @returns the tokens of all, gaps included */
function withParents(kept: Uint8Array, parents: Int32Array, tokens: Float64Array): number {
  for (let unit = kept.length - 1; unit >= 0; unit -= 1) {
    const parent = parents[unit]!;
    if (kept[unit] === 1 && parent >= 0) kept[parent] = 1;
  }
  let sum = 0;
  for (let unit = 0; unit < kept.length; unit += 1) {
    if (kept[unit] === 1) sum += tokens[unit]!;
    else if (unit === 0 || kept[unit - 1] === 1) sum += gapTokens;
  }
  return sum;
}
