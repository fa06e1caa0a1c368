import { questionTerms, rankRanges } from '@headroom/core';
import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { PayloadFunction, PayloadOutline, PayloadUnit } from './payload-units.ts';
import { namesIn, nameOfHead } from './names.ts';

/** What is asked about a payload. */
export interface Question {
  readonly text: string;
  readonly toolInput: unknown;
}

/** What a statement is worth besides its relevance: failures and open ends are what code is read for. */
const trouble = /\b(?:raise|throw|throws|panic!?|abort|TODO|FIXME|XXX|HACK|Errorf?|Exception|die|reject|bail!?|unwrap_err|errors\.New)\b/;
const troubleWorth = 0.06;
/** What standing in a function that is named counts, and in one that a named or highly ranked function calls. */
const namedWorth = 0.5;
const calledWorth = 0.12;
const textShare = 0.5;
/** What a unit has of the value of the one around it, above it and below it. */
const insideShare = 0.5;
const behindShare = 0.45;
const aboveShare = 0.3;
/** A function of so few lines is best read as a whole: the share of its best unit's value that all others have. */
const shortFunction = 16;
const togetherShare = 0.5;
const asksForFailures =
  /\b(?:error|fail|raise|throw|refuse|reject|invalid|wrong|message|exception|warn|report|say|happen|allow|accept|what if|why)/i;
const askedFailureWorth = 0.15;
const headLength = 400;

/**
 * What each unit is worth to show, higher is better. With a question: its own words and those of the heads around it by BM25, functions that the question or the call
 * names, functions that the best ones call. Without one: failures first, then bodies, small ones before large ones.
 */
export function valueUnits(
  outline: PayloadOutline,
  payload: SourceLines,
  paths: readonly (string | undefined)[],
  question: Question,
): Float64Array {
  const heads = outline.functions.map((span) => headOf(span, payload));
  const relevance = rank(outline, payload, { heads, paths, question });
  const prior = outline.units.map((unit) => priorOf(unit, outline.functions, payload));
  if (relevance === undefined) return Float64Array.from(prior);
  const names = heads.map(nameOfHead);
  const bonus = functionBonus(outline, { names, payload, relevance, asked: namesIn(question, names) });
  const failures = asksForFailures.test(question.text) ? askedFailureWorth : 0;
  const values = Float64Array.from(outline.units, (unit, index) => {
    const own = relevance[index]! * (unit.role === 'text' || unit.role === 'comment' ? textShare : 1);
    const said = prior[index]! > 0.5 ? failures * (own > 0 ? 1 : 0.3) : 0;
    return own + said + (bonus[unit.owner] ?? 0) + prior[index]! * (own > 0 ? 0.2 : 0.02);
  });
  return withSurroundings(outline, values);
}

/** An answer often stands beside or below the line that holds the question's words: a condition and its branch, a comment and what follows. */
function withSurroundings({ units, functions }: PayloadOutline, own: Float64Array): Float64Array {
  const values = Float64Array.from(own);
  const previous = new Map<number, number>();
  const raise = (unit: number, value: number): void => {
    if (value > values[unit]!) values[unit] = value;
  };
  units.forEach(({ parent, owner, role }, index) => {
    if (parent >= 0) raise(index, own[parent]! * insideShare);
    if (role === 'text') return;
    // Siblings of a body have its owner and its parent in common.
    const key = (parent + 1) * (units.length + 1) + owner + 1;
    const before = previous.get(key);
    if (before !== undefined && owner >= 0) {
      raise(index, own[before]! * behindShare);
      raise(before, own[index]! * aboveShare);
    }
    previous.set(key, index);
  });
  const best = new Float64Array(functions.length);
  units.forEach(({ owner }, index) => {
    if (owner >= 0) best[owner] = Math.max(best[owner]!, own[index]!);
  });
  units.forEach(({ owner }, index) => {
    const span = functions[owner];
    if (span !== undefined && span.last - span.body < shortFunction) raise(index, best[owner]! * togetherShare);
  });
  return values;
}

function headOf({ first, body }: PayloadFunction, payload: SourceLines): string {
  return payload.text.slice(payload.starts[first], Math.min(payload.starts[body + 1]!, payload.starts[first]! + headLength));
}

const documentationLines = 12;
const documentationLength = 600;
const commented = /^\s*(?:\d+\s+)?(?:\/\/|\/?\*|#|--|@)/;
const quoted = /^\s*(?:\d+\s+)?[rubRUB]{0,2}["']/;

/** What is said about a function above its head, or in the string that its body begins with: natural words, as questions have them. */
function documentationOf({ first, body, last }: PayloadFunction, payload: SourceLines): string {
  let from = first;
  while (from > 0 && first - from < documentationLines && commented.test(lineOf(payload, from - 1).slice(0, 80))) from -= 1;
  const above = payload.text.slice(payload.starts[from], payload.starts[first]);
  const string = [body, body + 1].find((line) => line <= last && quoted.test(lineOf(payload, line).slice(0, 80)));
  const inside =
    string === undefined ? '' : payload.text.slice(payload.starts[string], payload.starts[Math.min(last, string + documentationLines)]);
  return `${above.slice(-documentationLength)}\n${inside.slice(0, documentationLength)}`;
}

/** The last line of each unit that is its own: of a function its head, of a type what stands above its first method. */
function lastRead({ units, functions }: PayloadOutline): readonly number[] {
  const read = units.map(({ role, owner, last }) => (role === 'member' ? functions[owner]!.body : last));
  units.forEach(({ role, parent, first }) => {
    if (role === 'member' && units[parent]?.role === 'type') read[parent] = Math.min(read[parent]!, Math.max(units[parent]!.first, first - 1));
  });
  return read;
}

interface RankRequest {
  readonly heads: readonly string[];
  readonly paths: readonly (string | undefined)[];
  readonly question: Question;
}

function rank(
  outline: PayloadOutline,
  payload: SourceLines,
  { heads, paths, question }: RankRequest,
): Float32Array | undefined {
  const { units, functions } = outline;
  const parents = heads.map((head, index) => {
    const span = functions[index]!;
    return `${paths[span.file] ?? ''}\n${span.owner < 0 ? '' : heads[span.owner]}\n${head}\n${documentationOf(span, payload)}`;
  });
  const read = lastRead(outline);
  return rankRanges({
    text: payload.text,
    count: units.length,
    start: (unit) => payload.starts[units[unit]!.first]!,
    end: (unit) => payload.starts[read[unit]! + 1]!,
    terms: questionTerms(question.text, question.toolInput),
    parents,
    parentOf: (unit) => units[unit]!.owner,
    parentWeight: 0.6,
  });
}

/** Between 0 and 1 without any question. */
function priorOf(unit: PayloadUnit, functions: readonly PayloadFunction[], payload: SourceLines): number {
  if (unit.role !== 'statement') return 0.05;
  const span = functions[unit.owner];
  const height = span === undefined ? 1 : span.last - span.body;
  const small = 0.5 / (1 + height / 12);
  if (!unit.whole || unit.last - unit.first > 5) return small;
  for (let line = unit.first; line <= unit.last; line += 1)
    if (trouble.test(lineOf(payload, line).slice(0, 400))) return 0.5 + troubleWorth + small / 10;
  return small;
}

/** What a function's statements gain from its name being asked for, and from being called by those that are. */
function functionBonus(
  { units, functions }: PayloadOutline,
  {
    names,
    payload,
    relevance,
    asked,
  }: { names: readonly string[]; payload: SourceLines; relevance: Float32Array; asked: ReadonlyMap<string, number> },
): Float64Array {
  const bonus = Float64Array.from(names, (name) => namedWorth * (asked.get(name) ?? 0));
  functions.forEach(({ owner }, index) => {
    if (owner >= 0) bonus[index] = Math.max(bonus[index]!, bonus[owner]!);
  });
  const best = Float64Array.from(functions, (_, index) => bonus[index]!);
  units.forEach(({ owner }, index) => {
    if (owner >= 0) best[owner] = Math.max(best[owner]!, relevance[index]! * 0.6);
  });
  const byName = new Map<string, number>();
  names.forEach((name, index) => name !== '' && byName.set(name, index));
  const callers = [...best.keys()]
    .filter((index) => best[index]! > 0.3)
    .sort((a, b) => best[b]! - best[a]! || a - b)
    .slice(0, 4);
  for (const caller of callers) {
    const { body, last } = functions[caller]!;
    const text = payload.text.slice(payload.starts[body], Math.min(payload.starts[last + 1]!, payload.starts[body]! + 20_000));
    for (const [, name = ''] of text.matchAll(/([A-Za-z_$][\w$]{2,80})\s*\(/g)) {
      const called = byName.get(name);
      if (called !== undefined && called !== caller) bonus[called] = Math.max(bonus[called]!, calledWorth * best[caller]!);
    }
  }
  return bonus;
}
