import { createMatcher, widenedTerms, type WeightedTerm } from '../../../relevance/index.ts';
import type { LogLines } from '../lines/log-lines.ts';
import type { LineWords } from '../pattern/scan-lines.ts';
import { matchWords } from './word-matches.ts';

/** How well lines answer a question. */
export interface QuestionMatch {
  /** 0 to 1 for each line, 1 for the best. */
  readonly score: Float32Array;
  /** Lines at an end of a scale that is asked for, with how well they fit. */
  readonly ends: ReadonlyMap<number, number>;
  /** Lines that hold a number or a name with digits of the question which hardly another line holds: they are what it points at. */
  readonly named: ReadonlySet<number>;
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

/** So many lines may hold what names one: a diagnostic, the source that it quotes, and a line that speaks of both. */
const mostNamed = 3;

const saturation = 1.2;
const lengthShare = 0.6;
/** A line of which only this much is read is long enough to be known by its beginning. */
const readCharacters = 4000;

/** Ranks lines by BM25 over the question's terms. Linear; undefined where the question names nothing. */
export function matchQuestion(
  lines: LogLines,
  words: LineWords,
  question: string,
  { toolInput, ends }: { readonly toolInput: unknown; readonly ends: ReadonlyMap<number, number> },
): QuestionMatch | undefined {
  if (question.trim() === '') return undefined;
  const terms = widenedTerms(question, toolInput);
  if (terms.length === 0) return undefined;
  const hits = countTerms(lines, words, terms);
  const rarity = terms.map(({ weight }, term) => {
    const frequency = hits.frequencies[term]!;
    return frequency === 0 ? 0 : weight * Math.log(1 + (lines.count - frequency + 0.5) / (frequency + 0.5));
  });
  const whole = rarity.reduce((sum, value) => sum + value, 0);
  const names = terms.map(({ term, weight }, place) => weight >= 1 && isName(term) && hits.frequencies[place]! <= mostNamed);
  const named = new Set<number>();
  const score = new Float32Array(lines.count);
  let top = 0;
  for (let row = 0; row < hits.rows.length; row += 1) {
    const normal = saturation * (1 - lengthShare + (lengthShare * hits.lengths[row]!) / hits.meanLength);
    let sum = 0;
    let covered = 0;
    for (let at = hits.first[row]!; at < hits.first[row + 1]!; at += 1) {
      const rare = rarity[hits.terms[at]!]!;
      const count = hits.counts[at]!;
      sum += (rare * count * (saturation + 1)) / (count + normal);
      covered += rare;
      if (names[hits.terms[at]!]!) named.add(hits.rows[row]!);
    }
    // A line that holds more of the question wins over one that says a single word of it often.
    const line = hits.rows[row]!;
    score[line] = sum * (0.5 + (0.5 * covered) / whole);
    top = Math.max(top, score[line]);
  }
  if (top === 0) return undefined;
  for (const line of hits.rows) score[line]! /= top;
  for (const line of named) score[line] = 1;
  for (const [line, worth] of ends) score[line] = Math.max(score[line]!, worth);
  return { score, ends, named, asks: readIntent(question) };
}

/** Numbers of one or two digits count, order and measure all kinds of things. */
function isName(term: string): boolean {
  return term.length >= 3 && /\d/.test(term);
}

/** What lines hold of a question, for those that hold any of it. */
interface Hits {
  readonly rows: readonly number[];
  readonly lengths: readonly number[];
  /** Row `n` holds the terms `terms[first[n]]` to before `terms[first[n + 1]]`, each as often as its count says. */
  readonly first: readonly number[];
  readonly terms: readonly number[];
  readonly counts: readonly number[];
  /** Lines that hold a term. */
  readonly frequencies: Uint32Array;
  readonly meanLength: number;
}

function countTerms({ text, codes, count, starts, ends }: LogLines, words: LineWords, terms: readonly WeightedTerm[]): Hits {
  const matches = matchWords({ text, codes }, words.table, terms);
  const matcher = createMatcher(terms);
  const inLine = new Uint32Array(terms.length);
  const frequencies = new Uint32Array(terms.length);
  const hits = { rows: [] as number[], lengths: [] as number[], first: [0], terms: [] as number[], counts: [] as number[] };
  let seen = 0;
  for (let line = 0; line < count; line += 1) {
    let length = 0;
    const from = hits.terms.length;
    for (let at = words.first[line]!; at < words.first[line + 1]!; at += 1) {
      const word = words.all[at]!;
      length += matches.lengths[word]!;
      for (let hit = matches.first[word]!; hit < matches.first[word + 1]!; hit += 1) {
        const term = matches.terms[hit]!;
        if (inLine[term] === 0) hits.terms.push(term);
        inLine[term]! += 1;
      }
    }
    const rest = Math.min(ends[line]!, starts[line]! + readCharacters);
    if (words.stops[line]! < rest) {
      length += matcher.count(text, inLine, { start: words.stops[line]!, end: rest });
      hits.terms.length = from;
      for (let term = 0; term < inLine.length; term += 1) if (inLine[term]! > 0) hits.terms.push(term);
    }
    seen += length;
    if (hits.terms.length === from) continue;
    hits.rows.push(line);
    hits.lengths.push(length);
    hits.first.push(hits.terms.length);
    for (let at = from; at < hits.terms.length; at += 1) {
      const term = hits.terms[at]!;
      hits.counts.push(inLine[term]!);
      frequencies[term]! += 1;
      inLine[term] = 0;
    }
  }
  return { ...hits, frequencies, meanLength: Math.max(1, seen / Math.max(1, count)) };
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
