import { rowsSign, templateLine, valueSeparator } from './grammar.ts';
import { recordCuts } from './group-records.ts';
import type { Pieces } from './pieces.ts';
import type { RecordPlan, TemplatedGroup } from './plan-records.ts';
import { readRecords } from './read-records.ts';

/**
 * Writes a text with what its records have in common said once, as it was planned: a template, then one row of values for each record. Undefined where that is not read back
 * letter by letter (I10), which is tried on every text: {@link readRecords} undoes it.
 *
 * Values stand whole in their rows; only what is the same in every record of a group goes into its template.
 */
export function writePlan({ pieces, groups, header }: RecordPlan): string | undefined {
  const lines = [header];
  let at = 0;
  for (const group of groups) {
    const { start, period, count } = group.run;
    addPieces(lines, pieces, at, start);
    lines.push(templateLine(count), ...group.template, rowsSign);
    addRows(lines, pieces, group);
    at = start + count * period;
  }
  addPieces(lines, pieces, at, pieces.count);
  if (pieces.text.endsWith('\n')) lines.push('');
  const form = lines.join('\n');
  return readRecords(form) === pieces.text ? form : undefined;
}

/** Pieces that stand as they are. One without a break at its end says so, but for the last of the text. */
function addPieces(lines: string[], { text, codes, starts, count }: Pieces, from: number, to: number): void {
  // Whole lines that follow each other stand as they are, breaks and all.
  let start = from < to ? starts[from]! : 0;
  for (let piece = from; piece < to; piece += 1) {
    const end = starts[piece + 1]!;
    const ends = codes[end - 1] === lineFeed;
    if (ends && piece + 1 < to) continue;
    const said = text.slice(start, ends ? end - 1 : end);
    lines.push(ends || piece === count - 1 ? said : `${said}\\`);
    start = end;
  }
}

const lineFeed = 0x0a;

function addRows(lines: string[], pieces: Pieces, { run, constant }: TemplatedGroup): void {
  const { text, cuts } = pieces;
  for (let record = 0; record < run.count; record += 1) {
    let row = '';
    let values = 0;
    let cut = recordCuts(pieces, run, record);
    for (let column = 0; column < constant.length; column += 1, cut += 2) {
      if (constant[column] === 1) continue;
      if (values > 0) row += valueSeparator;
      row += text.slice(cuts[cut], cuts[cut + 1]);
      values += 1;
    }
    lines.push(row);
  }
}
