import { estimateTokens } from './estimate-tokens.ts';

/** So many lines are counted: they tell how far estimates are off for this text and this counter. */
const countedLines = 12;

/** A text, its code units, and what counts its tokens. */
export interface LineCostsRequest {
  readonly text: string;
  readonly codes: Uint16Array;
  readonly count: (text: string) => number;
}

/**
 * Makes what tells about how many tokens the line `text[start..end)` and its break have. But for the first few none is counted: a line of a hundred characters takes
 * ten times as long to count as to estimate.
 */
export function lineCosts({ text, codes, count }: LineCostsRequest): (start: number, end: number) => number {
  let [counted, estimated, left] = [0, 0, countedLines];
  return (start, end) => {
    const estimate = estimateTokens(codes, start, end);
    if (left === 0) return (estimate * counted) / estimated;
    left -= 1;
    const tokens = count(`${text.slice(start, end)}\n`);
    estimated += estimate;
    counted += tokens;
    return tokens;
  };
}
