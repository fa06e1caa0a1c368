import { findRuns } from './find-runs.ts';
import { hole, joinedHeader, recordHeader, rowsSign, templateLine, valueSeparator } from './grammar.ts';
import { groupRecords, recordCuts, type Group } from './group-records.ts';
import { valuesIn, type Pieces } from './pieces.ts';

/** What a template costs besides its own text, and the share of a group's text that it must save, in characters. */
const overhead = 48;
const leastSaved = 40;
const savedShare = 0.1;

/** Records that are told as a template and rows. */
export interface TemplatedGroup extends Group {
  /** The lines of the template, without the line that opens it. */
  readonly template: readonly string[];
}

/** A text in the form of records before it is written. */
export interface RecordPlan {
  readonly pieces: Pieces;
  readonly groups: readonly TemplatedGroup[];
  readonly header: string;
  /** How long the text of the form will be. */
  readonly length: number;
}

/** Finds what the records of a text have in common; undefined where nothing is saved by saying it once. Nothing is written yet. Linear. */
export function planRecords(pieces: Pieces): RecordPlan | undefined {
  if (pieces.firstCuts[pieces.count] === 0) return undefined;
  const found = findRuns(pieces)
    .flatMap((run) => groupRecords(pieces, run))
    .filter((group) => saves(pieces, group));
  if (found.length === 0) return undefined;
  const lines = { length: 0, joined: false };
  const groups: TemplatedGroup[] = [];
  let at = 0;
  for (const group of found) {
    addPieces(lines, pieces, at, group.run.start);
    const template = templateOf(pieces, group, lines);
    for (const line of [templateLine(group.run.count), ...template, rowsSign]) lines.length += line.length + 1;
    lines.length += rowsLength(pieces, group);
    groups.push({ ...group, template });
    at = group.run.start + group.run.count * group.run.period;
  }
  addPieces(lines, pieces, at, pieces.count);
  const header = lines.joined ? joinedHeader : recordHeader;
  // Each line has its break but the last, unless the text ends with one.
  const length = header.length + 1 + lines.length - (pieces.text.endsWith('\n') ? 0 : 1);
  return length < pieces.text.length ? { pieces, groups, header, length } : undefined;
}

function saves(pieces: Pieces, { run, constant }: Group): boolean {
  const { starts, cuts } = pieces;
  // Rows without values would say nothing.
  if (!constant.includes(0)) return false;
  const first = recordCuts(pieces, run, 0);
  let fixed = starts[run.start + run.period]! - starts[run.start]!;
  let values = 0;
  for (let column = 0; column < constant.length; column += 1) {
    const value = cuts[first + 2 * column + 1]! - cuts[first + 2 * column]!;
    values += value;
    if (constant[column] === 0) fixed -= value + valueSeparator.length;
  }
  const saved = (run.count - 1) * fixed - overhead;
  return saved >= leastSaved && saved >= run.count * (fixed + values) * savedShare;
}

/** What planned lines come to. */
interface PlannedLines {
  length: number;
  joined: boolean;
}

const lineFeed = 0x0a;

/** Pieces that stand as they are. */
function addPieces(lines: PlannedLines, { codes, starts, count }: Pieces, from: number, to: number): void {
  for (let piece = from; piece < to; piece += 1) {
    const end = starts[piece + 1]!;
    lines.length += end - starts[piece]!;
    if (codes[end - 1] === lineFeed) continue;
    // A break, and where the text does not end here the sign that it goes on.
    lines.length += piece === count - 1 ? 1 : 2;
    if (piece < count - 1) lines.joined = true;
  }
}

/** The rows of a group with their breaks. */
function rowsLength(pieces: Pieces, { run, constant }: Group): number {
  let varying = 0;
  for (const same of constant) if (same === 0) varying += 1;
  let length = run.count * (1 + (varying - 1) * valueSeparator.length);
  for (let record = 0; record < run.count; record += 1) {
    let cut = recordCuts(pieces, run, record);
    for (let column = 0; column < constant.length; column += 1, cut += 2)
      if (constant[column] === 0) length += pieces.cuts[cut + 1]! - pieces.cuts[cut]!;
  }
  return length;
}

/** A piece without a break at its end says so. */
function templateOf(pieces: Pieces, { run, constant }: Group, lines: PlannedLines): readonly string[] {
  const { text, starts, cuts } = pieces;
  const template: string[] = [];
  let column = 0;
  let cut = recordCuts(pieces, run, 0);
  for (let piece = run.start; piece < run.start + run.period; piece += 1) {
    let line = '';
    let from = starts[piece]!;
    for (let left = valuesIn(pieces, piece); left > 0; left -= 1, column += 1, cut += 2) {
      const isSame = constant[column] === 1;
      line += text.slice(from, cuts[cut + (isSame ? 1 : 0)]) + (isSame ? '' : hole);
      from = cuts[cut + 1]!;
    }
    line += text.slice(from, starts[piece + 1]);
    const ends = line.endsWith('\n');
    if (!ends) lines.joined = true;
    template.push(ends ? line.slice(0, -1) : `${line}\\`);
  }
  return template;
}
