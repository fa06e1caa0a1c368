import type { LogLines } from '../lines/log-lines.ts';
import { lineCosts } from '../../../tokens/line-costs.ts';

/** Lines of a gap, for what its statement costs. */
const usualGap = 20;

export interface PlanCostsRequest {
  /** The line that each line brings with it, or -1. */
  readonly heads: Int32Array;
  /** Characters of a line that are shown at most. */
  readonly longest: number;
  readonly count: (text: string) => number;
}

/**
 * Makes a plan of what is shown: it takes lines one by one and tells about how many tokens each adds, with the line that it brings, and with the statements of gaps that come or go.
 * No text is rendered, and but for the first few lines none is counted.
 */
export function planCosts(lines: LogLines, { heads, longest, count }: PlanCostsRequest): (line: number) => number {
  const shown = new Uint8Array(lines.count);
  const middle = lines.count >> 1;
  const gap = count(`[lines ${middle}-${middle + usualGap} offloaded]\n`);
  const costOf = lineCosts({ text: lines.text, codes: lines.codes, count });
  const own = (line: number): number => {
    const start = lines.shownStarts[line]!;
    return costOf(start, Math.min(lines.ends[line]!, start + longest));
  };
  const isBlank = (line: number): boolean => lines.starts[line] === lines.ends[line];
  const add = (line: number): number => {
    if (shown[line] === 1) return 0;
    shown[line] = 1;
    // Blank lines alone are shown rather than told of.
    let above = line - 1;
    while (above >= 0 && shown[above] === 0 && isBlank(above)) above -= 1;
    let below = line + 1;
    while (below < lines.count && shown[below] === 0 && isBlank(below)) below += 1;
    const isAbove = above >= 0 && shown[above] === 0;
    const isBelow = below < lines.count && shown[below] === 0;
    // It splits a gap, stands at the end of one, or is the last of one.
    return own(line) + gap * (Number(isAbove) + Number(isBelow) - 1);
  };
  return (line) => add(line) + (heads[line]! >= 0 ? add(heads[line]!) : 0);
}
