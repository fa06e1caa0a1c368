import { costsAt, totalAt, type Costs, type Limits, type Projection } from './cost.ts';
import type { Outline, Unit } from './outline.ts';

/** Which measures are taken: what stays, how far long texts are cut, whether values that tell nothing go. */
export interface Plan {
  /** 1 for each unit that stays. */
  readonly kept: Uint8Array;
  /** How many units stay, the root left out. */
  readonly keptUnits: number;
  /** To how many characters long texts of a unit are cut. */
  readonly limitOf: (unit: number) => number;
  readonly projection: Projection;
  /** Whether a unit is one of the best answers. */
  readonly isBest: (unit: number) => boolean;
  /** About how many tokens that takes, before calibration. */
  readonly estimate: number;
}

/** What plans are made from. */
export interface PlanInput {
  readonly outline: Outline;
  readonly costs: Costs;
  /** Indexes of units, the most valuable first, the root left out. */
  readonly ranking: readonly number[];
  /** How many of the first units are shown at greater length. */
  readonly best: number;
  /** The limit of long texts once units have to go. */
  readonly rowLimit: number;
}

// Long texts are cut before units go: all rows with shortened texts answer more questions than some rows whole.
const limits = [Infinity, 4000, 2800, 2000, 1400, 1000, 700, 500, 350, 250, 180, 120] as const;
const opaqueFrom = 500;
const bestFactor = 5;
const perGap = 7;
const leastForUnits = 0.15;

/** Makes plans for growing pressure. Each call takes time linear in the units. */
export class Planner {
  readonly #input: PlanInput;
  /** 1 for each of the best units. */
  readonly #best: Uint8Array;
  readonly #totals = new Map<number, number>();
  #rowCosts: Float64Array | undefined;

  constructor(input: PlanInput) {
    this.#input = input;
    this.#best = new Uint8Array(input.outline.units.length);
    for (const unit of input.ranking.slice(0, input.best)) this.#best[unit] = 1;
  }

  /** About how many tokens the whole document takes with nothing left out. */
  whole(): number {
    return this.#totalAt(Infinity);
  }

  /** The mildest measures whose estimate fits; where none does, only the most valuable unit and what encloses it stay. */
  plan(tokens: number): Plan {
    for (const limit of limits) {
      const estimate = this.#totalAt(limit);
      if (estimate <= tokens)
        return this.#planAt(limit, estimate, everything(this.#input.outline.units.length), this.#input.ranking.length);
    }
    return this.#cut(tokens);
  }

  #cut(tokens: number): Plan {
    const { outline, ranking, rowLimit } = this.#input;
    const { units } = outline;
    const costs = (this.#rowCosts ??= costsAt(this.#input.costs, this.#limits(rowLimit)));
    const kept = new Uint8Array(units.length);
    kept[0] = 1;
    let estimate = costs[0] as number;
    let keptUnits = 0;
    // What no unit holds cannot go. Where that alone fills the budget, the most valuable units still get a share.
    const limit = Math.max(tokens, estimate + tokens * leastForUnits);
    for (const index of ranking) {
      if (kept[index] === 1) continue;
      let cost = 0;
      let added = 0;
      for (let at: Unit | undefined = units[index]; at !== undefined && kept[at.index] === 0; at = at.parent) {
        cost += (costs[at.index] as number) + gapChange(at, kept);
        added++;
      }
      if (estimate + cost > limit && keptUnits > 0) continue;
      for (let at: Unit | undefined = units[index]; at !== undefined && kept[at.index] === 0; at = at.parent) kept[at.index] = 1;
      keptUnits += added;
      estimate += cost;
    }
    return this.#planAt(rowLimit, estimate, kept, keptUnits);
  }

  #planAt(limit: number, estimate: number, kept: Uint8Array, keptUnits: number): Plan {
    const best = this.#best;
    const { ofBest, ofRoot, ofOthers, projection } = this.#limits(limit);
    return {
      kept,
      keptUnits,
      estimate,
      limitOf: (unit) => (best[unit] === 1 ? ofBest : unit === 0 ? ofRoot : ofOthers),
      projection,
      isBest: (unit) => best[unit] === 1,
    };
  }

  #limits(limit: number): Limits {
    return { ofBest: limit * bestFactor, ofRoot: limit * 2, ofOthers: limit, best: this.#best, projection: projectionAt(limit) };
  }

  #totalAt(limit: number): number {
    let total = this.#totals.get(limit);
    if (total === undefined) {
      total = totalAt(this.#input.costs, this.#limits(limit));
      this.#totals.set(limit, total);
    }
    return total;
  }
}

function projectionAt(limit: number): Projection {
  if (limit === Infinity) return 'none';
  return limit <= opaqueFrom ? 'opaque' : 'repeats';
}

/** A unit between two that are left out makes one gap two; between two that stay it closes one. */
function gapChange({ index, position, collection }: Unit, kept: Uint8Array): number {
  if (collection === undefined) return 0;
  const beforeStays = position === 0 || kept[index - 1] === 1;
  const behindStays = position === collection.count - 1 || kept[index + 1] === 1;
  if (beforeStays && behindStays) return -perGap;
  return beforeStays || behindStays ? 0 : perGap;
}

const everything = (units: number): Uint8Array => new Uint8Array(units).fill(1);
