import { createMatcher, widenedTerms } from '../../../relevance/index.ts';
import type { LogLines } from '../lines/log-lines.ts';

/** How well lines answer a question. */
export interface QuestionMatch {
  /** 0 to 1 for each line, 1 for the best. */
  readonly score: Float32Array;
  /** Lines at an end of a scale that is asked for, with how well they fit. */
  readonly ends: ReadonlyMap<number, number>;
  readonly asks: {
    readonly failure: boolean;
    readonly count: boolean;
    readonly place: boolean;
    /** How a run ended, and whether it passed. */
    readonly outcome: boolean;
    readonly warning: boolean;
    /** The last of what there is several times. */
    readonly last: boolean;
  };
}

const mostCells = 1 << 24;
const saturation = 1.2;
const lengthShare = 0.6;
/** A line of which only this much is read is long enough to be known by its beginning. */
const readCharacters = 4000;

/** Ranks lines by BM25 over the question's terms. Linear; undefined where the question names nothing. */
export function matchQuestion(
  lines: LogLines,
  question: string,
  { toolInput, ends }: { readonly toolInput: unknown; readonly ends: ReadonlyMap<number, number> },
): QuestionMatch | undefined {
  if (question.trim() === '') return undefined;
  const terms = widenedTerms(question, toolInput).slice(0, Math.max(8, Math.floor(mostCells / Math.max(1, lines.count))));
  if (terms.length === 0) return undefined;
  const { rows, counts, lengths, meanLength } = countTerms(lines, terms);
  const rarity = terms.map(({ weight }, term) => {
    let frequency = 0;
    for (let row = 0; row < rows.length; row += 1) if (counts[row * terms.length + term]! > 0) frequency += 1;
    return frequency === 0 ? 0 : weight * Math.log(1 + (lines.count - frequency + 0.5) / (frequency + 0.5));
  });
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const score = new Float32Array(lines.count);
  let top = 0;
  rows.forEach((line, row) => {
    const normal = saturation * (1 - lengthShare + (lengthShare * lengths[row]!) / meanLength);
    let sum = 0;
    let covered = 0;
    for (let term = 0; term < terms.length; term += 1) {
      const count = counts[row * terms.length + term]!;
      if (count === 0) continue;
      sum += (rarity[term]! * count * (saturation + 1)) / (count + normal);
      covered += rarity[term]!;
    }
    // A line that holds more of the question wins over one that says a single word of it often.
    score[line] = sum * (0.5 + (0.5 * covered) / whole);
    top = Math.max(top, score[line]);
  });
  if (top === 0) return undefined;
  for (const line of rows) score[line]! /= top;
  for (const [line, worth] of ends) score[line] = Math.max(score[line]!, worth);
  return { score, ends, asks: readIntent(question) };
}

interface Counts {
  readonly rows: readonly number[];
  readonly counts: Uint32Array;
  readonly lengths: readonly number[];
  readonly meanLength: number;
}

/** Rows are kept for lines that hold a term at all: a log of a million lines needs no table of a million rows. */
function countTerms({ text, count, starts, ends }: LogLines, terms: ReturnType<typeof widenedTerms>): Counts {
  const matcher = createMatcher(terms);
  const rows: number[] = [];
  const lengths: number[] = [];
  let counts = new Uint32Array(terms.length * 256);
  let words = 0;
  for (let line = 0; line < count; line += 1) {
    const start = starts[line]!;
    const end = Math.min(ends[line]!, start + readCharacters);
    if (end === start) continue;
    const offset = rows.length * terms.length;
    const length = matcher.count(text, counts, { start, end, offset });
    words += length;
    if (matcher.hits() === 0) continue;
    rows.push(line);
    lengths.push(length);
    if (offset + 2 * terms.length > counts.length) {
      const larger = new Uint32Array(counts.length * 2);
      larger.set(counts);
      counts = larger;
    }
  }
  return { rows, counts, lengths, meanLength: Math.max(1, words / Math.max(1, count)) };
}

function readIntent(question: string): QuestionMatch['asks'] {
  const text = question.slice(0, 4000);
  return {
    failure:
      /\b(?:could(?: not|n't)|cannot|can't|unable|did(?: not|n't)|not (?:be|made|built|found|work)|fail|error|why|wrong|crash|caus|exception|panic|abort|problem|bug|broke|fatal|oops|issue|diagnos|debug|fix)/i.test(
        text,
      ),
    count: /\bhow (?:many|much|large|long|big|often)|\b(?:total|count|number|sum|summary|result)\b/i.test(text),
    outcome:
      /\b(?:pass(?:ed|es)?|succe\w{2,8}|outcome|verdict|results?|ends?|ended|finish\w{0,3}|complete[ds]?|tested|get through|come out)\b/i.test(
        text,
      ),
    warning: /\bwarn/i.test(text),
    last: /\b(?:last|latest|newest|final(?:ly)?|most recent(?:ly)?|at the end|in the end)\b/i.test(text),
    place: /\bwhere\b|\b(?:line|file|location|method|function|place|module|path)\b/i.test(text),
  };
}
