import { scanValue, type OpenContainer } from './scanner.ts';

/** JSON that breaks off: cut at a limit of characters, or no longer JSON from some place on. */
export interface BrokenOff {
  /** What is whole of it, with the brackets closed that are open there. */
  readonly json: string;
  /** How many brackets are open there. */
  readonly open: number;
  /** The rest as it stands. */
  readonly rest: string;
}

/** A longer rest is more than what an element lacks: the text is another than JSON with its end cut off. */
const longestRest = 4000;
const mostRest = 0.4;

/**
 * Reads a text that begins as JSON and is cut off, as tools do that show so many characters: whole elements of the outermost list that was being read, else whole members. Undefined
 * where too little is whole.
 *
 * @example readBrokenOff('[{"a":1},{"a":2},{"a"') // { json: '[{"a":1},{"a":2}]', open: 1, rest: ',{"a"' }
 */
export function readBrokenOff(text: string): BrokenOff | undefined {
  const start = text.search(/\S/);
  const first = text[start];
  if (first !== '[' && first !== '{') return undefined;
  const result = scanValue(text, start);
  if (result.status !== 'ended' && result.status !== 'malformed') return undefined;
  const { open } = result;
  const from = text.length - Math.min(longestRest, mostRest * text.length);
  const usable = (level: number): boolean => open[level]!.children > 0 && open[level]!.end >= from;
  const level = outermost(open, (at) => usable(at) && open[at]!.closer === ']') ?? innermost(open, usable);
  if (level === undefined) return undefined;
  const end = open[level]!.end;
  const closers = open.slice(level).map(({ closer }) => closer);
  return { json: text.slice(0, end) + closers.join(''), open: closers.length, rest: text.slice(end) };
}

/** A row of which only some fields are whole would read like one that lacks them: it stays with the rest. */
function outermost(open: readonly OpenContainer[], holds: (level: number) => boolean): number | undefined {
  for (let level = open.length - 1; level >= 0; level -= 1) if (holds(level)) return level;
  return undefined;
}

function innermost(open: readonly OpenContainer[], holds: (level: number) => boolean): number | undefined {
  const level = open.findIndex((_, at) => holds(at));
  return level < 0 ? undefined : level;
}
