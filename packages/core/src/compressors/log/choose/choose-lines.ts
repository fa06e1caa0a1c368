import type { CompressContext } from '../../../types/compressor.ts';
import type { LogAnalysis } from '../value/line-values.ts';
import { blockHeads } from './block-heads.ts';
import { planCosts } from './plan-costs.ts';
import { rankLines, type RankedLines } from './rank-lines.ts';
import { foldStatements, type FoldStatement } from '../show/fold-statements.ts';
import { createLevelReader } from '../show/levels.ts';
import { createLineView } from '../show/show-line.ts';
import { renderLog, type RenderedLog } from '../show/render-log.ts';
import { withSmallGaps } from '../show/small-gaps.ts';

/** A rendering with its tokens. */
export interface FittedLog extends RenderedLog {
  readonly tokens: number;
}

type Count = CompressContext['count'];

/** Lines are ranked until they would take so much of the room: costs are estimates. */
const rankedShare = 1.25;
const mostAttempts = 6;
/** Aimed at a little less than the whole, which is soon passed. */
const aimedShare = 0.98;
/** A failed run is told by what speaks of its failure: room that this leaves is not filled with what went well. */
const leastOfFailedRun = 0.9;
/** Full enough: another attempt would win next to nothing. */
const fullShare = 0.96;
/** Of the budget of a log without a certain verdict so much may tell what the lines left out are like; a failed run is told by its failure. */
const foldShare = 0.08;
const foldTokens = 25;
const longestShownLine = 900;
const shortestShownLine = 300;
/** Where a view takes less of its budget than this, its few long lines are shown longer. */
const unusedShare = 0.7;
const charactersPerToken = 2.8;
const cutStatement = ' offloaded…] ';

/** What a log is fitted into. */
export interface ChooseLinesRequest {
  readonly values: Float32Array;
  /** Tokens. */
  readonly budget: number;
  /** What is asked, or nothing. */
  readonly question: string;
  readonly count: Count;
}

/** Takes the lines of highest value for their length until the rendered text fills the budget; undefined where not even one fits. */
export function chooseLines(analysis: LogAnalysis, request: ChooseLinesRequest): FittedLog | undefined {
  const { budget } = request;
  const usual = Math.max(shortestShownLine, Math.min(longestShownLine, Math.floor(budget * 1.2)));
  const fitted = chooseShown(analysis, request, usual);
  if (fitted === undefined || fitted.tokens >= budget * unusedShare || isToldByFailure(analysis)) return fitted;
  const cuts = fitted.text.split(cutStatement).length - 1;
  if (leftOut(fitted, 'characters') === 0 || cuts === 0) return fitted;
  // A few long lines (documents in the messages of a protocol) would leave the budget unused: they share it.
  const longest = usual + Math.floor(((budget - fitted.tokens) * charactersPerToken) / cuts);
  const longer = chooseShown(analysis, request, longest);
  return longer === undefined || leftOut(longer, 'lines') > leftOut(fitted, 'lines') ? fitted : longer;
}

/** A failed run needs no more than what speaks of its failure while nobody asks for anything else. */
function isToldByFailure({ ending, question }: LogAnalysis): boolean {
  return ending.certainty === 'certain' && question === undefined;
}

function leftOut({ omissions }: FittedLog, unit: string): number {
  return omissions.find((omission) => omission.unit === unit)?.count ?? 0;
}

function chooseShown(
  analysis: LogAnalysis,
  { values, budget, question, count }: ChooseLinesRequest,
  longest: number,
): FittedLog | undefined {
  const { certainty } = analysis.ending;
  const folds = certainty === 'certain' ? 0 : Math.floor((foldShare * budget) / foldTokens);
  const room = folds === 0 ? budget : Math.floor(budget * (1 - foldShare));
  const heads = blockHeads(analysis.lines);
  const ranked = rankLines(analysis, values, {
    longest,
    enough: rankedShare * room,
    least: isToldByFailure(analysis) ? leastOfFailedRun : 0,
    costOf: planCosts(analysis.lines, { heads, longest, count }),
  });
  const view = createLineView(longest, question);
  const levelOf = createLevelReader(analysis.lines, analysis.scan);
  const render = (shown: Uint8Array, statements: readonly FoldStatement[]): FittedLog => {
    const rendered = renderLog(analysis, shown, { view, statements, levelOf });
    return { ...rendered, tokens: count(rendered.text) };
  };
  const shownOf = (taken: number): Uint8Array => withSmallGaps(analysis.lines, firstOf(ranked, heads, taken));
  const best = fitLines(ranked, room, (taken) => render(shownOf(taken), []));
  if (best === undefined || folds === 0) return best?.fitted;
  const shown = shownOf(best.taken);
  const statements = foldStatements(analysis, shown, folds);
  // Statements of long values take more than their share: then half as many, of the largest templates, are better than none.
  for (const most of [folds, folds >> 1, folds >> 2]) {
    const told = most === 0 || statements.length === 0 ? best.fitted : render(shown, statements.slice(0, most));
    if (told.tokens <= budget) return told;
  }
  return best.fitted;
}

/** How many of the ranked lines fill the room, by their costs first and by what renderings then tell. */
function fitLines(
  ranked: RankedLines,
  room: number,
  render: (taken: number) => FittedLog,
): { taken: number; fitted: FittedLog } | undefined {
  let aim = aimedShare * room;
  let best: { taken: number; fitted: FittedLog } | undefined;
  let tooMany = ranked.order.length + 1;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const taken = Math.min(tooMany - 1, affordable(ranked, aim));
    if (taken <= (best?.taken ?? 0)) break;
    const fitted = render(taken);
    if (fitted.tokens > room) tooMany = Math.min(tooMany, taken);
    else best = { taken, fitted };
    if (fitted.tokens <= room && (fitted.tokens > room * fullShare || taken === ranked.order.length)) break;
    aim *= (aimedShare * room) / Math.max(1, fitted.tokens);
  }
  return best;
}

function affordable({ costs }: RankedLines, room: number): number {
  let sum = 0;
  let taken = 0;
  while (taken < costs.length && sum + costs[taken]! <= room) {
    sum += costs[taken]!;
    taken += 1;
  }
  return taken;
}

/** The best lines, each with the head of the block that it stands in. */
function firstOf({ order }: RankedLines, heads: Int32Array, taken: number): Uint8Array {
  const kept = new Uint8Array(heads.length);
  for (let index = 0; index < taken; index += 1) {
    const line = order[index]!;
    kept[line] = 1;
    if (heads[line]! >= 0) kept[heads[line]!] = 1;
  }
  return kept;
}
