import type { Passages } from '../read/passages.ts';
import { answerType, fitsAnswer } from './answer-type.ts';

/** The best passages whose sections are looked at, and what such a passage has of the best score. */
const mostSources = 6;
const leastSource = 0.6;
/** What the date gets of the score of the passage that it dates. */
const datedShare = 0.95;
/** A line that does little but tell the date stands among the first below its heading and is short. */
const openingPassages = 2;
const longestDate = 120;
/** A month or a year, not any number. */
const leastFit = 0.8;

/**
 * Where a time is asked for, lifts the line that dates what answers: notes of a release, minutes and letters say once, right below a heading, when all was that stands further down in
 * the section, in none of the question's words.
 */
export function liftDates(passages: Passages, scores: Float64Array, question: string): void {
  const type = answerType(question);
  if (!type.time) return;
  for (const source of bestOf(scores)) {
    const date = dateAbove(
      passages,
      source,
      (passage) => fitsAnswer(type, passages.text, passages.starts[passage]!, passages.ends[passage]!) >= leastFit,
    );
    if (date >= 0) scores[date] = Math.max(scores[date]!, datedShare * scores[source]!);
  }
}

/** The nearest heading above a passage, or opening line of a section around it, that tells a time; -1 where none does. */
function dateAbove({ count, starts, ends, sections }: Passages, source: number, tells: (passage: number) => boolean): number {
  for (let section = sections[source]!; section >= 0; section = sections[section]!)
    for (let passage = section; passage < Math.min(count, section + 1 + openingPassages); passage += 1)
      if ((passage === section || sections[passage] === section) && ends[passage]! - starts[passage]! <= longestDate && tells(passage))
        return passage;
  return -1;
}

function bestOf(scores: Float64Array): readonly number[] {
  let best: number[] = [];
  const top = scores.reduce((most, score) => Math.max(most, score), 0);
  for (let passage = 0; passage < scores.length; passage += 1) {
    if (scores[passage]! <= 0 || scores[passage]! < leastSource * top) continue;
    best.push(passage);
    if (best.length > 4 * mostSources) best = first(best, scores);
  }
  return first(best, scores);
}

function first(passages: number[], scores: Float64Array): number[] {
  return passages.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, mostSources);
}
