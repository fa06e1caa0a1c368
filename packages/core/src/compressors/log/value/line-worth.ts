import { lineText, type LogLines } from '../lines/log-lines.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import { signal } from '../pattern/signal-words.ts';
import { calm, calmCapitals, namesPlace, openingRules, summary, worthRules } from './worth-rules.ts';

/** What the lines of each pattern are worth to a reader who knows nothing but that something went wrong. */
export interface Worth {
  /** 0 for a line that says nothing of the kind; a typed error has 8 or more. */
  readonly base: Float64Array;
  readonly summaries: Uint8Array;
  readonly places: Uint8Array;
}

/** From here on a line reports a failure. */
export const failureWorth = 5;

const head = 360;
const tail = 140;
const calmShare = 0.2;
const furtherShare = 0.15;
const mostFurther = 3;

/** Judges one line of each pattern: lines of a pattern differ in numbers only, and zero is a pattern of its own. */
export function judgePatterns(lines: LogLines, { patterns }: Scan): Worth {
  const base = new Float64Array(patterns.length);
  const summaries = new Uint8Array(patterns.length);
  const places = new Uint8Array(patterns.length);
  patterns.forEach(({ line, signals }, index) => {
    const text = clipped(lineText(lines, line));
    let worth = wordWorth(text, signals);
    if (worth > 0 && (calm.test(text) || calmCapitals.test(text))) worth *= calmShare;
    if ((signals & signal.tally) !== 0 && hasDigit(text) && summary.test(text)) {
      summaries[index] = 1;
      worth += 2;
    }
    if (namesPlace(text)) {
      places[index] = 1;
      worth += worth > 2 ? 1.5 : 0.5;
    }
    base[index] = worth;
  });
  return { base, summaries, places };
}

function wordWorth(text: string, signals: number): number {
  let best = 0;
  let further = 0;
  const add = (worth: number): void => {
    further += furtherShare * Math.min(best, worth);
    best = Math.max(best, worth);
  };
  if (signals !== 0) {
    for (const { needs, pattern, worth } of worthRules) {
      if ((signals & needs) !== 0 && (worth > best || further < mostFurther) && pattern.test(text)) add(worth);
    }
  }
  if (opening.test(text)) {
    for (const { pattern, worth } of openingRules) if (pattern.test(text)) add(worth);
  }
  return best + Math.min(mostFurther, further);
}

/** A quick look at what any of the opening rules would begin with. */
const opening = /^(?:E[ :]|T|> |\s{0,12}[✕✗✘×❌●|n\d-])/;

function clipped(line: string): string {
  return line.length > head + tail ? `${line.slice(0, head)} ${line.slice(-tail)}` : line;
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}
