import { writePathRoster } from '../../text/path-roster.ts';
import { isBlankLine, lineKind, type DiffDocument } from './diff-document.ts';

export interface GapTeller {
  readonly document: DiffDocument;
  /** 1 for each file of which something is shown. */
  readonly fileShown: Uint8Array;
  /** Tokens for naming all files of which nothing is shown. */
  readonly rosterTokens: number;
  /** Tokens for naming one file of which nothing is shown. */
  readonly tokensPerFile: number;
  readonly count: (text: string) => number;
}

/** Lines that stand for a gap; lines that the text's own head speaks of need none. */
export interface ToldGap {
  readonly lines: readonly string[];
  readonly redundant: number;
}

/** Counts of what a gap holds. */
interface Held {
  context: number;
  added: number;
  removed: number;
  hunks: number;
  commits: number;
  redundant: number;
  data: number;
  words: number;
}

/** The end of a gap that begins at a line: the next shown line, or where a file begins or ends of which something is shown. */
export function gapEnd({ document: { count, fileOf }, fileShown }: GapTeller, shown: Uint8Array, from: number): number {
  const scopeOf = (line: number): number => (fileOf[line]! >= 0 && fileShown[fileOf[line]!] === 1 ? fileOf[line]! : -1);
  let end = from + 1;
  while (end < count && shown[end] === 0 && scopeOf(end) === scopeOf(from)) end += 1;
  return end;
}

/** States what lines `from` to `end` (not included) hold, in the unit of the thing. */
export function tellGap(teller: GapTeller, from: number, end: number): ToldGap {
  const { document, fileShown } = teller;
  const held = countHeld(document, from, end);
  const file = document.fileOf[from]!;
  const lines = file >= 0 && fileShown[file] === 1 ? tellWithinFile(held, from, end) : tellWholeFiles(teller, held, { from, end });
  return { lines, redundant: held.redundant };
}

function tellWithinFile({ context, added, removed, hunks, data }: Held, from: number, end: number): readonly string[] {
  if (data > 0) return [`[${plural(data, 'line')} of binary data offloaded]`];
  if (hunks > 0) return [`[${range(from, end)}: ${plural(hunks, 'hunk')} +${added} -${removed} offloaded]`];
  if (added + removed > 0) return [`[${range(from, end)}: +${added} -${removed} offloaded]`];
  return context > 0 ? [`[${context} unchanged]`] : [];
}

/** So many files of a gap are named even where others share the room: a name is short. */
const alwaysNamed = 2;
const nameTokens = 48;

function tellWholeFiles(
  { document, rosterTokens, tokensPerFile, count }: GapTeller,
  held: Held,
  { from, end }: { readonly from: number; readonly end: number },
): readonly string[] {
  const files = filesBetween(document, from, end);
  const commits = held.commits === 0 ? [] : [plural(held.commits, 'commit')];
  if (files.length === 0)
    return held.words === 0
      ? []
      : [`[${range(from, end)}: ${[...commits, `${plural(held.words, 'line')} of message`].join(', ')} offloaded]`];
  const roster = writePathRoster({
    entries: files.map((file) => {
      const { path, note, added, removed } = document.files[file]!;
      return { path, ...(note === undefined ? {} : { note }), figures: [added, removed] };
    }),
    tokens: Math.max(tokensPerFile * files.length, Math.min(rosterTokens / 6, Math.min(files.length, alwaysNamed) * nameTokens)),
    count,
    spell: ([added = 0, removed = 0]) => `+${added} -${removed}`,
  });
  if (files.length === 1) return [`[${range(from, end)}: ${[...commits, roster[0]!].join(', ')} offloaded]`];
  const what = [...commits, plural(files.length, 'file')].join(', ');
  return [`[${range(from, end)}: ${what} +${held.added} -${held.removed} offloaded:]`, ...roster];
}

function filesBetween({ fileOf }: DiffDocument, from: number, end: number): readonly number[] {
  const files: number[] = [];
  for (let line = from; line < end; line += 1) if (fileOf[line]! >= 0 && fileOf[line] !== files.at(-1)) files.push(fileOf[line]!);
  return files;
}

function countHeld(document: DiffDocument, from: number, end: number): Held {
  const held: Held = { context: 0, added: 0, removed: 0, hunks: 0, commits: 0, redundant: 0, data: 0, words: 0 };
  for (let line = from; line < end; line += 1) {
    const kind = document.kinds[line]!;
    const name = countedAs[kind];
    if (name !== undefined) held[name] += 1;
    else if (kind === lineKind.message && !isBlankLine(document, line)) held.words += 1;
  }
  return held;
}

const countedAs: Readonly<Record<number, keyof Held | undefined>> = {
  [lineKind.context]: 'context',
  [lineKind.added]: 'added',
  [lineKind.removed]: 'removed',
  [lineKind.hunkHeader]: 'hunks',
  [lineKind.commit]: 'commits',
  [lineKind.redundant]: 'redundant',
  [lineKind.halfHeader]: 'redundant',
  [lineKind.data]: 'data',
};

function range(from: number, end: number): string {
  return end - from === 1 ? `line ${end}` : `lines ${from + 1}-${end}`;
}

function plural(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`;
}
