import { findUnits } from '../../compressors/diff/find-units.ts';
import { readDiff } from '../../compressors/diff/read-diff.ts';
import { valueUnits } from '../../compressors/diff/value-units.ts';
import { questionScores } from '../../compressors/prose/rank/question-score.ts';
import { readPassages } from '../../compressors/prose/read/read-passages.ts';
import { readResults } from '../../compressors/search/read-results.ts';
import { valueRows } from '../../compressors/search/value-rows.ts';
import { detectKind } from '../../detect/detect-kind.ts';

/** What each line of a text is worth beside a question, 0 to 1, as the compressor of its kind values it; undefined for kinds of which none values lines. */
export function kindScores(text: string, lines: number, question: string): Float64Array | undefined {
  switch (detectKind(text).kind) {
    case 'diff':
      return scaled(diffScores(text, lines, question));
    case 'search':
      return scaled(searchScores(text, lines, question));
    case 'prose':
    case 'mixed':
      return scaled(proseScores(text, lines, question));
    default:
      return undefined;
  }
}

function diffScores(text: string, lines: number, question: string): Float64Array | undefined {
  const document = readDiff(text);
  if (document === undefined) return undefined;
  const scores = new Float64Array(lines);
  const units = findUnits(document);
  const values = valueUnits(document, units, question, undefined);
  units.forEach((unit, index) => {
    for (const line of unit.lines) scores[line] = Math.max(scores[line]!, values[index]!);
  });
  return scores;
}

function searchScores(text: string, lines: number, question: string): Float64Array | undefined {
  const results = readResults(text);
  if (results === undefined) return undefined;
  const { values, answers } = valueRows(results, question, undefined);
  return answers === undefined ? undefined : Float64Array.from(values.subarray(0, lines));
}

function proseScores(text: string, lines: number, question: string): Float64Array | undefined {
  const passages = readPassages(text);
  const values = questionScores(passages, question, undefined);
  if (values === undefined) return undefined;
  const scores = new Float64Array(lines);
  for (let passage = 0; passage < passages.count; passage += 1)
    for (let line = passages.firstLines[passage]! - 1; line < passages.lastLines[passage]!; line += 1)
      scores[line] = Math.max(scores[line] ?? 0, values[passage]!);
  return scores;
}

function scaled(scores: Float64Array | undefined): Float64Array | undefined {
  const top = scores?.reduce((most, score) => Math.max(most, score), 0) ?? 0;
  return top > 0 ? scores!.map((score) => score / top) : undefined;
}
