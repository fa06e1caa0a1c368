import { questionTerms, rankRanges } from '@headroom/core';
import { lineOf, sourceLines } from '../files/source-lines.ts';
import type { Output } from './read-notebook.ts';

/** Outputs of so many lines stay whole. */
const shortOutput = 12;
/** What stays of longer ones: of a trace the end says what failed. */
const edges = { printed: { first: 5, last: 4 }, failed: { first: 3, last: 12 } } as const;
const mostAnswers = 6;
const leastAnswer = 0.4;
const longestLine = 600;

/** An output as it is shown, and how many of its lines are not. */
export interface CutOutput {
  readonly text: string;
  readonly hidden: number;
}

/** Shows the first and last lines of an output and those that the question asks for; the others are told of in their places. */
export function cutOutput({ text, outcome }: Output, question: string): CutOutput {
  const lines = sourceLines(text.endsWith('\n') ? text : `${text}\n`);
  if (text === '' || (lines.count <= shortOutput && text.length <= shortOutput * longestLine)) return { text: text.trimEnd(), hidden: 0 };
  const { first, last } = edges[outcome];
  const shown = new Uint8Array(lines.count);
  shown.fill(1, 0, Math.min(first, lines.count));
  shown.fill(1, Math.max(0, lines.count - last));
  for (const line of answers(lines, question)) shown[line] = 1;
  const out: string[] = [];
  let hidden = 0;
  for (let line = 0; line < lines.count; line += 1) {
    if (shown[line] === 1) {
      out.push(shorten(lineOf(lines, line)));
      continue;
    }
    let end = line;
    while (end + 1 < lines.count && shown[end + 1] === 0) end += 1;
    out.push(line === end ? `[line ${line + 1} of the output offloaded]` : `[lines ${line + 1}-${end + 1} of the output offloaded]`);
    hidden += end - line + 1;
    line = end;
  }
  return { text: out.join('\n'), hidden };
}

function answers(lines: ReturnType<typeof sourceLines>, question: string): readonly number[] {
  const scores = rankRanges({
    text: lines.text,
    count: lines.count,
    start: (line) => lines.starts[line]!,
    end: (line) => lines.starts[line + 1]!,
    terms: questionTerms(question),
    parents: [],
    parentOf: () => -1,
  });
  if (scores === undefined) return [];
  return [...scores.keys()]
    .filter((line) => scores[line]! >= leastAnswer)
    .sort((a, b) => scores[b]! - scores[a]! || a - b)
    .slice(0, mostAnswers);
}

function shorten(line: string): string {
  if (line.length <= longestLine) return line;
  return `${line.slice(0, longestLine).toWellFormed()}[${line.length - longestLine} characters offloaded]`;
}
