import type { Omission } from '../../../types/compressor.ts';
import type { JsonValue, Shape } from '../model.ts';
import { buildOutline } from './build-outline.ts';
import { isArray } from './collection-shape.ts';
import { measureColumn, type ColumnStatistics } from './column-statistics.ts';
import { readConversation } from './conversation.ts';
import { estimateCosts, type Dispensable } from './cost.ts';
import { factsAbout } from './facts.ts';
import type { Collection, Group, Outline } from './outline.ts';
import { Planner, type Plan } from './plan.ts';
import { opaqueKeys } from './opaque-keys.ts';
import { prune, type Cuts, type PruneInput } from './prune.ts';
import { noQuestion, relevanceFor, type QuestionView } from './question.ts';
import { rankUnits } from './rank.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { scoreUnits } from './score-units.ts';

/** What selection works with. */
export interface SelectInput {
  readonly value: JsonValue;
  /** Undefined where there is no question. */
  readonly question: QuestionView | undefined;
  /** Tokens that the rendered text may take. */
  readonly tokenBudget: number;
  /** Tokens of the whole document as `render` writes it, where they are known: estimates are then right from the start. */
  readonly wholeTokens: number | undefined;
  readonly count: (text: string) => number;
  /** Renders a pruned document; called at most four times. */
  readonly render: (value: JsonValue) => string;
  readonly shapeOf: (keys: readonly string[]) => Shape;
}

/** A rendered selection. */
export interface Selection {
  readonly value: JsonValue;
  readonly text: string;
  readonly tokens: number;
  readonly omissions: readonly Omission[];
  /** Which elements of the document stay, where it is a list that was cut; undefined where all do. */
  readonly keptElements: readonly number[] | undefined;
}

const mostRenderings = 4;
const nearEnough = 0.82;
const goodEnough = 0.7;
// Estimates are a little low more often than high.
const aim = 0.95;
// The part of a text that grows and shrinks with the rows; headers stay.
const shrinkingShare = 0.85;
const lowest = 0.7;
const highest = 1.3;
const bestUnits = 8;
const rowLimits = { asked: 200, unasked: 160 } as const;
const collectionsWithFacts = 3;
const fewestForFacts = 5;

/**
 * Leaves out of a document what matters least until it fits: opaque values and parts of long texts first, then rows by rank, every absence
 * stated in its place. Undefined where nothing can be left out. Deterministic; linear in the document but for sorting.
 */
export function select(input: SelectInput): Selection | undefined {
  const outline = buildOutline(input.value);
  const statistics = outline.columns.map(measureColumn);
  const asked = input.question ?? noQuestion;
  const conversation = readConversation(outline, statistics);
  const ranking = rankUnits(outline, scoreUnits(outline, statistics, { question: input.question, conversation }));
  const dispensable = { opaque: opaqueKeys(statistics, asked), repeats: repeatedTexts(statistics) };
  const costs = estimateCosts(outline, statistics, input.count, dispensable);
  const planner = new Planner({
    outline,
    costs,
    ranking,
    best: input.question === undefined ? 0 : bestUnits,
    rowLimit: input.question === undefined ? rowLimits.unasked : rowLimits.asked,
  });
  const tokenBudget = conversation === undefined ? input.tokenBudget : conversationBudget(input, planner.whole());
  const relevance = input.question === undefined ? undefined : relevanceFor(input.question);
  return fit({ ...input, tokenBudget }, planner, { outline, statistics, asked, dispensable, excerpts: { relevance, ranked: new Map() } });
}

/** Of what was said and returned in a conversation half answers a question, whatever its size: the curves for data keep more of small ones. */
const conversationShare = 0.5;

function conversationBudget({ tokenBudget, wholeTokens, question }: SelectInput, estimated: number): number {
  return question === undefined ? tokenBudget : Math.min(tokenBudget, Math.floor(conversationShare * (wholeTokens ?? estimated)));
}

interface Known {
  readonly outline: Outline;
  readonly statistics: readonly ColumnStatistics[];
  readonly asked: Pick<QuestionView, 'named'>;
  readonly dispensable: Dispensable;
  readonly excerpts: PruneInput['excerpts'];
}

/** Estimates decide the plan, and renderings correct the estimate: one or two are usual. */
function fit(input: SelectInput, planner: Planner, known: Known): Selection | undefined {
  const { tokenBudget, wholeTokens } = input;
  const perEstimate = wholeTokens === undefined ? 1 : wholeTokens / Math.max(1, planner.whole());
  let target = (tokenBudget * aim) / perEstimate;
  let best: Selection | undefined;
  let before: Point | undefined;
  for (let rendering = 0; rendering < mostRenderings; rendering++) {
    const plan = planner.plan(target);
    if (plan.estimate === before?.estimate) break;
    const selection = render(input, plan, known);
    if (best === undefined || isBetter(selection, best, tokenBudget)) best = selection;
    if (selection.tokens <= tokenBudget && selection.tokens >= tokenBudget * (rendering > 1 ? goodEnough : nearEnough)) break;
    const point: Point = { estimate: plan.estimate, tokens: selection.tokens };
    target = corrected(point, before, tokenBudget);
    before = point;
  }
  return best === undefined || best.omissions.length === 0 ? undefined : best;
}

/** What a plan was estimated at and what it took. */
interface Point {
  readonly estimate: number;
  readonly tokens: number;
}

/** The estimate at which the budget would be met: along the line through two points, or through one and an assumed part that does not shrink. */
function corrected({ estimate, tokens }: Point, before: Point | undefined, budget: number): number {
  const secant = before === undefined ? Number.NaN : (tokens - before.tokens) / (estimate - before.estimate);
  const slope = secant > 0 ? secant : (tokens / Math.max(1, estimate)) * (tokens > budget ? shrinkingShare : 1);
  const straight = (estimate * budget * aim) / Math.max(1, tokens);
  // Two points close to each other can make any slope: never far off what the last point alone would say.
  return Math.max(1, straight * lowest, Math.min(straight * highest, estimate + (budget * aim - tokens) / slope));
}

/** What fits beats what does not; of two that fit the fuller one, of two that do not the smaller one. */
function isBetter(next: Selection, best: Selection, budget: number): boolean {
  if (next.tokens <= budget) return best.tokens > budget || next.tokens > best.tokens;
  return best.tokens > budget && next.tokens < best.tokens;
}

function render(input: SelectInput, plan: Plan, known: Known): Selection {
  const facts = new OmissionFacts(plan, known);
  const { value, cuts } = prune(input.value, {
    outline: known.outline,
    plan,
    dispensable: known.dispensable,
    excerpts: known.excerpts,
    factsOf: (collection) => facts.of(collection),
    shapeOf: input.shapeOf,
  });
  const text = input.render(value);
  const omissions = [...facts.omissions(), ...cutOmissions(cuts)];
  return { value, text, tokens: input.count(text), omissions, keptElements: keptElements(input.value, plan, known.outline) };
}

function keptElements(value: JsonValue, { kept }: Plan, { collections }: Outline): readonly number[] | undefined {
  const collection = isArray(value) ? collections.get(value) : undefined;
  if (collection === undefined) return undefined;
  return Array.from({ length: collection.count }, (_, position) => position).filter((position) => kept[collection.first + position] === 1);
}

function cutOmissions({ texts, characters, values }: Cuts): readonly Omission[] {
  const omissions: Omission[] = [];
  if (texts > 0)
    omissions.push({ unit: 'characters', count: characters, where: '', facts: [`in ${texts} long ${texts === 1 ? 'text' : 'texts'}`] });
  if (values > 0) omissions.push({ unit: 'values', count: values, where: '', facts: ['opaque or said by another field'] });
  return omissions;
}

/** What a plan leaves out, by group and by collection. A unit inside another that went is not counted again. */
class OmissionFacts {
  readonly #known: Known;
  readonly #gone: Uint8Array;
  readonly #counts = new Map<Collection, number>();

  constructor({ kept }: Plan, known: Known) {
    this.#known = known;
    this.#gone = new Uint8Array(kept.length);
    for (const { index, parent, collection } of known.outline.units) {
      if (collection === undefined || kept[index] === 1 || kept[parent?.index ?? 0] === 0) continue;
      this.#gone[index] = 1;
      this.#counts.set(collection, (this.#counts.get(collection) ?? 0) + 1);
    }
  }

  /** Facts for the gap of a collection; only the few collections that lose most tell any. */
  of(collection: Collection): readonly string[] {
    const count = this.#counts.get(collection) ?? 0;
    if (count < fewestForFacts || !this.#telling().has(collection)) return [];
    return this.#facts(
      collection.group,
      (unit) => this.#gone[unit] === 1 && unit >= collection.first && unit < collection.first + collection.count,
      // The gap of a map names all its keys itself.
      'none',
    );
  }

  omissions(): readonly Omission[] {
    const counts = new Map<Group, number>();
    for (const [{ group }, count] of this.#counts) counts.set(group, (counts.get(group) ?? 0) + count);
    return [...counts].map(([group, count]) => ({
      unit: group.unit,
      count,
      where: group.path,
      facts: count < fewestForFacts ? [] : this.#facts(group, (unit) => this.#gone[unit] === 1, 'some'),
    }));
  }

  #largest: ReadonlySet<Collection> | undefined;
  #telling(): ReadonlySet<Collection> {
    this.#largest ??= new Set(
      [...this.#counts]
        .sort((a, b) => b[1] - a[1] || a[0].first - b[0].first)
        .slice(0, collectionsWithFacts)
        .map(([collection]) => collection),
    );
    return this.#largest;
  }

  #facts(group: Group, isMeant: (unit: number) => boolean, names: 'some' | 'none'): readonly string[] {
    return factsAbout(group, this.#known.statistics, isMeant, this.#known.asked.named, names);
  }
}
