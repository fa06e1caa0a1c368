import { costsAt, type Costs, type Projection } from './cost.ts';
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
  readonly #best: Set<number>;
  readonly #tokens = new Map<number, Float64Array>();

  constructor(input: PlanInput) {
    this.#input = input;
    this.#best = new Set(input.ranking.slice(0, input.best));
  }

  /** About how many tokens the whole document takes with nothing left out. */
  whole(): number {
    return sum(this.#tokensAt(Infinity));
  }

  /** The mildest measures whose estimate fits; where none does, only the most valuable unit and what encloses it stay. */
  plan(tokens: number): Plan {
    for (const limit of limits) {
      const estimate = sum(this.#tokensAt(limit));
      if (estimate <= tokens)
        return this.#planAt(limit, estimate, everything(this.#input.outline.units.length), this.#input.ranking.length);
    }
    return this.#cut(tokens);
  }

  #cut(tokens: number): Plan {
    const { outline, ranking, rowLimit } = this.#input;
    const costs = this.#tokensAt(rowLimit);
    const kept = new Uint8Array(outline.units.length);
    kept[0] = 1;
    let estimate = costs[0] as number;
    let keptUnits = 0;
    // What no unit holds cannot go. Where that alone fills the budget, the most valuable units still get a share.
    const limit = Math.max(tokens, estimate + tokens * leastForUnits);
    for (const index of ranking) {
      if (kept[index] === 1) continue;
      const added = withAncestors(outline.units[index] as Unit, kept);
      const cost = added.reduce((total, unit) => total + (costs[unit.index] as number) + gapChange(unit, kept), 0);
      if (estimate + cost > limit && keptUnits > 0) continue;
      for (const unit of added) kept[unit.index] = 1;
      keptUnits += added.length;
      estimate += cost;
    }
    return this.#planAt(rowLimit, estimate, kept, keptUnits);
  }

  #planAt(limit: number, estimate: number, kept: Uint8Array, keptUnits: number): Plan {
    return {
      kept,
      keptUnits,
      estimate,
      limitOf: (unit) => this.#limitOf(unit, limit),
      projection: projectionAt(limit),
      isBest: (unit) => this.#best.has(unit),
    };
  }

  #limitOf(unit: number, limit: number): number {
    if (this.#best.has(unit)) return limit * bestFactor;
    return unit === 0 ? limit * 2 : limit;
  }

  #tokensAt(limit: number): Float64Array {
    const known = this.#tokens.get(limit);
    if (known !== undefined) return known;
    const made = costsAt(this.#input.costs, (unit) => this.#limitOf(unit, limit), projectionAt(limit));
    this.#tokens.set(limit, made);
    return made;
  }
}

function projectionAt(limit: number): Projection {
  if (limit === Infinity) return 'none';
  return limit <= opaqueFrom ? 'opaque' : 'repeats';
}

function withAncestors(unit: Unit, kept: Uint8Array): readonly Unit[] {
  const added: Unit[] = [];
  for (let at: Unit | undefined = unit; at !== undefined && kept[at.index] === 0; at = at.parent) added.push(at);
  return added;
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

const sum = (numbers: Float64Array): number => numbers.reduce((total, number) => total + number, 0);
