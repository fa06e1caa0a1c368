import { findRuns } from './find-runs.ts';
import { hole, joinedHeader, recordHeader, rowsSign, templateLine, valueSeparator } from './grammar.ts';
import { groupRecords, recordValues, type Group } from './group-records.ts';
import { pieceText, type Piece } from './piece.ts';
import { readRecords } from './read-records.ts';

/** What a template costs besides its own text, and the share of a group's text that it must save, in characters. */
const overhead = 48;
const leastSaved = 40;
const savedShare = 0.1;

/**
 * Writes a text with what its records have in common said once: a template, then one row of values for each record. Undefined where nothing is saved, or where that is not read
 * back letter by letter (I10), which is tried on every text: {@link readRecords} undoes it.
 *
 * Values stand whole in their rows; only what is the same in every record of a group goes into its template.
 *
 * @param pieces all of the text, in order
 */
export function writeRecords(pieces: readonly Piece[]): string | undefined {
  if (pieces.every(({ values }) => values.length === 0)) return undefined;
  const groups = findRuns(pieces)
    .flatMap((run) => groupRecords(pieces, run))
    .filter((group) => saves(pieces, group));
  if (groups.length === 0) return undefined;
  const text = pieces.map(pieceText).join('');
  const body = writeBody(pieces, groups);
  const form = [body.joined ? joinedHeader : recordHeader, ...body.lines, ...(text.endsWith('\n') ? [''] : [])].join('\n');
  return form.length < text.length && readRecords(form) === text ? form : undefined;
}

function saves(pieces: readonly Piece[], { run, constant }: Group): boolean {
  const { start, period, count } = run;
  // Rows without values would say nothing.
  if (constant.every(Boolean)) return false;
  const values = recordValues(pieces, run, 0);
  let fixed = 0;
  for (let at = start; at < start + period; at += 1) for (const part of pieces[at]!.parts) fixed += part.length;
  values.forEach((value, column) => {
    fixed += constant[column] === true ? value.length : -valueSeparator.length;
  });
  const whole = count * (fixed + values.reduce((sum, value) => sum + value.length, 0));
  const saved = (count - 1) * fixed - overhead;
  return saved >= leastSaved && saved >= whole * savedShare;
}

interface Body {
  readonly lines: string[];
  joined: boolean;
}

function writeBody(pieces: readonly Piece[], groups: readonly Group[]): Body {
  const body: Body = { lines: [], joined: false };
  let at = 0;
  for (const group of groups) {
    for (; at < group.run.start; at += 1) addLine(body, pieceText(pieces[at]!));
    body.lines.push(templateLine(group.run.count));
    for (const line of templateOf(pieces, group)) addLine(body, line);
    body.lines.push(rowsSign);
    for (let record = 0; record < group.run.count; record += 1) {
      const values = recordValues(pieces, group.run, record).filter((_, column) => group.constant[column] !== true);
      body.lines.push(values.join(valueSeparator));
    }
    at += group.run.count * group.run.period;
  }
  for (; at < pieces.length; at += 1) addLine(body, pieceText(pieces[at]!), at === pieces.length - 1 ? 'last' : 'inner');
  return body;
}

/** A stretch without a break at its end says so, but for the last of the text. */
function addLine(body: Body, text: string, place: 'inner' | 'last' = 'inner'): void {
  if (text.endsWith('\n')) body.lines.push(text.slice(0, -1));
  else if (place === 'last') body.lines.push(text);
  else {
    body.lines.push(`${text}\\`);
    body.joined = true;
  }
}

function templateOf(pieces: readonly Piece[], { run, constant }: Group): readonly string[] {
  const lines: string[] = [];
  let column = 0;
  for (let at = run.start; at < run.start + run.period; at += 1) {
    const { parts, values } = pieces[at]!;
    let line = parts[0]!;
    for (let index = 0; index < values.length; index += 1, column += 1)
      line += (constant[column] === true ? values[index]! : hole) + parts[index + 1]!;
    lines.push(line);
  }
  return lines;
}
