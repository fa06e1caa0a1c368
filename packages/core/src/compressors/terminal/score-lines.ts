import type { Asked } from '../../relevance/columns/asked.ts';
import type { CellTable } from '../../relevance/columns/cell-table.ts';
import type { ColumnMeasures } from '../../relevance/columns/measure-column.ts';
import { scoreRows } from '../../relevance/columns/score-rows.ts';
import { askedPlaces } from '../../relevance/selection/asked-places.ts';
import type { Block } from './find-headers.ts';
import type { Outline } from './find-parents.ts';
import type { LineDepths } from './line-depths.ts';
import type { LineMarks } from './line-marks.ts';

/** All that is known of a listing's lines. */
export interface ListingAnalysis {
  readonly count: number;
  readonly blocks: readonly Block[];
  readonly depths: LineDepths;
  readonly outline: Outline;
  readonly marks: LineMarks;
  readonly tables: readonly { readonly table: CellTable; readonly measures: readonly ColumnMeasures[] }[];
  /** How well lines answer the question, 0 to 1. */
  readonly match: Float64Array | undefined;
  readonly asked: Asked;
  readonly question: string;
}

const weights = {
  any: 0.15,
  column: 1,
  match: 2.6,
  matchSquared: 1.2,
  place: 3,
  header: 1.2,
  first: 0.7,
  last: 0.6,
  total: 0.7,
  askedTotal: 0.8,
  trouble: 0.5,
  askedTrouble: 0.7,
  uniqueForm: 0.35,
  head: 0.3,
  shallow: 0.35,
  repeated: 0.25,
  besideTables: 0.5,
  askedEnd: 2.2,
} as const;

const firstLines = 3;
const lastLines = 3;
const fewestNamed = 2;
const fewestForForms = 12;
/** Lines outside of rows stand out where nearly all lines are rows. */
const rowShare = 0.7;
/** Lines of the first and the last record or block that a question for the newest or the oldest may mean. */
const endLines = 8;

/** What each line is worth: by its columns, its place, its form, and the question. A line of encoded bytes is worth nothing by itself. */
export function scoreLines(analysis: ListingAnalysis): Float64Array {
  const { count, depths, outline, marks, match, asked } = analysis;
  const scores = columnScores(analysis);
  const parentless = 1 / Math.max(1, count);
  for (let line = 0; line < count; line += 1) {
    if (depths.depths[line] === -1) {
      scores[line] = 0;
      continue;
    }
    const share = marks.repeats[line] === 0 ? 1 : weights.repeated;
    let own = weights.any * (1 - 0.2 * line * parentless);
    if (marks.formCounts[line] === 1 && count >= fewestForForms) own += weights.uniqueForm;
    if (marks.totals[line] === 1) own += weights.total + (asked.total ? weights.askedTotal : 0);
    if (marks.trouble[line] === 1) own += weights.trouble + (asked.trouble ? weights.askedTrouble : 0);
    if (outline.heads[line] === 1) own += weights.head;
    if (depths.layout !== 'flat') own += weights.shallow / (1 + depths.depths[line]! / 2);
    scores[line] = marks.dense[line] === 1 ? 0 : (scores[line]! + own) * share;
    if (match !== undefined)
      scores[line]! += (weights.match * match[line]! + weights.matchSquared * match[line]! ** 2) * (0.5 + 0.5 * share);
  }
  scoreEnds(analysis, scores);
  scoreBesideTables(analysis, scores);
  if (asked.latest || asked.earliest) raiseEnds(analysis, scores);
  for (const place of askedPlaces(analysis.question))
    for (const line of [place, place + 1]) if (line < count) scores[line]! += weights.place;
  return scores;
}

function columnScores({ count, tables, asked }: ListingAnalysis): Float64Array {
  const scores = new Float64Array(count);
  for (const { table, measures } of tables) {
    const rows = scoreRows(table, measures, asked);
    rows.forEach((score, row) => {
      const line = table.rows[row]!;
      scores[line] = Math.max(scores[line]!, weights.column * score);
    });
  }
  return scores;
}

/** The first and last lines of the text, and the names of columns. */
function scoreEnds({ count, blocks, depths }: ListingAnalysis, scores: Float64Array): void {
  for (let line = 0, seen = 0; line < count && seen < firstLines; line += 1) {
    if (depths.depths[line] === -1) continue;
    seen += 1;
    scores[line]! += weights.first;
  }
  for (let line = count - 1, seen = 0; line >= 0 && seen < lastLines; line -= 1) {
    if (depths.depths[line] === -1) continue;
    seen += 1;
    scores[line]! += weights.last / seen;
  }
  for (const { header, end } of blocks.slice(0, 4)) {
    if (header < 0) continue;
    scores[header]! += weights.header;
    // Names over a row or two say little more than that these are missing.
    if (end - header - 1 <= fewestNamed)
      for (let row = header + 1; row < end; row += 1) scores[row] = Math.max(scores[row]!, scores[header]!);
  }
}

/** Summaries above and below tables. */
function scoreBesideTables({ count, blocks, depths }: ListingAnalysis, scores: Float64Array): void {
  const isRow = new Uint8Array(count);
  let rows = 0;
  for (const { header, end } of blocks) {
    if (header < 0) continue;
    isRow.fill(1, header, end);
    rows += end - header;
  }
  if (rows < count * rowShare) return;
  for (let line = 0; line < count; line += 1) if (isRow[line] === 0 && depths.depths[line]! >= 0) scores[line]! += weights.besideTables;
}

/** Histories and samples stand in the order of time, whichever way: the newest and the oldest stand at the ends. */
function raiseEnds({ count, depths, outline }: ListingAnalysis, scores: Float64Array): void {
  const raise = (from: number, to: number, step: number, isLast: (line: number) => boolean): void => {
    let seen = 0;
    for (let line = from; line !== to && seen < endLines; line += step) {
      if (depths.depths[line] === -1) continue;
      scores[line]! += weights.askedEnd / (1 + 0.15 * seen);
      seen += 1;
      if (isLast(line)) return;
    }
  };
  raise(0, count, 1, (line) => outline.heads[line + 1] === 1);
  raise(count - 1, -1, -1, (line) => outline.heads[line] === 1);
}
