import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { PayloadOutline } from './payload-outline.ts';

/** Questions whose answer is an amount: programs write it as a number. */
const asksForNumber =
  /\bhow (?:many|much|large|long|big|wide|high|deep|often|old|far|fast)\b|\b(?:limits?|at most|at least|max(?:imum)?|min(?:imum)?|largest|smallest|longest|shortest|ports?|timeouts?|sizes?|numbers?|values?|default)\b/i;
/** A number that says something: not 0 or 1, by which programs count, and no part of a name or a version. */
const number = /(?<![\w.'"])(?:0x[\da-fA-F]+|\d[\d_]+|[2-9])(?:\.\d+)?(?![\w'"])/;
const numberWorth = 0.15;
/** What is not about the question at all gains nothing. */
const leastRelevance = 0.05;
const mostLines = 20;

/** What units gain that hold a number where the question asks for one. */
export function literalBonus(
  { units }: PayloadOutline,
  payload: SourceLines,
  { question, relevance }: { readonly question: string; readonly relevance: Float32Array },
): ReadonlyMap<number, number> {
  const bonus = new Map<number, number>();
  if (!asksForNumber.test(question.slice(0, 8192))) return bonus;
  units.forEach(({ first, last, whole, role }, index) => {
    if (!whole || role === 'member' || role === 'type' || relevance[index]! <= leastRelevance) return;
    for (let line = first; line <= Math.min(last, first + mostLines); line += 1) {
      // A listing's own number is none of the program's.
      if (!number.test(lineOf(payload, line).slice(0, 400).replace(gutter, ''))) continue;
      bonus.set(index, numberWorth);
      return;
    }
  });
  return bonus;
}

const gutter = /^ {0,8}\d{1,7}(?:\t|→|: ?|\| ?)/;
