import type { CompressContext } from '../../types/compressor.ts';
import type { LogAnalysis } from './line-values.ts';
import { lineText } from './log-lines.ts';
import { rankLines } from './rank-lines.ts';
import { renderLog, type RenderedLog } from './render-log.ts';

/** A rendering with its tokens. */
export interface FittedLog extends RenderedLog {
  readonly tokens: number;
}

/** What stating a gap costs beside a kept line, on average: gaps are shared by the lines between them. */
const gapTokens = 6;
const mostAttempts = 6;
const longestShownLine = 900;

/** Takes the lines of highest value for their length until the rendered text fills `budget` tokens; undefined where not even one fits. */
export function chooseLines(analysis: LogAnalysis, values: Float32Array, budget: number, count: CompressContext['count']): FittedLog | undefined {
  const longest = Math.max(300, Math.min(longestShownLine, Math.floor(budget * 1.2)));
  const order = rankLines(analysis, values, longest);
  const costs = costsOf(analysis, order, { budget, longest, count });
  let room = budget;
  let best: FittedLog | undefined;
  let tooMany = order.length + 1;
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const taken = Math.min(tooMany - 1, affordable(costs, room));
    if (taken <= 0) break;
    const fitted = renderFirst(analysis, order, { taken, longest, count });
    if (fitted.tokens <= budget) {
      if (best === undefined || fitted.tokens > best.tokens) best = fitted;
      if (fitted.tokens > budget * 0.96 || taken === order.length) break;
    } else tooMany = Math.min(tooMany, taken);
    room *= budget / Math.max(1, fitted.tokens);
  }
  return best;
}

/** Tokens of the lines in their order of rank, counted as far as the budget can reach. */
function costsOf(
  { lines }: LogAnalysis,
  order: Int32Array,
  { budget, longest, count }: { budget: number; longest: number; count: CompressContext['count'] },
): Float64Array {
  const costs: number[] = [];
  let sum = 0;
  for (let index = 0; index < order.length && sum < 2 * budget; index += 1) {
    const text = lineText(lines, order[index]!);
    const cost = 1 + count(text.length > longest ? text.slice(0, longest) : text) + gapTokens;
    costs.push(cost);
    sum += cost;
  }
  return Float64Array.from(costs);
}

function affordable(costs: Float64Array, room: number): number {
  let sum = 0;
  let taken = 0;
  while (taken < costs.length && sum + costs[taken]! <= room) {
    sum += costs[taken]!;
    taken += 1;
  }
  return taken;
}

function renderFirst(
  analysis: LogAnalysis,
  order: Int32Array,
  { taken, longest, count }: { taken: number; longest: number; count: CompressContext['count'] },
): FittedLog {
  const kept = new Uint8Array(analysis.lines.count);
  for (let index = 0; index < taken; index += 1) kept[order[index]!] = 1;
  const rendered = renderLog(analysis, kept, longest);
  return { ...rendered, tokens: count(rendered.text) };
}
