import type { Count } from '../budget.ts';
import { indexLines, type LineIndex } from '../../text/lines.ts';
import { captionedUnits } from './captions.ts';
import { kindScores } from './kind-scores.ts';
import { extremeUnits } from './line-extremes.ts';
import { failureSignals, formOf, sumSignals } from './line-signals.ts';
import { discountTags, isWebPage, proseShare } from './markup.ts';
import { placesOf } from './ordinals.ts';
import { cutUnits, type PassageUnits } from './passage-units.ts';
import { scoreUnits } from './score-units.ts';

/** Passages of a text, with their places before them, and whether more of them would have matched. */
export interface Passages {
  readonly body: string;
  readonly shown: string;
  readonly rest: 'more' | 'none';
}

/** What each further line of the same form is worth: a log says one thing a thousand times. */
const repeatWorth = 0.7;

/** What a verdict (`FAILED`, `error:`) is worth beside the best match, where the question asks for a failure. */
const failureWorth = 0.4;

/** What a line that sums up is worth where the question asks how many or how it ended. */
const sumWorth = 0.5;

/** Lines behind such a verdict that are shown with it. */
const linesAfterFailure = 2;

/** Only the best matches are shown with the lines around them, and only if those are short. */
const mostWithContext = 40;
const longestContext = 300;
/** Only of the best of all it is shown what they announce. */
const mostCaptions = 4;

/** Tokens that the line naming a place takes, about. */
const placeTokens = 9;

/** What the best line by the compressor of the text's kind is worth beside the best match. */
const kindWorth = 0.3;

/** Shares of the budget that the beginning and the end of a text get in any case: they say what it is and how it ended. */
const headShare = 0.08;
const tailShare = 0.08;
/** A page begins and ends with what no reader sees. */
const pageHeadShare = 0.04;

/** The passages of a text that answer a question, in their order, as many as fit; `skip` tokens' worth of better ones were given before. */
export function textPassages({
  text,
  question,
  tokens,
  count,
  page,
}: {
  text: string;
  question: string;
  tokens: number;
  count: Count;
  page: number;
}): Passages {
  const lines = indexLines(text);
  const units = cutUnits(text, lines);
  const ordered = orderUnits(text, units, lines, question);
  const taken = new Uint8Array(units.count);
  let filled = fill({ ...ordered, text, units, from: 0, tokens, count, taken, ends: page === 0 ? 'shown' : 'left' });
  for (let number = 1; number <= page; number += 1) {
    for (let unit = 0; unit < units.count; unit += 1) if (taken[unit] === 1) taken[unit] = 2;
    filled = fill({ ...ordered, text, units, from: filled, tokens, count, taken, ends: 'left' });
  }
  return write(text, units, lines, taken, filled < ordered.order.length);
}

interface Order {
  readonly order: readonly number[];
  /** How many lines behind a unit belong to what it says. */
  following(unit: number): number;
  /** Whether the text is a web page. */
  readonly page: boolean;
  /** Whether a unit says anything by itself: the lines around a match are shown only if they do. */
  tells(unit: number): boolean;
}

/** Units by what they are worth, best first; those of no worth are left out. */
function orderUnits(text: string, units: PassageUnits, lines: LineIndex, question: string): Order {
  const scores = scoreUnits(text, units, question);
  const page = isWebPage(text);
  if (page) discountTags(text, units, scores);
  const best = Math.max(1, highest(scores));
  const byKind = kindScores(text, lines.count, question);
  if (byKind !== undefined) units.lines.forEach((line, unit) => (scores[unit]! += byKind[line]! * best * kindWorth));
  const signals = failureSignals(text, units, question);
  signals?.forEach((signal, unit) => (scores[unit]! += signal * best * failureWorth));
  sumSignals(text, units, question)?.forEach((signal, unit) => (scores[unit]! += signal * best * sumWorth));
  for (const [unit, fit] of extremeUnits(text, units, question)) scores[unit]! += best * fit;
  for (const place of placesOf(question)) {
    const unit = place < 0 ? units.count - 1 : unitOfLine(units, place);
    if (unit >= 0 && unit < units.count) scores[unit]! += best;
  }
  return {
    order: withoutRepeats(text, units, scores),
    page,
    following: (unit) => (signals !== undefined && signals[unit]! > 0 ? linesAfterFailure : 1),
    tells: (unit) => !page || proseShare(text, units.starts[unit]!, units.ends[unit]!) > 0,
  };
}

function highest(scores: Float64Array): number {
  let best = 0;
  for (const score of scores) best = Math.max(best, score);
  return best;
}

/** Orders units by score; each further unit of a form counts less. */
function withoutRepeats(text: string, units: PassageUnits, scores: Float64Array): number[] {
  const matching: number[] = [];
  for (let unit = 0; unit < units.count; unit += 1) if (scores[unit]! > 0) matching.push(unit);
  const descending = (a: number, b: number): number => scores[b]! - scores[a]! || a - b;
  matching.sort(descending);
  const seen = new Map<string, number>();
  for (const unit of matching) {
    const form = formOf(text, units, unit);
    const before = seen.get(form) ?? 0;
    seen.set(form, before + 1);
    scores[unit]! *= repeatWorth ** Math.min(before, 40);
  }
  return matching.sort(descending);
}

function unitOfLine(units: PassageUnits, line: number): number {
  return units.lines.indexOf(line);
}

interface FillRequest extends Order {
  readonly text: string;
  readonly units: PassageUnits;
  readonly from: number;
  readonly tokens: number;
  readonly count: Count;
  /** For each unit: 1 if this answer has it, 2 if an earlier one had. */
  readonly taken: Uint8Array;
  readonly ends: 'shown' | 'left';
}

/** Takes units until the budget is full; returns how far it came in the order. */
function fill({ order, following, tells, page, text, units, from, tokens, count, taken, ends }: FillRequest): number {
  let left = tokens;
  const take = (unit: number): boolean => {
    if (unit < 0 || unit >= units.count || taken[unit] !== 0) return true;
    const cost = count(text.slice(units.starts[unit], units.ends[unit])) + 1 + (neighbourTaken(units, taken, unit) ? 0 : placeTokens);
    if (cost > left) return false;
    left -= cost;
    taken[unit] = 1;
    return true;
  };
  const noMatches = order.length === 0;
  if (ends === 'shown') {
    takeRun(units, take, 0, 1, () => left > tokens * (1 - (noMatches ? 0.5 : page ? pageHeadShare : headShare)));
    const atTail = left;
    takeRun(units, take, units.count - 1, -1, () => left > (noMatches ? 0 : atTail - tokens * (page ? 0 : tailShare)));
  }
  let at = from;
  let refused = 0;
  for (; at < order.length && refused < 6; at += 1) {
    const unit = order[at]!;
    if (!take(unit)) {
      refused += 1;
      continue;
    }
    const takeTelling = (near: number): boolean => !tells(near) || take(near);
    takeParents(units, unit, takeTelling);
    const below = at - from < mostCaptions ? captionedUnits(text, units, unit) : 0;
    for (let near = unit + 1; near <= unit + below; near += 1) takeShort(units, near, takeTelling);
    if (at - from >= mostWithContext) continue;
    for (let near = unit + 1; near <= unit + following(unit); near += 1) takeShort(units, near, takeTelling);
    takeShort(units, unit - 1, takeTelling);
  }
  return at;
}

function takeShort(units: PassageUnits, unit: number, take: (unit: number) => boolean): void {
  if (unit >= 0 && unit < units.count && units.ends[unit]! - units.starts[unit]! < longestContext) take(unit);
}

function takeRun(units: PassageUnits, take: (unit: number) => boolean, from: number, direction: 1 | -1, goesOn: () => boolean): void {
  for (let unit = from; unit >= 0 && unit < units.count && goesOn(); unit += direction) if (!take(unit)) return;
}

/** Up to three lines that a unit belongs to, short ones only. */
function takeParents(units: PassageUnits, unit: number, take: (unit: number) => boolean): void {
  let parent = units.parents[unit]!;
  for (let level = 0; level < 3 && parent >= 0; level += 1, parent = units.parents[parent]!) {
    if (units.ends[parent]! - units.starts[parent]! <= 200) take(parent);
  }
}

function neighbourTaken(units: PassageUnits, taken: Uint8Array, unit: number): boolean {
  return (unit > 0 && taken[unit - 1] === 1) || (unit + 1 < units.count && taken[unit + 1] === 1);
}

/** The taken units in their order, each run behind a line that says where it stands (I11). */
function write(text: string, units: PassageUnits, lines: LineIndex, taken: Uint8Array, more: boolean): Passages {
  const parts: string[] = [];
  let shownLines = 0;
  for (let unit = 0; unit < units.count; unit += 1) {
    if (taken[unit] !== 1) continue;
    let last = unit;
    while (last + 1 < units.count && taken[last + 1] === 1) last += 1;
    const start = units.starts[unit]!;
    const end = units.ends[last]!;
    parts.push(`${placeOf(units, lines, unit, last)}\n${text.slice(start, end)}`);
    shownLines += units.lines[last]! - units.lines[unit]! + 1;
    unit = last;
  }
  return { body: parts.join('\n'), shown: `${Math.min(shownLines, lines.count)} of ${lines.count} lines`, rest: more ? 'more' : 'none' };
}

function placeOf(units: PassageUnits, lines: LineIndex, first: number, last: number): string {
  const from = units.lines[first]!;
  const to = units.lines[last]!;
  const start = units.starts[first]!;
  const end = units.ends[last]!;
  const name = from === to ? `line ${from + 1}` : `lines ${from + 1}-${to + 1}`;
  const whole = start === lines.start(from) && end === lines.end(to);
  return whole ? `[${name}]` : `[${name}, characters ${start}-${end}]`;
}
