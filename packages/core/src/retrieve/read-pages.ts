import { indexLines } from '../text/lines.ts';
import { answerOf, problem, type RetrieveAnswer } from './answer.ts';
import { endWithin, fits, type Count } from './budget.ts';
import { writeCursor } from './cursor.ts';
import { readLineRanges } from './line-ranges.ts';

/** Tokens left for the closing statement. */
const statementTokens = 40;

/** An original, what may be said of it, and the counter that judges. */
export interface Reading {
  readonly original: string;
  readonly tokens: number;
  readonly count: Count;
}

/** The whole original where it fits, else its beginning. */
export function readWhole(reading: Reading): RetrieveAnswer {
  const { original, tokens, count } = reading;
  return fits(original, tokens, count) ? answerOf({ body: original, source: 'contiguous' }) : readRange(reading, 0, original.length);
}

/** A range of the original, as much of it as fits; the statement says which lines these are and how to go on. */
export function readRange({ original, tokens, count }: Reading, start: number, end: number): RetrieveAnswer {
  const whole = fits(original.slice(start, end), tokens - statementTokens, count);
  const stop = whole ? end : endWithin({ text: original, start, end, tokens: Math.max(1, tokens - statementTokens), count });
  const nextCursor = stop < end ? writeCursor({ kind: 'text', start: stop, end }) : undefined;
  const place = describeRange(original, start, stop);
  const statement = nextCursor === undefined ? place : `${place}; cursor "${nextCursor}" continues`;
  return answerOf({
    body: original.slice(start, stop),
    statement,
    source: 'contiguous',
    ...(nextCursor === undefined ? {} : { nextCursor }),
  });
}

/** The lines that a request names, several ranges with their numbers before them. */
export function readLines(reading: Reading, wanted: string | readonly number[]): RetrieveAnswer {
  const { original } = reading;
  const lines = indexLines(original);
  const ranges = readLineRanges(wanted, lines.count);
  if (ranges === undefined) return problem('lines-unreadable', `lines not understood: give them as 120-164; there are ${lines.count}`);
  const [range] = ranges;
  if (range === undefined) return problem('lines-absent', `no such lines: there are ${lines.count}`);
  if (ranges.length === 1) return readRange(reading, lines.start(range.first - 1), lines.start(range.last));
  const body = ranges
    .map(({ first, last }) => `[lines ${first}-${last}]\n${original.slice(lines.start(first - 1), lines.end(last - 1))}`)
    .join('\n');
  const fitting = endWithin({ text: body, start: 0, end: body.length, tokens: reading.tokens - statementTokens, count: reading.count });
  const statement = fitting < body.length ? 'the budget ends here; ask for fewer lines' : `of ${lines.count} lines`;
  return answerOf({ body: body.slice(0, fitting), statement });
}

/** `lines 1-120 of 900`, or characters where a line is cut. */
function describeRange(original: string, start: number, end: number): string {
  const lines = indexLines(original);
  const first = lines.at(start);
  const last = lines.at(Math.max(start, end - 1));
  const whole = lines.start(first) === start && (lines.start(last + 1) === end || lines.end(last) === end);
  const place = `lines ${first + 1}-${last + 1} of ${lines.count}`;
  return whole ? place : `${place}, characters ${start}-${end} of ${original.length}`;
}
