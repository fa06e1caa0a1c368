import { fitBudget, type Fitted } from '../../../relevance/fit-budget.ts';
import type { CompressContext } from '../../../types/compressor.ts';
import type { Passages } from '../read/passages.ts';
import { chooseRuns } from '../../../relevance/selection/choose-runs.ts';
import { renderPassages, type RenderedPassages, type SpellRange } from './render-passages.ts';

/** What is chosen from, and for how much. */
export interface ChooseRequest {
  readonly passages: Passages;
  /** What each passage is worth; 0 or less is shown only where it belongs to a chosen one. */
  readonly scores: Float64Array;
  /** Whether scores tell answers apart from all the rest, or only what is worth a little more. */
  readonly ranking: 'answers' | 'worth';
  /** Tokens that the rendered text may take. */
  readonly budget: number;
  readonly context: CompressContext;
  /** Respells what was chosen; the budget is that of the text as it stands. @default as they stand in the text */
  readonly spell?: SpellRange | undefined;
}

/** How much a passage's length counts against it: between none (0) and value per token (1). */
const costExponent = 0.35;
/** Added to the length of each: fragments of a few words are no bargain. */
const leastLength = 20;
/** What a passage costs beside its own text: its share of the statements of gaps. */
const overheadTokens = 5;

/**
 * Takes the passages that are worth most for their length, each with all that it belongs to, until the rendered text fills the budget; undefined where not even one fits.
 *
 * Where nothing is asked most passages are worth about the same, and statements of gaps count among the costs: whole runs go before single sentences.
 */
export function choosePassages(request: ChooseRequest): (RenderedPassages & Fitted) | undefined {
  const fitted = request.ranking === 'answers' ? chooseAnswers(request) : chooseWorth(request);
  const { passages, context, spell } = request;
  return fitted === undefined || spell === undefined ? fitted : countRendered(renderPassages(passages, fitted.shown, spell), context);
}

function chooseAnswers(request: ChooseRequest): (RenderedPassages & Fitted) | undefined {
  const { passages, budget, context } = request;
  const costs = estimateCosts(request);
  const order = bestFirst(request, costs);
  return fitBudget(budget, (room) => {
    const kept = takeWithin(order, costs, passages, room);
    return kept === undefined ? undefined : countRendered(renderPassages(passages, kept), context);
  });
}

function chooseWorth({ passages, scores, budget, context }: ChooseRequest): (RenderedPassages & Fitted) | undefined {
  const render = (kept: Uint8Array): RenderedPassages => renderPassages(passages, kept);
  const fitted = chooseRuns({ units: passages, scores, parents: passages.parents, budget, count: context.count, render });
  return fitted === undefined ? undefined : { ...fitted.rendered, tokens: fitted.tokens };
}

function countRendered(rendered: RenderedPassages, { count }: CompressContext): RenderedPassages & Fitted {
  return { ...rendered, tokens: count(rendered.text) };
}

/** Tokens of each passage, by the tokens for each character of the whole text. */
function estimateCosts({ passages: { text, count, starts, ends }, context }: ChooseRequest): Float64Array {
  const tokensPerCharacter = context.tokensBefore / Math.max(1, text.length);
  const costs = new Float64Array(count);
  for (let passage = 0; passage < count; passage += 1)
    costs[passage] = overheadTokens + (ends[passage]! - starts[passage]!) * tokensPerCharacter;
  return costs;
}

function bestFirst({ scores }: ChooseRequest, costs: Float64Array): readonly number[] {
  const worth = scores.map((score, passage) => score / (leastLength + costs[passage]!) ** costExponent);
  const order: number[] = [];
  for (let passage = 0; passage < scores.length; passage += 1) if (scores[passage]! > 0) order.push(passage);
  return order.sort((a, b) => worth[b]! - worth[a]! || a - b);
}

/** The passages from the best down that fit; one that is too long for what is left is passed over. */
function takeWithin(order: readonly number[], costs: Float64Array, { count, parents }: Passages, room: number): Uint8Array | undefined {
  const kept = new Uint8Array(count);
  let left = room;
  let taken = 0;
  for (const passage of order) {
    if (left <= overheadTokens) break;
    let cost = 0;
    for (let at = passage; at >= 0 && kept[at] === 0; at = parents[at]!) cost += costs[at]!;
    if (cost > left) continue;
    left -= cost;
    for (let at = passage; at >= 0 && kept[at] === 0; at = parents[at]!) kept[at] = 1;
    taken += 1;
  }
  return taken === 0 ? undefined : kept;
}
