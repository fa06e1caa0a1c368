import { wordAfter, wordBefore } from '../../text/cut.ts';
import { createMatcher, type Matcher } from '../matcher.ts';
import { widenedTerms } from '../question-terms.ts';
import { readWords } from '../text-words.ts';

/** Shows units of any length. */
export interface UnitView {
  /**
   * The text as it is shown: whole, or its beginning, what the question finds in it, and its end, around statements of how many characters are missing.
   *
   * @param whose what they are characters of, as the statements say it: `of line 4`; by default nothing
   */
  show(text: string, whose?: string): string;
  /** What {@link show} shows of a text, and how many characters it leaves out. */
  cut(text: string, whose?: string): CutText;
}

/** A text as it is shown. */
export interface CutText {
  readonly text: string;
  /** Characters that are left out. */
  readonly missing: number;
}

/** With a question the rest is for what it finds. */
const headShare = { asked: 0.5, unasked: 0.75 } as const;
const tailShare = { asked: 0.15, unasked: 0.25 } as const;
/** Characters around a place that the question finds. */
const windowBefore = 60;
const windowAfter = 140;
const fewestWindows = 2;
const charactersPerWindow = 1200;
const step = 200;
const mostSearched = 200_000;

/**
 * Makes a view that cuts texts of more than `longest` characters (a dumped document, a generated command line) in their middle, and keeps there what the question asks for.
 */
export function createUnitView(longest: number, question: string): UnitView {
  // Few texts have a unit that is cut.
  let asked: { readonly matcher: Matcher | undefined } | undefined;
  const cut = (text: string, whose?: string): CutText => {
    if (text.length <= longest) return { text, missing: 0 };
    asked ??= { matcher: matcherOf(question) };
    const { matcher } = asked;
    const unit = whose === undefined ? 'characters' : `characters ${whose}`;
    let shown = '';
    let missing = text.length;
    let before: Piece | undefined;
    for (const piece of pieces(text, longest, matcher)) {
      shown += bridge(before, piece, unit) + text.slice(piece.start, piece.end);
      missing -= piece.end - piece.start;
      before = piece;
    }
    return { text: shown, missing };
  };
  return { cut, show: (text, whose) => cut(text, whose).text };
}

function matcherOf(question: string): Matcher | undefined {
  const terms = widenedTerms(question);
  return terms.length === 0 ? undefined : createMatcher(terms);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

function bridge(before: Piece | undefined, { start }: Piece, unit: string): string {
  return before === undefined || before.end >= start ? '' : ` […${start - before.end} ${unit} offloaded…] `;
}

function pieces(text: string, longest: number, matcher: Matcher | undefined): readonly Piece[] {
  const question = matcher === undefined ? 'unasked' : 'asked';
  const head = { start: 0, end: wordBefore(text, longest * headShare[question]) };
  const tailStart = wordAfter(text, text.length - longest * tailShare[question]);
  // The statement of the cut ends with a blank of its own.
  const tail = { start: text[tailStart] === ' ' ? tailStart + 1 : tailStart, end: text.length };
  const most = Math.max(fewestWindows, Math.floor(longest / charactersPerWindow));
  const found = matcher === undefined ? [] : windows({ text, from: head.end, to: tail.start, most }, matcher);
  const merged: Piece[] = [];
  for (const piece of [head, ...found, tail]) {
    const last = merged.at(-1);
    if (last !== undefined && piece.start <= last.end + 40)
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, piece.end) };
    else merged.push(piece);
  }
  return merged;
}

interface Searched {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** How many stretches are wanted. */
  readonly most: number;
}

/** The stretches of a text that hold the most different terms. */
function windows({ text, from, to, most }: Searched, matcher: Matcher): readonly Piece[] {
  const found: { at: number; score: number }[] = [];
  const counts = new Uint32Array(matcher.terms.length);
  const searched = readWords(text.slice(from, Math.min(to, from + mostSearched)));
  for (let start = 0; start < searched.text.length; start += step) {
    matcher.count(searched, counts, { start, end: Math.min(searched.text.length, start + step) });
    if (matcher.hits() === 0) continue;
    found.push({ at: from + start, score: counts.reduce((sum, count, term) => sum + (count > 0 ? matcher.terms[term]!.weight : 0), 0) });
    counts.fill(0);
  }
  return found
    .sort((a, b) => b.score - a.score || a.at - b.at)
    .slice(0, most)
    .sort((a, b) => a.at - b.at)
    .map(({ at }) => ({
      start: Math.max(from, wordBefore(text, at - windowBefore)),
      end: Math.min(to, wordAfter(text, at + step + windowAfter)),
    }));
}
