import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { PayloadFunction, PayloadOutline, PayloadUnit } from './payload-outline.ts';
import { feedback } from './feedback.ts';
import { functionBonus, useBonus } from './function-bonus.ts';
import { namesIn, nameOfHead, typesIn } from './names.ts';
import type { Question } from './question.ts';
import { headOf, rankUnits } from './rank-units.ts';
import { literalBonus } from './literal-bonus.ts';
import { signBonus } from './sign-bonus.ts';

/** What a statement is worth besides its relevance: failures and open ends are what code is read for. */
const trouble =
  /\b(?:raise|throw|throws|panic!?|abort|TODO|FIXME|XXX|HACK|Errorf?|Exception|die|reject|bail!?|unwrap_err|errors\.New|Err(?=\()|Err[A-Z]\w+)\b/;
const troubleWorth = 0.06;
/** What is said about code counts beside code. */
const textShare = 0.5;
const spoken: ReadonlySet<string> = new Set(['text', 'comment', 'documentation']);
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
  const relevance = rankUnits(outline, payload, { heads, paths, question });
  const prior = outline.units.map((unit) => priorOf(unit, outline.functions, payload));
  if (relevance === undefined) return Float64Array.from(prior);
  const names = heads.map(nameOfHead);
  const asked = namesIn(question, names);
  const bonus = functionBonus(outline, { names, payload, relevance, question: question.text, asked });
  const uses = useBonus(outline, { names, payload, question: question.text, asked });
  const types = typesIn(outline, question);
  const signs = signBonus(outline, payload, { question: question.text, relevance });
  const literals = literalBonus(outline, payload, { question: question.text, relevance });
  const failures = asksForFailures.test(question.text) ? askedFailureWorth : 0;
  const values = Float64Array.from(outline.units, (unit, index) => {
    const own = relevance[index]! * (spoken.has(unit.role) ? textShare : 1);
    const said = prior[index]! > 0.5 ? failures * (own > 0 ? 1 : 0.3) : 0;
    return (
      own +
      said +
      (uses.get(index) ?? 0) +
      (types.get(index) ?? 0) +
      (signs.get(index) ?? 0) +
      (literals.get(index) ?? 0) +
      (bonus[unit.owner] ?? 0) +
      prior[index]! * (own > 0 ? 0.2 : 0.02)
    );
  });
  return withSurroundings(outline, withFeedback(outline, payload, values));
}

/** What a unit has of what it shares with the best: in a function with one of them, and elsewhere. */
const innerShare = 0.8;
const sharedWorth = { near: 0.6, far: 0.15 };

function withFeedback(outline: PayloadOutline, payload: SourceLines, values: Float64Array): Float64Array {
  const shared = feedback(outline, payload, values);
  if (shared === undefined) return values;
  const { units, functions } = outline;
  const best = new Float64Array(functions.length);
  let top = 0;
  units.forEach(({ owner }, index) => {
    top = Math.max(top, values[index]!);
    if (owner >= 0) best[owner] = Math.max(best[owner]!, values[index]!);
  });
  // Functions inside others stand behind them.
  functions.forEach(({ owner }, index) => {
    if (owner >= 0) best[index] = Math.max(best[index]!, best[owner]! * innerShare);
  });
  return values.map((value, index) => {
    const near = top === 0 ? 0 : (best[units[index]!.owner] ?? 0) / top;
    return value + shared[index]! * (sharedWorth.far + (sharedWorth.near - sharedWorth.far) * near);
  });
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

/** Between 0 and 1 without any question. */
function priorOf(unit: PayloadUnit, functions: readonly PayloadFunction[], payload: SourceLines): number {
  if (unit.role !== 'statement' && unit.role !== 'inner') return 0.05;
  const span = functions[unit.owner];
  const height = span === undefined ? 1 : span.last - span.body;
  const small = 0.5 / (1 + height / 12);
  if (!unit.whole || unit.last - unit.first > 5) return small;
  for (let line = unit.first; line <= unit.last; line += 1)
    if (trouble.test(lineOf(payload, line).slice(0, 400))) return 0.5 + troubleWorth + small / 10;
  return small;
}
