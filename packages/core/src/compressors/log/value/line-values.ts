import type { Ending } from './failing-point.ts';
import { failureWorth, type Worth } from './line-worth.ts';
import type { LogLines } from '../lines/log-lines.ts';
import type { MessageFamilies } from '../pattern/message-families.ts';
import type { PythonTraces } from './python-traces.ts';
import type { QuestionMatch } from './question-match.ts';
import type { Scan } from '../pattern/scan-lines.ts';
import { signal } from '../pattern/signal-words.ts';
import type { Templates } from '../pattern/templates.ts';

/** All that is known of a log's lines. */
export interface LogAnalysis {
  readonly lines: LogLines;
  readonly scan: Scan;
  readonly templates: Templates;
  readonly families: MessageFamilies;
  readonly worth: Worth;
  readonly zones: Float32Array;
  readonly ending: Ending;
  readonly traces: PythonTraces;
  /** Lines that stay whatever is asked, with what they are worth at least. */
  readonly anchors: ReadonlyMap<number, number>;
  /** Lines that differ in one place from the many others of their template, with how odd they are. */
  readonly oddities: ReadonlyMap<number, number>;
  readonly question: QuestionMatch | undefined;
}

/** Weights of what makes a line worth its tokens, fitted on the development corpus as a whole. */
const weights = {
  question: 12,
  /** What is rare says more in a log without a failing end, where nothing else tells lines apart. */
  rareOpen: 3,
  rareFailed: 0.5,
  nearEnd: 2,
  beforeEnd: 1.5,
  /** What follows the last verdict of a failed run is cleaning up. */
  afterEnd: 0.3,
  edge: 1,
  repeat: 0.12,
  lastOfTemplate: 0.5,
  leadOfFamily: 1.4,
  oddOpen: 7,
  oddFailed: 1,
} as const;

/** So many lines after the verdict of a build tool still belong to it: how long it took, what was not made. */
const sumLines = 8;

/** Values each line for itself; what stands around it comes later. A later line of a template is worth less, an equal line next to nothing. */
export function valueLines(analysis: LogAnalysis): Float32Array {
  const { lines, scan, templates, families, worth, zones, ending, question, anchors, oddities } = analysis;
  const { count } = lines;
  const values = new Float32Array(count);
  const rare = ending.kind === 'failed' ? weights.rareFailed : weights.rareOpen;
  const odd = ending.kind === 'failed' ? weights.oddFailed : weights.oddOpen;
  const rarity = rarities(templates, count);
  const met = new Int32Array(templates.sizes.length);
  const alikeBefore = createCounter();
  for (let line = 0; line < count; line += 1) {
    const length = lines.ends[line]! - lines.starts[line]!;
    const pattern = scan.patternOf[line]!;
    const template = templates.templateOf[pattern]!;
    const rank = met[template]!;
    met[template] = rank + 1;
    if (length === 0) continue;
    const zone = zones[line]! * (line > ending.line + sumLines && ending.certainty === 'certain' ? weights.afterEnd : 1);
    const lead = families.leads[pattern] === 1 && scan.patterns[pattern]!.line === line ? weights.leadOfFamily : 1;
    const own = lead * ownWorth(worth.base[pattern]! * zone, { analysis, line, pattern, rarity: rank === 0 ? 1 : rarity[template]! });
    const rareWorth = length > 3 ? rare * zone * rarity[template]! ** 2 : 0;
    const repeats = scan.repeats[line]!;
    let value = (own + rareWorth) * repeatShare(repeats, rank, rank > 0 && rank === templates.sizes[template]! - 1);
    value += zone * edgeWorth(line, count, question !== undefined);
    if (question !== undefined && question.score[line]! > 0)
      value +=
        weights.question *
        question.score[line]! *
        answerShare(analysis, line, {
          repeats,
          rank,
          alike: alikeBefore(template, question.score[line]!),
          isLast: rank === templates.sizes[template]! - 1,
        });
    value += odd * zone * (oddities.get(line) ?? 0);
    values[line] = Math.max(value, anchors.get(line) ?? 0);
  }
  return values;
}

function ownWorth(base: number, at: { analysis: LogAnalysis; line: number; pattern: number; rarity: number }): number {
  const { worth, scan, ending, question } = at.analysis;
  let own = base;
  if (question !== undefined) {
    const { asks } = question;
    if (asks.count && worth.summaries[at.pattern] === 1) own += 3;
    if (asks.outcome && worth.summaries[at.pattern] === 1) own += 5;
    if (asks.warning && (scan.patterns[at.pattern]!.signals & signal.warning) !== 0) own += 5;
    if (asks.place && own > 2 && worth.places[at.pattern] === 1) own += 2;
    if (!asks.failure && !asks.count && !asks.outcome) own *= 0.6;
  }
  const distance = Math.abs(ending.line - at.line);
  if (own > 0) {
    own *= 0.5 + 0.5 * at.rarity;
    if (own > 1.5) own += weights.nearEnd * Math.exp(-distance / 60);
  }
  if (at.line <= ending.line && distance < 30) own += weights.beforeEnd * Math.exp(-distance / 12);
  return own;
}

/** How a log begins (what was called, where, with which versions) and ends is asked for in words of its own: with a question further lines of both count, ever less. */
const asked = { first: 14, last: 18 } as const;

function edgeWorth(line: number, count: number, isAsked: boolean): number {
  if (line < 3 || line > count - 6) return weights.edge;
  if (!isAsked) return 0;
  return weights.edge * Math.max(0, 1 - line / asked.first, 1 - (count - 1 - line) / asked.last);
}

/** A template's first lines answer best; beyond so many that fit alike, a question does not tell them apart. */
const alikeShown = 12;
const scoreSteps = 64;

interface Place {
  /** How often exactly this line came before, how many lines of its template did, and how many of these that fit the question as well. */
  readonly repeats: number;
  readonly rank: number;
  readonly alike: number;
  readonly isLast: boolean;
}

function answerShare({ question, oddities }: LogAnalysis, line: number, { repeats, rank, alike, isLast }: Place): number {
  if (isLast && question?.asks.last === true) return 1;
  if (question?.ends.has(line) === true || question?.named.has(line) === true || oddities.has(line)) return 1;
  if (repeats > 0) return 0.1 / repeats;
  return Math.max(0.6, 1 / (1 + 0.1 * rank)) * Math.min(1, alikeShown / (alike + 1));
}

/** Counts lines of a template that fit the question alike. */
function createCounter(): (template: number, score: number) => number {
  const met = new Map<number, number>();
  return (template, score) => {
    const key = template * (scoreSteps + 1) + Math.round(score * scoreSteps);
    const before = met.get(key) ?? 0;
    met.set(key, before + 1);
    return before;
  };
}

function repeatShare(repeats: number, rank: number, last: boolean): number {
  if (repeats > 0) return weights.repeat / repeats;
  return last ? weights.lastOfTemplate : 1 / (1 + rank);
}

/** 1 for a template of a single line, near 0 for one of nearly all lines. */
function rarities({ sizes }: Templates, lines: number): Float32Array {
  return Float32Array.from(sizes, (size) => (size === 0 ? 0 : 1 - Math.log(size) / Math.log(lines + 1)));
}

/** What a line is worth where it stands, before anything else is known of it. */
export function worthOf({ scan, worth, zones }: LogAnalysis, line: number): number {
  return worth.base[scan.patternOf[line]!]! * zones[line]!;
}

/** Whether a line reports a failure, for the facts of gaps. */
export function reportsFailure(analysis: LogAnalysis, line: number): boolean {
  return worthOf(analysis, line) >= failureWorth;
}
