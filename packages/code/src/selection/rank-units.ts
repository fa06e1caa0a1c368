import { rankRanges } from '@headroom/core';
import { lineOf, type SourceLines } from '../files/source-lines.ts';
import type { PayloadFunction, PayloadOutline } from './payload-outline.ts';
import { askedTerms, type Question } from './question.ts';

const headLength = 400;

/** The head of a function, as it is written. */
export function headOf({ first, body }: PayloadFunction, payload: SourceLines): string {
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
    const around = units[parent];
    if (around !== undefined && (around.role === 'type' ? role === 'member' : !around.whole))
      read[parent] = Math.min(read[parent]!, Math.max(units[parent]!.first, first - 1));
  });
  return read;
}

interface RankRequest {
  readonly heads: readonly string[];
  readonly paths: readonly (string | undefined)[];
  readonly question: Question;
}

/** How well each unit answers, by its own words and those of the functions around it: 1 for the best; undefined where nothing is asked or found. */
export function rankUnits(
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
    lineStarts: payload.starts,
    count: units.length,
    start: (unit) => payload.starts[units[unit]!.first]!,
    end: (unit) => payload.starts[read[unit]! + 1]!,
    terms: askedTerms(question, payload.text),
    parents,
    parentOf: (unit) => units[unit]!.owner,
    parentWeight: 0.45,
  });
}
