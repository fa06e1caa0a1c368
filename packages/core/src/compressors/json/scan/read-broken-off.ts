import { scanValue, type OpenContainer } from './scanner.ts';

/** A part of a text that breaks off and may go on: JSON of its own, or what stands between and behind as it came. */
export type BrokenPiece =
  | {
      readonly kind: 'json';
      /** Whole rows or members, with brackets added so that it is JSON. */
      readonly json: string;
      /** Whether the first bracket was added: the list was opened in what is missing. */
      readonly opening: 'own' | 'added';
      /** How many brackets were added at the end. */
      readonly closers: number;
    }
  | { readonly kind: 'rest'; readonly text: string };

/** A longer rest is more than what an element lacks: the text is another than JSON with a part cut out. */
const longestRest = 4000;
const mostRest = 0.4;
/** Places at which a list may go on: each failed try costs at most one pass over the rest. */
const mostTries = 4;
const fewestRows = 2;

/**
 * Reads a text that begins as JSON and is cut, as tools do that show so many characters, at its end or in its middle: whole elements of the outermost list that was being read, else whole
 * members. Undefined where too little is whole.
 *
 * @example readBrokenOff('[{"a":1},{"a":2},{"a"') // json '[{"a":1},{"a":2}]' with one bracket added, rest ',{"a"'
 */
export function readBrokenOff(text: string): readonly BrokenPiece[] | undefined {
  const start = text.search(/\S/);
  const first = text[start];
  if (first !== '[' && first !== '{') return undefined;
  const result = scanValue(text, start);
  if (result.status !== 'ended' && result.status !== 'malformed') return undefined;
  const begun = beginning(text, result.open, result.at);
  if (begun === undefined) return undefined;
  const { piece, end } = begun;
  if (text.length - end <= Math.min(longestRest, mostRest * text.length)) return [piece, { kind: 'rest', text: text.slice(end) }];
  return goOn(text, piece, { end, at: result.at });
}

interface Beginning {
  readonly piece: BrokenPiece;
  /** The index behind what is whole. */
  readonly end: number;
}

function beginning(text: string, open: readonly OpenContainer[], at: number): Beginning | undefined {
  const usable = ({ children, end }: OpenContainer): boolean => children > 0 && end >= at - longestRest;
  // A row of which only some fields are whole would read like one that lacks them: it stays with the rest.
  const list = open.findLastIndex((container) => container.closer === ']' && usable(container));
  const level = list >= 0 ? list : open.findIndex(usable);
  if (level < 0) return undefined;
  const { end } = open[level]!;
  const closers = open.slice(level).map(({ closer }) => closer);
  return { piece: { kind: 'json', json: text.slice(0, end) + closers.join(''), opening: 'own', closers: closers.length }, end };
}

/** Where objects follow one another again behind a cut, they are rows of a list that was open. */
function goOn(
  text: string,
  piece: BrokenPiece,
  { end, at }: { readonly end: number; readonly at: number },
): readonly BrokenPiece[] | undefined {
  const between = /\}\s{0,99},\s{0,99}(?=\{)/g;
  between.lastIndex = at;
  for (let tries = 0, match = between.exec(text); match !== null && tries < mostTries; tries += 1, match = between.exec(text)) {
    const from = match.index + match[0].length;
    if (from - end > 2 * longestRest) return undefined;
    const json = `[${text.slice(from)}`;
    const result = scanValue(json, 0);
    if (result.status !== 'value' || !Array.isArray(result.value) || result.value.length < fewestRows) continue;
    if (json.length - result.end > longestRest) return undefined;
    const rest: BrokenPiece[] = result.end < json.length ? [{ kind: 'rest', text: json.slice(result.end) }] : [];
    return [
      piece,
      { kind: 'rest', text: text.slice(end, from) },
      { kind: 'json', json: json.slice(0, result.end), opening: 'added', closers: 0 },
      ...rest,
    ];
  }
  return undefined;
}
