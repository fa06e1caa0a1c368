import { cutBefore } from '../text/cut.ts';

/** Counts the tokens of a text. */
export type Count = (text: string) => number;

/** Code units that a token may take on average before the units bound an answer: a page of blanks must not be a hundred kilobytes. */
const unitsPerToken = 12;

/** Whether a text takes at most so many tokens; a long one is not counted to its end to see that it does not. */
export function fits(text: string, tokens: number, count: Count): boolean {
  if (tokens === Infinity) return true;
  const bound = Math.ceil(tokens * unitsPerToken);
  return text.length <= bound && count(text) <= tokens;
}

/**
 * Where the part that begins at `start` must end to take at most so many tokens: behind a line break where one is near, never inside a surrogate pair, always at least
 * one character further.
 */
export function endWithin({
  text,
  start,
  end,
  tokens,
  count,
}: {
  text: string;
  start: number;
  end: number;
  tokens: number;
  count: Count;
}): number {
  if (tokens === Infinity) return end;
  let high = Math.min(end, start + Math.ceil(tokens * unitsPerToken));
  for (let attempt = 0; attempt < 12 && high > start; attempt += 1) {
    const cut = high === end ? end : niceCut(text, start, high);
    const used = count(text.slice(start, cut));
    if (used <= tokens) return cut;
    // Shrinks by what was too much and a little more, so that it ends soon and above half of the budget.
    high = Math.min(cut - 1, start + Math.floor(((cut - start) * tokens * 0.98) / used));
  }
  return Math.min(end, cutBefore(text, start + 2) > start ? cutBefore(text, start + 2) : start + 1);
}

/** The end of a line within the last third of the part, else a place between characters. */
function niceCut(text: string, start: number, high: number): number {
  const lineFeed = text.lastIndexOf('\n', high - 1);
  if (lineFeed + 1 > start + (2 * (high - start)) / 3) return lineFeed + 1;
  const cut = cutBefore(text, high);
  return cut > start ? cut : cut + 2;
}
