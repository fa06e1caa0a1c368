import { readAsked, type Asked } from '../../relevance/columns/asked.ts';
import type { CellTable } from '../../relevance/columns/cell-table.ts';
import { gapFacts, omittedFacts } from '../../relevance/columns/gap-facts.ts';
import { measureColumn, type ColumnMeasures } from '../../relevance/columns/measure-column.ts';
import { createRowFacts } from '../../relevance/columns/row-facts.ts';
import { scoreRows } from '../../relevance/columns/score-rows.ts';
import { askedPlaces } from '../../relevance/selection/asked-places.ts';
import { matchUnits } from '../../relevance/selection/match-units.ts';
import { selectUnits } from '../../relevance/selection/select-units.ts';
import { lineRange, unitText, type TextUnits } from '../../relevance/selection/text-units.ts';
import type { Candidate, CompressContext, Compressor, Payload } from '../../types/compressor.ts';
import { charCodes } from '../../text/char-codes.ts';
import { isRecordForm, planRecords, writePlan } from '../../text/record-form/index.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPieces } from './read-pieces.ts';
import { readSeparated, separatorOf, type ReadTable } from './read-separated.ts';
import { squeezeBars, squeezeTable } from './squeeze-bars.ts';

/**
 * Makes tables shorter: CSV, TSV, and tables drawn with bars (Markdown, SQL clients).
 *
 * Without loss the padding inside bars goes, and cells that are the same in all rows, or in all of a group, are said once. Beyond that whole rows stand or are left out, each gap stated in its place with facts about its rows. The names of the
 * columns always stay; so do, as far as there is room, the first and last rows, outliers, ends of scales, rare values, and what the question asks for.
 *
 * @example
 * const candidate = tableCompressor().compress({ text: csv, kind: 'table', question: 'Which run was the slowest?' }, context);
 */
export function tableCompressor(): Compressor {
  return { name: 'table', kinds: ['table'], compress };
}

function compress({ text, question, toolInput }: Payload, context: CompressContext): Candidate | undefined {
  if (isRecordForm(text)) return undefined;
  const drawn = text.includes('|') ? readMarkdown(text) : undefined;
  const most = mostOfForm(text, context);
  const whole = drawn === undefined ? recordCandidate(text, context, most) : losslessCandidate(drawn.units, context);
  if (context.fidelity === 'lossless' || (whole?.tokens !== undefined && whole.tokens <= context.tokenBudget)) return whole;
  const codes = charCodes(text);
  const table = drawn ?? readSeparated(text, codes);
  const reduced = table === undefined ? undefined : selectRows(table, { question, toolInput, drawn: drawn !== undefined, codes }, context);
  if (reduced !== undefined || whole !== undefined || drawn !== undefined || most === 0) return reduced ?? whole;
  return recordCandidate(text, context, text.length);
}

function losslessCandidate(units: TextUnits, { count, tokensBefore }: CompressContext): Candidate | undefined {
  const text = squeezeTable(units);
  if (text === undefined) return undefined;
  const tokens = count(text);
  return tokens < tokensBefore ? { text, fidelity: 'lossless', omissions: [], tokens } : undefined;
}

/** Beside a reversible form the lossless one must fit the budget: it is not even looked for where it would have to be a third of the text. */
const hopeless = 3;
/** A form without loss has at least so many tokens for each character, beside those of the text: what it leaves out is seldom much denser than what it keeps. */
const leastDensity = 0.7;

/** How long a form without loss may be: it is not written where it surely fits no budget. */
function mostOfForm(text: string, { fidelity, tokensBefore, tokenBudget }: CompressContext): number {
  if (fidelity === 'lossless') return text.length;
  return tokensBefore > hopeless * tokenBudget ? 0 : (text.length * tokenBudget) / (leastDensity * Math.max(1, tokensBefore));
}

function recordCandidate(text: string, { count, tokensBefore }: CompressContext, most: number): Candidate | undefined {
  const separator = most === 0 ? undefined : separatorOf(text);
  const plan = separator === undefined ? undefined : planRecords(readPieces(text, separator));
  const form = plan === undefined || plan.length > most ? undefined : writePlan(plan);
  if (form === undefined) return undefined;
  const tokens = count(form);
  return tokens < tokensBefore ? { text: form, fidelity: 'lossless', literals: 'folded', omissions: [], tokens } : undefined;
}

interface RowRequest {
  readonly question: string;
  readonly toolInput: unknown;
  readonly drawn: boolean;
  readonly codes: Uint16Array;
}

function selectRows(read: ReadTable, { question, toolInput, drawn, codes }: RowRequest, context: CompressContext): Candidate | undefined {
  const { units } = read;
  const asked = readAsked(question);
  const table = columnsOf(read);
  const measures = table.columns.map(measureColumn);
  const told = [{ table, facts: createRowFacts(measures, asked) }];
  return selectUnits(
    {
      units,
      unitName: 'rows',
      scores: scoreUnits(read, { table, measures, asked, question, match: matchUnits(units, question, toolInput, { codes }) }),
      parents: headerParents(read),
      question,
      gap: (start, end, detail) => gapLine(units, start, end, detail === 'facts' ? gapFacts(told, start, end) : []),
      facts: (shown) => omittedFacts(told, shown),
      ...(drawn ? { spell: (unit: number) => squeezeBars(unitText(units, unit)) } : {}),
    },
    context,
  );
}

function columnsOf({ rows, cells, names }: ReadTable): CellTable {
  let width = names.length;
  for (const row of cells) width = Math.max(width, row.length);
  const columns: { name: string; cells: string[] }[] = [];
  for (let column = 0; column < width; column += 1) columns.push({ name: names[column] ?? '', cells: columnOf(cells, column) });
  return { rows, columns };
}

function columnOf(rows: readonly (readonly string[])[], column: number): string[] {
  const cells: string[] = [];
  for (const row of rows) cells.push(column < row.length ? row[column]! : '');
  return cells;
}

const weights = { any: 0.12, first: 0.6, last: 0.5, match: 2.6, matchSquared: 1.2, place: 3, header: 10 } as const;

interface Scoring {
  readonly table: CellTable;
  readonly measures: readonly ColumnMeasures[];
  readonly asked: Asked;
  readonly question: string;
  readonly match: Float64Array | undefined;
}

function scoreUnits({ units, rows, header }: ReadTable, { table, measures, asked, question, match }: Scoring): Float64Array {
  const scores = new Float64Array(units.count);
  const remarkable = scoreRows(table, measures, asked, 'cells');
  rows.forEach((unit, row) => {
    scores[unit] = weights.any + remarkable[row]!;
  });
  for (let row = 0; row < Math.min(2, rows.length); row += 1) scores[rows[row]!]! += weights.first;
  const last = rows.at(-1);
  if (last !== undefined) scores[last]! += weights.last + (asked.latest || asked.earliest ? 1 : 0);
  if (match !== undefined)
    for (let unit = 0; unit < scores.length; unit += 1)
      scores[unit]! += weights.match * match[unit]! + weights.matchSquared * match[unit]! ** 2;
  for (const place of askedPlaces(question)) if (rows[place] !== undefined) scores[rows[place]]! += weights.place;
  if (header >= 0) scores[header] = weights.header;
  return scores;
}

/** Rows are not understood without the names of their columns. */
function headerParents({ units, header, rows }: ReadTable): Int32Array {
  const parents = new Int32Array(units.count).fill(-1);
  if (header >= 0) for (const unit of rows) parents[unit] = header;
  return parents;
}

function gapLine(units: TextUnits, start: number, end: number, facts: readonly string[]): string {
  const rows = end - start === 1 ? '1 row' : `${end - start} rows`;
  // Where only CR ends the lines, the retrieve tool sees one line: then the rows' own numbers say where.
  const place = units.count > 1 && units.lastLines.at(-1) === 1 ? `rows ${start + 1}-${end}` : lineRange(units, start, end);
  return facts.length === 0 ? `[${place} offloaded: ${rows}]` : `[${place} offloaded: ${rows}; ${facts.join('; ')}]`;
}
