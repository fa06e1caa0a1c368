import type { Omission } from '../../../types/compressor.ts';
import type { JsonValue, Shape } from '../model.ts';
import { buildOutline } from './build-outline.ts';
import { isArray } from './collection-shape.ts';
import { measureColumn, type ColumnStatistics } from './column-statistics.ts';
import { readConversation } from './conversation.ts';
import { estimateCosts, type Dispensable } from './cost.ts';
import { OmissionFacts } from './omission-facts.ts';
import type { Outline } from './outline.ts';
import { Planner, type Plan } from './plan.ts';
import { opaqueKeys } from './opaque-keys.ts';
import { prune, type Cuts, type PruneInput } from './prune.ts';
import { noQuestion, relevanceFor, type QuestionView } from './question.ts';
import { rankUnits } from './rank.ts';
import { repeatedTexts } from './repeated-texts.ts';
import { scoreUnits } from './score-units.ts';
import { readBook } from './text-book.ts';

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
const nearlyRight = 1.25;
const mostStays = 0.6;
// Estimates are a little low more often than high.
const aim = 0.95;
// The part of a text that grows and shrinks with the rows; headers stay.
const shrinkingShare = 0.85;
const lowest = 0.7;
const highest = 1.3;
const bestUnits = 8;
const rowLimits = { asked: 200, unasked: 160 } as const;

/**
 * Leaves out of a document what matters least until it fits: opaque values and parts of long texts first, then rows by rank, every absence
 * stated in its place. Undefined where nothing can be left out. Deterministic; linear in the document but for sorting.
 */
export function select(input: SelectInput): Selection | undefined {
  const outline = buildOutline(input.value);
  const statistics = outline.columns.map(measureColumn);
  const asked = input.question ?? noQuestion;
  const conversation = readConversation(outline, statistics);
  const book = readBook(statistics, input.question?.sought);
  const ranking = rankUnits(outline, scoreUnits(outline, statistics, { book, question: input.question, conversation }));
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
  return fit({ ...input, tokenBudget }, planner, {
    outline,
    statistics,
    asked,
    dispensable,
    excerpts: { relevance, ranked: new Map(), book },
  });
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
  const { tokenBudget } = input;
  const perEstimate = calibrated(input, planner.whole());
  let target = (tokenBudget * aim) / perEstimate;
  let best: Rendering | undefined;
  let before: Point | undefined;
  for (let rendering = 0; rendering < mostRenderings; rendering++) {
    const plan = planner.plan(target);
    if (plan.estimate === before?.estimate) break;
    const next = render(input, plan, known);
    if (best === undefined || isBetter(next, best, tokenBudget)) best = next;
    if (next.tokens <= tokenBudget && next.tokens >= tokenBudget * (rendering > 1 ? goodEnough : nearEnough)) break;
    const point: Point = { estimate: plan.estimate, tokens: next.tokens };
    target = corrected(point, before, tokenBudget);
    before = point;
  }
  return best === undefined ? undefined : selectionOf(best, input.value, known);
}

/**
 * What a token of the estimate takes, where the whole is known. A form without loss folds more than one of few rows: where it is about as long as estimated, and much of it must go, it says
 * nothing of what stays.
 */
function calibrated({ wholeTokens, tokenBudget }: SelectInput, estimated: number): number {
  if (wholeTokens === undefined) return 1;
  const ratio = wholeTokens / Math.max(1, estimated);
  return tokenBudget < wholeTokens * mostStays && ratio < nearlyRight && ratio > 1 / nearlyRight ? 1 : ratio;
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
function isBetter(next: Rendering, best: Rendering, budget: number): boolean {
  if (next.tokens <= budget) return best.tokens > budget || next.tokens > best.tokens;
  return best.tokens > budget && next.tokens < best.tokens;
}

/** A plan carried out. What it leaves out is told in full only of the one that is taken. */
interface Rendering {
  readonly plan: Plan;
  readonly value: JsonValue;
  readonly text: string;
  readonly tokens: number;
  readonly cuts: Cuts;
  readonly facts: OmissionFacts;
}

function render(input: SelectInput, plan: Plan, known: Known): Rendering {
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
  return { plan, value, text, tokens: input.count(text), cuts, facts };
}

function selectionOf({ plan, value, text, tokens, cuts, facts }: Rendering, whole: JsonValue, { outline }: Known): Selection | undefined {
  const omissions = [...facts.omissions(), ...cutOmissions(cuts)];
  if (omissions.length === 0) return undefined;
  return { value, text, tokens, omissions, keptElements: keptElements(whole, plan, outline) };
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
